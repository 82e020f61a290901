import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Draft } from '../../core/draft';
import type { Template } from '../../core/templates';
import { maxTitle, safeText } from '../../core/text';
import { iconLabel, stepCount } from '../labels';

/** What the first page of the flow works on. */
export interface TitleParts {
  /** Others that were begun, newest first. */
  readonly begun: readonly Draft[];
  readonly templates: readonly Template[];
  keep(draft: Draft): void;
  forget(id: string): void;
}

interface TitleItem extends vscode.QuickPickItem {
  readonly begun?: Draft;
  readonly template?: Template;
}

/** Asks what is to be done, or what to begin with. Undefined when the user leaves; what was typed is kept. */
export function askTitle(draft: Draft, parts: TitleParts): Promise<Draft | undefined> {
  const pick = vscode.window.createQuickPick<TitleItem>();
  pick.title = l10n.t('Break Down a Task (1 of 2)');
  pick.placeholder = l10n.t('What do you want to get done?');
  pick.ignoreFocusOut = true;
  pick.value = draft.title;
  let begun = parts.begun;
  const throwAway: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('trash'),
    tooltip: l10n.t('Forget this draft'),
  };

  const templateItems = (matching: string): TitleItem[] => {
    // A task with steps has its beginning.
    if (draft.steps.length > 0) return [];
    const found = parts.templates.filter(({ title }) => title.toLowerCase().includes(matching.toLowerCase()));
    const items = found.map(template => ({
      label: iconLabel('list-unordered', template.title),
      description: stepCount(template.steps.length),
      template,
    }));
    return items.length > 0 ? [separator(l10n.t('Templates')), ...items] : [];
  };
  const draw = (): void => {
    const title = safeText(pick.value);
    if (title !== '') {
      pick.items = [
        {
          label: iconLabel('arrow-right', title),
          description: descriptionOf(title, pick.value, draft),
          alwaysShow: true,
        },
        ...templateItems(title),
      ];
      return;
    }
    pick.items = [
      ...(draft.steps.length > 0 ? [inert(l10n.t('A task needs a title.'))] : []),
      ...(begun.length > 0 ? [separator(l10n.t('Begun before'))] : []),
      ...begun.map(other => ({
        label: iconLabel('history', safeText(other.title) || l10n.t('Untitled')),
        description: stepCount(other.steps.length),
        begun: other,
        buttons: [throwAway],
      })),
      ...templateItems(''),
    ];
  };

  return new Promise(resolve => {
    let answered = false;
    const answer = (next: Draft): void => {
      answered = true;
      resolve(next);
      pick.hide();
    };
    pick.onDidChangeValue(draw);
    pick.onDidTriggerItemButton(({ item }) => {
      if (!item.begun) return;
      parts.forget(item.begun.id);
      begun = begun.filter(other => other !== item.begun);
      draw();
    });
    pick.onDidAccept(() => {
      const [item] = pick.activeItems;
      const title = safeText(pick.value);
      if (item?.begun) answer(item.begun);
      else if (item?.template) {
        const { template } = item;
        answer({ ...draft, title: template.title, steps: template.steps.map(step => ({ title: step })) });
      } else if (title !== '') answer({ ...draft, title });
    });
    pick.onDidHide(() => {
      if (!answered) parts.keep({ ...draft, title: pick.value });
      resolve(undefined);
      pick.dispose();
    });
    draw();
    pick.show();
  });
}

function descriptionOf(title: string, typed: string, draft: Draft): string {
  if (typed.trim().length > maxTitle && title.endsWith('…')) {
    return l10n.t('Cut to {0} characters', maxTitle);
  }
  return draft.steps.length > 0 ? stepCount(draft.steps.length) : l10n.t('On to its steps');
}

function separator(label: string): TitleItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function inert(label: string): TitleItem {
  return { label: iconLabel('info', label), alwaysShow: true };
}
