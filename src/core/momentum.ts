import { type Day, dayNumber } from './day';
import { type History, livedDays, type MomentumRules, restFinder } from './rules';

/** What is kept of yesterday's value: a day's weight halves in 13 due days. */
const keep = 0.5 ** (1 / 13);

/** What momentum is compared with lies four weeks back. */
const daysBefore = 28;

/**
 * Momentum: 0 to 100, a habit's strength. Exponential smoothing over due days, `s·m + 100·v·(1 − m)` with
 * `m = 0.5^(1/13)` and `v` the share of the daily goal reached: the score of Loop Habit Tracker
 * (https://github.com/iSoron/uhabits, `Score.compute`) for a daily habit. Rest days without wins are not due.
 * Today never lowers it while it lasts. For days ahead of today see `livedDays`.
 */
export function momentumOf(history: History, rules: MomentumRules, today: Day): number {
  return walkDueDays(history, rules, today).at(-1)?.value ?? 0;
}

/** How momentum came to be what it is. */
export interface MomentumTrend {
  /** Its value at the end of each of the last due days since the first win, oldest first. */
  readonly series: readonly number[];
  /** How many weeks the series spans, whole. */
  readonly weeks: number;
  /** Its value four weeks ago. */
  readonly before: number;
}

/** @param count due days of the series, at most */
export function momentumTrend(
  history: History,
  rules: MomentumRules,
  today: Day,
  count: number,
): MomentumTrend {
  const dueDays = walkDueDays(history, rules, today);
  const last = dueDays.slice(Math.max(0, dueDays.length - count));
  const now = dayNumber(today);
  return {
    series: last.map(({ value }) => value),
    weeks: last[0] ? Math.round((now + 1 - last[0].day) / 7) : 0,
    before: dueDays.findLast(({ day }) => day <= now - daysBefore)?.value ?? 0,
  };
}

/** Every due day since the first win, with momentum at its end. */
function walkDueDays(
  history: History,
  rules: MomentumRules,
  today: Day,
): { readonly day: number; readonly value: number }[] {
  const lived = livedDays(history, today);
  const restOn = restFinder(rules);
  const goal = Math.max(1, rules.dailyGoal);
  const dueDays: { day: number; value: number }[] = [];
  let value = 0;
  for (let day = lived.first; day <= lived.last; day++) {
    const wins = lived.wins[day - lived.first] ?? 0;
    if (wins === 0 && restOn(day) !== undefined) continue;
    const next = value * keep + 100 * Math.min(1, wins / goal) * (1 - keep);
    value = day >= lived.today ? Math.max(value, next) : next;
    dueDays.push({ day, value });
  }
  return dueDays;
}
