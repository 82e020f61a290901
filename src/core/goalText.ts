import * as l10n from '@vscode/l10n';
import type { Goal } from './goals';
import type { Phrases } from './phrases';
import { one } from './plural';
import type { WinKind } from './win';

/** What can be counted for a goal. */
export type GoalKind = WinKind | 'all';

/**
 * A goal's own words: `15 wins this week`, `Close 5 TODOs by 31 May`.
 * @param by the last day in the user's words
 */
export function goalTitle(
  kind: GoalKind,
  target: number,
  period: Goal['period'],
  by: string,
  phrases: Phrases,
): string {
  const shown = phrases.number(target);
  if ('by' in period && kind === 'todo') {
    return one(target)
      ? l10n.t('Close {0} TODO by {1}', shown, by)
      : l10n.t('Close {0} TODOs by {1}', shown, by);
  }
  const wins = countInWords(kind, target, phrases);
  if ('by' in period) return l10n.t('{0} by {1}', wins, by);
  return period.every === 'week' ? l10n.t('{0} this week', wins) : l10n.t('{0} this month', wins);
}

function countInWords(kind: GoalKind, target: number, phrases: Phrases): string {
  if (kind === 'all') return phrases.wins(target);
  if (kind !== 'manual') return phrases.kind(kind, target);
  const shown = phrases.number(target);
  return one(target) ? l10n.t('{0} logged win', shown) : l10n.t('{0} logged wins', shown);
}
