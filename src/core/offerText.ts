import * as l10n from '@vscode/l10n';
import type { Offer } from './matches';
import type { PanelModel } from './panelModel';

/** An offer in words, as every view shows it. */
export function offerText({ task, step, win }: Offer): PanelModel['offers'][number] {
  return { task: task.id, step: step.id, title: step.title, detail: causeText(win) };
}

function causeText({ kind, title, source }: Offer['win']): string {
  if (kind === 'commit') return l10n.t('Your commit says: {0}', title);
  if (kind === 'todo') return l10n.t('You closed this TODO: {0}', title);
  return source.command ? l10n.t('`{0}` was green', source.command) : l10n.t('Your tests were green');
}
