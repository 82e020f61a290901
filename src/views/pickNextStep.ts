import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { NextStepText } from '../core/nextStepText';
import { iconLabel, plainLabel } from './labels';
import { sayQuietly } from './sayQuietly';

/** Suggestions shown at once: a list of small steps is itself to stay small. */
const maxShown = 30;

/** What the user may do with a suggestion in the list. */
export interface PickActions {
  /** The suggestions, the current one first. */
  list(): readonly NextStepText[];
  /** Ticks it, or opens what it takes to do it. */
  act(id: string): Promise<void>;
  /** Commits to it for today, or no longer. */
  today(id: string): Promise<void>;
  /** Makes it the suggestion. */
  pick(id: string): Promise<void>;
}

interface Item extends vscode.QuickPickItem {
  readonly suggestion: NextStepText;
}

/** Lets the user choose among the suggestions. Buttons tick a step or commit to it, and leave the list open. */
export function pickNextStep(actions: PickActions): Promise<void> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.title = l10n.t('My Next Small Step');
  pick.placeholder = l10n.t('What do you do next?');
  pick.matchOnDetail = true;
  const done: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('check'),
    tooltip: l10n.t('Done'),
  };
  const commit: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('target'),
    tooltip: l10n.t('Commit to today'),
  };
  const release: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('circle-slash'),
    tooltip: l10n.t('Not today'),
  };

  const draw = (): void => {
    const active = pick.activeItems[0]?.suggestion.id;
    pick.items = actions
      .list()
      .slice(0, maxShown)
      .map(suggestion => {
        const isStep = suggestion.act.id === 'done';
        const icon = isStep ? 'checklist' : 'arrow-right';
        return {
          label: iconLabel(icon, suggestion.title),
          ...(suggestion.today && { description: l10n.t('today') }),
          detail: plainLabel(suggestion.detail),
          buttons: isStep ? [done, suggestion.today ? release : commit] : [],
          suggestion,
        };
      });
    const again = pick.items.find(({ suggestion }) => suggestion.id === active);
    if (again) pick.activeItems = [again];
  };

  return new Promise((resolve, reject) => {
    const then = (work: Promise<void>, close: boolean): void => {
      work.then(() => {
        // After the last one's Done an empty list would be all that is left.
        const isEmpty = actions.list().length === 0;
        if (isEmpty) sayQuietly(l10n.t('That was the last one.'));
        if (close || isEmpty) pick.hide();
        else draw();
      }, reject);
    };
    pick.onDidTriggerItemButton(({ item, button }) => {
      const { id } = item.suggestion;
      then(button === done ? actions.act(id) : actions.today(id), false);
    });
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (!chosen) return;
      const { id, act } = chosen.suggestion;
      then(act.id === 'done' ? actions.pick(id) : actions.act(id), true);
    });
    pick.onDidHide(() => {
      resolve();
      pick.dispose();
    });
    draw();
    pick.show();
  });
}
