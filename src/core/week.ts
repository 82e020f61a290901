import * as l10n from '@vscode/l10n';
import { bestWeek, weekSoFar } from './bests';
import { addDays, type Day, weekStart } from './day';
import type { Kept, NumberSettings } from './overview';
import { rulesOf } from './overview';
import type { PanelModel } from './panelModel';
import { Phrases } from './phrases';
import type { History } from './rules';
import { finishedByTicking } from './tasks';
import { weeksInARow } from './weeks';
import { type KindCounts, noWins, totalOf, winKinds } from './win';

/** Sentences about a week, at most. */
const mostSentences = 4;

/** What the panel shows of this week. @param putOff the week whose question the user does not want to answer now */
export function weekModel(
  kept: Kept,
  settings: NumberSettings,
  today: Day,
  locale: string,
  putOff: unknown,
): PanelModel['week'] {
  const week = reviewWeek(kept, today, settings.firstWeekday);
  return {
    story: weekSentences(kept, settings, today, locale),
    ...(week !== undefined &&
      week !== putOff && { review: { week, question: l10n.t('What worked last week?') } }),
  };
}

/** The first day of last week, when it had wins and its question is not answered. */
function reviewWeek(kept: Kept, today: Day, firstWeekday: number): Day | undefined {
  const week = addDays(weekStart(today, firstWeekday), -7);
  const hadWins = totalOf(countsOf(kept.days, week, addDays(week, 6))) > 0;
  return hadWins && !kept.reviews.has(week) ? week : undefined;
}

/**
 * A week up to a day, in at most four sentences that only say what is so: what was done, against the weeks before,
 * what was finished, and the fullest day or the weeks in a row.
 * @param upTo today, or the last day of a week that is over
 * @param isOver whether it is over, so that nothing more will come
 */
export function weekSentences(
  kept: Kept,
  settings: NumberSettings,
  upTo: Day,
  locale: string,
  isOver = false,
): string[] {
  const phrases = new Phrases(locale);
  const { firstWeekday } = settings;
  const from = weekStart(upTo, firstWeekday);
  const history = upToDay(kept.days, upTo);
  const counts = countsOf(history, from, upTo);
  const sentences = [
    doneSentence(counts, daysWithWins(history, from, upTo), phrases, isOver),
    againstSentence(history, upTo, firstWeekday, phrases),
    finishedSentence(kept, settings, from, upTo, phrases),
    bestSentence(history, from, firstWeekday, phrases),
    rowSentence(kept, history, settings, upTo, phrases),
  ];
  return sentences.filter(sentence => sentence !== undefined).slice(0, mostSentences);
}

/** The history as it was at the end of a day. */
export function upToDay(history: History, last: Day): History {
  for (const day of history.keys()) {
    if (day > last) return new Map([...history].filter(([each]) => each <= last));
  }
  return history;
}

/** Wins by kind from a day to another, both included. */
export function countsOf(history: History, from: Day, to: Day): KindCounts {
  const sum: [number, number, number, number, number] = [...noWins];
  for (const [day, counts] of history) {
    if (day < from || day > to) continue;
    for (const index of [0, 1, 2, 3, 4] as const) sum[index] += counts[index];
  }
  return sum;
}

function daysWithWins(history: History, from: Day, to: Day): readonly Day[] {
  return [...history]
    .filter(([day, counts]) => day >= from && day <= to && totalOf(counts) > 0)
    .map(([day]) => day)
    .sort();
}

function doneSentence(counts: KindCounts, days: readonly Day[], phrases: Phrases, isOver: boolean): string {
  const kinds = winKinds.flatMap((kind, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [phrases.kind(kind, count)] : [];
  });
  if (kinds.length === 0) {
    return isOver ? l10n.t('No win in this week.') : l10n.t('No win this week yet.');
  }
  const wins = phrases.list(kinds);
  const [only] = days;
  if (days.length === 1 && only) return l10n.t('{0} on {1}.', wins, phrases.weekday(only));
  return l10n.t('{0} on {1} days.', wins, phrases.number(days.length));
}

function againstSentence(
  history: History,
  upTo: Day,
  firstWeekday: number,
  phrases: Phrases,
): string | undefined {
  const { weeks, averageByNow } = weekSoFar(history, upTo, firstWeekday);
  if (averageByNow === undefined) return undefined;
  const wins = phrases.wins(Math.round(averageByNow * 10) / 10);
  if (weeks === 1) return l10n.t('The week before had {0} by the same day.', wins);
  return l10n.t('The {0} weeks before had {1} by the same day, on average.', phrases.number(weeks), wins);
}

function finishedSentence(
  { tasks }: Kept,
  { dayOf }: NumberSettings,
  from: Day,
  upTo: Day,
  phrases: Phrases,
): string | undefined {
  const finished = tasks.filter(task => {
    const finishedAt = finishedByTicking(task);
    const day = finishedAt === undefined ? '' : dayOf(finishedAt);
    return day >= from && day <= upTo;
  });
  const [task] = finished;
  if (!task) return undefined;
  if (finished.length === 1) return l10n.t('Task finished: {0}.', task.title);
  return l10n.t('{0} tasks finished.', phrases.number(finished.length));
}

function bestSentence(
  history: History,
  from: Day,
  firstWeekday: number,
  phrases: Phrases,
): string | undefined {
  const days = [...history].filter(([day]) => day >= from);
  const isFirst = days.length === history.size; // nothing to compare with
  if (!isFirst && bestWeek(history, firstWeekday)?.from === from) {
    return l10n.t('It is the fullest week so far.');
  }
  if (days.length < 2) return undefined;
  const most = Math.max(...days.map(([, counts]) => totalOf(counts)));
  const fullest = days.filter(([, counts]) => totalOf(counts) === most);
  const [day] = fullest[0] ?? [];
  if (fullest.length !== 1 || !day) return undefined;
  return l10n.t('The fullest day was {0}, with {1}.', phrases.weekday(day), phrases.wins(most));
}

function rowSentence(
  kept: Kept,
  history: History,
  settings: NumberSettings,
  upTo: Day,
  phrases: Phrases,
): string | undefined {
  const current = weeksInARow(history, rulesOf(kept, settings), upTo, settings.firstWeekday);
  return current < 2 ? undefined : l10n.t('{0} weeks in a row have an active day.', phrases.number(current));
}
