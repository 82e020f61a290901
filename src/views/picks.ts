import * as l10n from '@vscode/l10n';
import { subDays } from 'date-fns';
import * as vscode from 'vscode';
import type { Task } from '../core/task';
import { safeText } from '../core/text';
import { cutInWords, iconLabel, plainLabel } from './labels';

/** A step that the user picked. */
export interface PickedStep {
  readonly task: string;
  readonly step: string;
}

/** Asks which open step is done. */
export async function askStep(tasks: readonly Task[]): Promise<PickedStep | undefined> {
  const items = tasks.flatMap((task): (vscode.QuickPickItem & Partial<PickedStep>)[] => {
    const open = task.steps.filter(step => step.doneAt === undefined);
    if (open.length === 0) return [];
    return [
      { label: plainLabel(task.title), kind: vscode.QuickPickItemKind.Separator },
      ...open.map(step => ({ label: plainLabel(step.title), task: task.id, step: step.id })),
    ];
  });
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Complete a Step'),
    placeHolder: l10n.t('Which step is done?'),
  });
  return picked?.task && picked.step ? { task: picked.task, step: picked.step } : undefined;
}

/** Asks for a win in one line of text, for today or (second choice) for yesterday; `at` in ms. */
export function askWin(now: () => number): Promise<{ title: string; at: number } | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly yesterday: boolean }>();
  pick.title = l10n.t('Log a Win');
  pick.placeholder = l10n.t('A review given, a colleague unblocked, a page written…');
  pick.ignoreFocusOut = true;
  return new Promise(resolve => {
    pick.onDidChangeValue(value => {
      const title = safeText(value);
      const detail = cutInWords(value);
      pick.items =
        title === ''
          ? []
          : [
              {
                label: iconLabel('edit', title),
                description: l10n.t('Today'),
                ...(detail && { detail }),
                alwaysShow: true,
                yesterday: false,
              },
              {
                label: iconLabel('history', title),
                description: l10n.t('Yesterday'),
                ...(detail && { detail }),
                alwaysShow: true,
                yesterday: true,
              },
            ];
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      const title = safeText(pick.value);
      if (title === '') return;
      const at = now();
      resolve({ title, at: chosen?.yesterday ? subDays(at, 1).getTime() : at });
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
