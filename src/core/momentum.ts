import { type Day, dayNumber } from './day';
import { type History, livedDays, type MomentumRules, restFinder } from './rules';

/** What is kept of yesterday's value: a day's weight halves in 13 due days. */
const keep = 0.5 ** (1 / 13);

/**
 * Momentum: 0 to 100, a habit's strength. Exponential smoothing over due days, `s·m + 100·v·(1 − m)` with
 * `m = 0.5^(1/13)` and `v` the share of the daily goal reached: the score of Loop Habit Tracker
 * (https://github.com/iSoron/uhabits, `Score.compute`) for a daily habit. Rest days without wins are not due.
 * Today never lowers it while it lasts. For days ahead of today see `livedDays`.
 */
export function momentumOf(history: History, rules: MomentumRules, today: Day): number {
  return walkDueDays(history, rules, today).at(-1)?.value ?? 0;
}

/** Momentum at the end of each of the last (at most) `count` due days since the first win, oldest first. */
export function momentumSeries(
  history: History,
  rules: MomentumRules,
  today: Day,
  count: number,
): readonly number[] {
  const dueDays = walkDueDays(history, rules, today);
  return dueDays.slice(Math.max(0, dueDays.length - count)).map(due => due.value);
}

/** How many weeks that series spans, whole. */
export function momentumWeeks(history: History, rules: MomentumRules, today: Day, count: number): number {
  const first = walkDueDays(history, rules, today).at(-count) ?? walkDueDays(history, rules, today)[0];
  return first ? Math.round((dayNumber(today) + 1 - first.day) / 7) : 0;
}

/** Momentum at the end of the day that lies `daysAgo` (at least 1) before today; four weeks for "change". */
export function momentumAgo(history: History, rules: MomentumRules, today: Day, daysAgo = 28): number {
  const day = dayNumber(today) - daysAgo;
  return walkDueDays(history, rules, today).findLast(due => due.day <= day)?.value ?? 0;
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
