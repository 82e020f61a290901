import * as l10n from '@vscode/l10n';
import type { Suggestion } from './nextStep';
import type { PanelModel } from './panelModel';

/** A suggestion in words, as every view shows it. */
export type NextStepText = NonNullable<PanelModel['nextStep']>;

/**
 * A suggestion in words.
 * @param another whether there is another one
 */
export function nextStepText(suggestion: Suggestion, another: boolean): NextStepText {
  const { id } = suggestion;
  switch (suggestion.kind) {
    case 'step': {
      const { task, step, today } = suggestion;
      const number = task.steps.indexOf(step) + 1;
      return {
        id,
        title: step.title,
        detail: l10n.t('{0}, step {1} of {2}', task.title, number, task.steps.length),
        act: { id: 'done', title: l10n.t('Done') },
        today,
        another,
      };
    }
    case 'tests':
      return {
        id,
        title: l10n.t('Get `{0}` green again', suggestion.suite.command),
        detail: l10n.t('Its last run was red.'),
        act: { id: 'open', title: l10n.t('Run tests') },
        another,
      };
    case 'commit':
      return {
        id,
        title: l10n.t('Commit what you have'),
        detail: l10n.t('Changes in {0} have waited for more than an hour.', suggestion.work.name),
        act: { id: 'open', title: l10n.t('Open Source Control') },
        another,
      };
    case 'todo': {
      const { text, file, line } = suggestion.todo;
      return {
        id,
        title: text,
        detail: l10n.t('A TODO in {0}, line {1}', file, line + 1),
        act: { id: 'open', title: l10n.t('Open file') },
        another,
      };
    }
  }
}
