import { type Day, numberedWeekStart } from './day';
import { type History, livedDays, restFinder, type StreakRules } from './rules';

/**
 * The streak in weeks, in a row up to now: each week with at least one active day adds one. This week never breaks it
 * while it lasts, and a week of nothing but rest days (a long pause) is skipped.
 * @param firstWeekday 0 (Sunday) to 6
 */
export function weeksInARow(history: History, rules: StreakRules, today: Day, firstWeekday: number): number {
  const lived = livedDays(history, today);
  const restOn = restFinder(rules);
  const minimumWins = Math.max(1, rules.minimumWins);
  let current = 0;
  for (let week = numberedWeekStart(lived.first, firstWeekday); week <= lived.last; week += 7) {
    const days = [0, 1, 2, 3, 4, 5, 6].map(index => week + index);
    if (days.some(day => (lived.wins[day - lived.first] ?? 0) >= minimumWins)) current++;
    else if (week + 6 < lived.today && days.some(day => restOn(day) === undefined)) current = 0;
  }
  return current;
}
