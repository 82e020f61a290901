import { type Day, dayNumber, numberedDay } from './day';
import { type History, livedDays, restFinder, type StreakRules } from './rules';

/** What a day is in the streak's eyes. */
export type DayMark = 'won' | 'rest' | 'covered' | 'paused' | 'none';

/** A streak this long, and each multiple of it, earns a rest pass. */
const passEvery = 7;

/** Rest passes that can be held at a time. */
const mostPasses = 2;

/** Active days in a row, as of today (SPEC 4). */
export interface Streak {
  /** In active days. */
  readonly current: number;
  /** The longest ever, in active days. */
  readonly longest: number;
  /** The last active day of the longest streak, the earliest one's if several are as long. */
  readonly longestTo?: Day;
  /** Rest passes held. */
  readonly passes: number;
  /** The streak's length at which the next pass is earned; absent while no more can be held. */
  readonly nextPassAt?: number;
  /** Whether today is an active day. */
  readonly todayCounts: boolean;
  /** What any day is: `won` active, `covered` by a pass, else `paused`, `rest` (a rest weekday) or `none`. */
  markOf(day: Day): DayMark;
  /** The day on which a streak was first this long. */
  firstReached(length: number): Day | undefined;
}

/**
 * Walks the days from the first win and applies SPEC 4's rules. For days ahead of today see `livedDays`.
 * The longest streak is as of today's rules: changing them can change the past.
 */
export function walkStreak(history: History, rules: StreakRules, today: Day): Streak {
  const lived = livedDays(history, today);
  const restOn = restFinder(rules);
  const minimumWins = Math.max(1, rules.minimumWins);
  const isActive = (day: number): boolean => (lived.wins[day - lived.first] ?? 0) >= minimumWins;

  const covered = new Set<number>();
  /** At index n: the day on which a streak was first n + 1 long. */
  const reached: number[] = [];
  let current = 0;
  let passes = 0;
  for (let day = lived.first; day <= lived.last; day++) {
    if (isActive(day)) {
      current++;
      if (current % passEvery === 0) passes = Math.min(mostPasses, passes + 1);
      if (current > reached.length) reached.push(day);
    } else if (day < lived.today && restOn(day) === undefined) {
      if (passes > 0) {
        passes--;
        covered.add(day);
      } else {
        current = 0;
      }
    }
  }

  const longestTo = reached.at(-1);
  return {
    current,
    longest: reached.length,
    ...(longestTo !== undefined && { longestTo: numberedDay(longestTo) }),
    passes,
    ...(passes < mostPasses && { nextPassAt: (Math.floor(current / passEvery) + 1) * passEvery }),
    todayCounts: isActive(dayNumber(today)),
    markOf: day => {
      const number = dayNumber(day);
      if (isActive(number)) return 'won';
      return covered.has(number) ? 'covered' : (restOn(number) ?? 'none');
    },
    firstReached: length => {
      const day = reached[length - 1];
      return day === undefined ? undefined : numberedDay(day);
    },
  };
}
