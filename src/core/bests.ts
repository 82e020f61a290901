import { type Day, dayNumber, numberedDay, numberedWeekday, numberedWeekStart } from './day';
import type { History } from './rules';
import { totalOf } from './win';

/** The day with most wins, the earliest if several have as many; undefined before the first win. */
export function bestDay(history: History): { readonly day: Day; readonly wins: number } | undefined {
  let best: { day: Day; wins: number } | undefined;
  for (const [day, counts] of history) {
    const wins = totalOf(counts);
    if (wins > (best?.wins ?? 0) || (wins === best?.wins && day < best.day)) best = { day, wins };
  }
  return best;
}

/**
 * The week with most wins, the earliest if several have as many; undefined before the first win.
 * @param firstWeekday 0 (Sunday) to 6
 */
export function bestWeek(
  history: History,
  firstWeekday: number,
): { readonly from: Day; readonly to: Day; readonly wins: number } | undefined {
  const weeks = new Map<number, number>();
  for (const [day, counts] of history) {
    const week = numberedWeekStart(dayNumber(day), firstWeekday);
    weeks.set(week, (weeks.get(week) ?? 0) + totalOf(counts));
  }
  let best: { week: number; wins: number } | undefined;
  for (const [week, wins] of weeks) {
    if (wins > (best?.wins ?? 0) || (wins === best?.wins && week < best.week)) best = { week, wins };
  }
  return best && { from: numberedDay(best.week), to: numberedDay(best.week + 6), wins: best.wins };
}

/** All wins by weekday, Sunday first. */
export function winsByWeekday(history: History): readonly number[] {
  const sums = [0, 0, 0, 0, 0, 0, 0];
  for (const [day, counts] of history) {
    const weekday = numberedWeekday(dayNumber(day));
    sums[weekday] = (sums[weekday] ?? 0) + totalOf(counts);
  }
  return sums;
}

/** The index (a weekday, an hour) with most wins; undefined when there is no such single one to name. */
export function peakOf(counts: readonly number[]): number | undefined {
  const most = Math.max(0, ...counts);
  const peak = counts.indexOf(most);
  return most > 0 && counts.lastIndexOf(most) === peak ? peak : undefined;
}

/** This week against the ones before it. */
export interface WeekSoFar {
  readonly wins: number;
  /** Days of this week with a win. */
  readonly days: number;
  /** Weeks before this one that are compared: 4, fewer when the first win was later. */
  readonly weeks: number;
  /** Their wins a week; absent without such a week. */
  readonly average?: number;
  /** Their wins up to the weekday that is today, the fair comparison while this week lasts. */
  readonly averageByNow?: number;
}

/**
 * This week so far against the average of the last four.
 * @param firstWeekday 0 (Sunday) to 6
 */
export function weekSoFar(history: History, today: Day, firstWeekday: number): WeekSoFar {
  const now = dayNumber(today);
  const thisWeek = numberedWeekStart(now, firstWeekday);
  let firstWeek = thisWeek;
  let wins = 0;
  let days = 0;
  let before = 0;
  let beforeByNow = 0;
  for (const [day, counts] of history) {
    const total = totalOf(counts);
    const number = dayNumber(day);
    const week = numberedWeekStart(number, firstWeekday);
    if (total === 0 || week > thisWeek) continue;
    if (week < firstWeek) firstWeek = week;
    if (week === thisWeek) {
      wins += total;
      days++;
    } else if (thisWeek - week <= 4 * 7) {
      before += total;
      if (number - week <= now - thisWeek) beforeByNow += total;
    }
  }
  const weeks = Math.min(4, (thisWeek - firstWeek) / 7);
  return {
    wins,
    days,
    weeks,
    ...(weeks > 0 && { average: before / weeks, averageByNow: beforeByNow / weeks }),
  };
}
