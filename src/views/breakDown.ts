import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { maxSteps, splitSteps } from '../core/tasks';
import { safeText } from '../core/text';

/** A task as the user broke it down. */
export interface BrokenDown {
  readonly title: string;
  readonly steps: readonly string[];
}

/** Asks for a task's title, then for its steps. Undefined when the user leaves. */
export async function askBreakDown(): Promise<BrokenDown | undefined> {
  const title = await vscode.window.showInputBox({
    title: l10n.t('Break Down a Task (1 of 2)'),
    prompt: l10n.t('What do you want to get done?'),
    placeHolder: l10n.t('Streaming parser'),
    ignoreFocusOut: true,
    validateInput: value => (safeText(value) === '' ? l10n.t('A task needs a title.') : undefined),
  });
  if (title === undefined) return undefined;
  const steps = await askSteps(safeText(title));
  return steps && { title: safeText(title), steps };
}

interface StepItem extends vscode.QuickPickItem {
  readonly act: 'add' | 'finish' | 'step';
  readonly index?: number;
}

/** One step at a time: Enter adds what was typed, pasted lines become a step each, Enter on nothing finishes. */
function askSteps(title: string): Promise<readonly string[] | undefined> {
  const pick = vscode.window.createQuickPick<StepItem>();
  pick.title = l10n.t('Break Down a Task (2 of 2): {0}', title);
  pick.placeholder = l10n.t('A first step, small enough to say yes to. Several can be pasted, one a line.');
  pick.ignoreFocusOut = true;
  const remove: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('close'),
    tooltip: l10n.t('Remove this step'),
  };
  let steps: string[] = [];

  const draw = (): void => {
    const typed = splitSteps(pick.value);
    const items: StepItem[] = [];
    if (typed.length > 0) {
      const full = steps.length + typed.length > maxSteps;
      items.push({
        act: 'add',
        label: full
          ? `$(warning) ${l10n.t('{0} steps are enough for one task', maxSteps)}`
          : `$(add) ${typed.join(', ')}`,
        description: full ? '' : l10n.t('Add this step'),
        alwaysShow: true,
      });
    } else if (steps.length > 0) {
      const keep =
        steps.length === 1
          ? l10n.t('Keep this task with 1 step')
          : l10n.t('Keep this task with {0} steps', steps.length);
      items.push({ act: 'finish', label: `$(check) ${keep}`, alwaysShow: true });
    }
    items.push(
      ...steps.map(
        (label, index): StepItem => ({
          act: 'step',
          index,
          label: `${index + 1}. ${label}`,
          buttons: [remove],
          alwaysShow: true,
        }),
      ),
    );
    pick.items = items;
  };
  const add = (more: readonly string[]): void => {
    if (steps.length + more.length > maxSteps) {
      draw();
      return;
    }
    steps = [...steps, ...more];
    pick.placeholder = l10n.t('The next step, or Enter to keep the task');
    pick.value = '';
    draw();
  };

  return new Promise(resolve => {
    pick.onDidChangeValue(async value => {
      draw();
      const pasted = await pastedLines(value);
      if (pasted && pick.value === value) add(pasted);
    });
    pick.onDidAccept(() => {
      const typed = splitSteps(pick.value);
      if (typed.length > 0) return add(typed);
      if (steps.length === 0) return;
      resolve(steps);
      pick.hide();
    });
    pick.onDidTriggerItemButton(({ item }) => {
      steps = steps.filter((_, index) => index !== item.index);
      draw();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    draw();
    pick.show();
  });
}

/**
 * The lines of a paste. An input box holds one line: it drops the line ends of what is pasted into it, so the
 * clipboard is asked when the box holds the same text without them.
 */
async function pastedLines(value: string): Promise<string[] | undefined> {
  if (value.length < 3) return undefined;
  const clipboard = await vscode.env.clipboard.readText();
  const lines = splitSteps(clipboard);
  const bare = (text: string): string => text.replace(/\s+/g, '');
  return lines.length > 1 && bare(clipboard) === bare(value) ? lines : undefined;
}
