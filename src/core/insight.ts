import * as l10n from '@vscode/l10n';
import { peakOf, winsByWeekday } from './bests';
import { addDays } from './day';
import type { Phrases } from './phrases';
import type { History } from './rules';

/** With fewer wins a peak is chance. */
const enoughWins = 30;

/** A Sunday, to name weekdays by. */
const anySunday = '2026-11-22';

/**
 * The weekday and the hour that most wins fell on, a line each, where there is a single one to name.
 * @param hours wins by the hour of the day, 24 numbers
 */
export function peakLines(history: History, hours: readonly number[], phrases: Phrases): string[] {
  const weekdays = winsByWeekday(history);
  if (weekdays.reduce((sum, count) => sum + count, 0) < enoughWins) return [];
  const weekday = peakOf(weekdays);
  const hour = peakOf(hours);
  return [
    ...(weekday === undefined
      ? []
      : [l10n.t('The weekday with most wins so far: {0}', phrases.weekday(addDays(anySunday, weekday)))]),
    ...(hour === undefined ? [] : [l10n.t('The hour with most wins so far: from {0}', phrases.hour(hour))]),
  ];
}
