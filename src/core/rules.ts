import { type Day, dayNumber, numberedWeekday } from './day';
import { type KindCounts, totalOf } from './win';

/** Wins of each day by kind, all time; days without a win may be missing. */
export type History = ReadonlyMap<Day, KindCounts>;

/** Days off, both ends included; without `to` it lasts until the user resumes. */
export interface Pause {
  readonly from: Day;
  readonly to?: Day;
}

/** Whether a day lies in a pause. */
export function isPaused({ from, to }: Pause, day: Day): boolean {
  return day >= from && (to === undefined || day <= to);
}

/** Which days are rest days. */
export interface RestRules {
  /** Weekdays, 0 (Sunday) to 6. */
  readonly restDays: ReadonlySet<number>;
  readonly pauses: readonly Pause[];
}

/** What the streak needs to know of the settings. */
export interface StreakRules extends RestRules {
  /** Wins that make a day active; at least 1. */
  readonly minimumWins: number;
}

/** What momentum needs to know of the settings. */
export interface MomentumRules extends RestRules {
  /** Wins that make a full day; at least 1. */
  readonly dailyGoal: number;
}

/** The days that the numbers walk over, as `dayNumber`s. */
export interface LivedDays {
  /** The day of the first win; after `last` when there was none. */
  readonly first: number;
  readonly today: number;
  /** The last day to walk, `today` or the one after it. */
  readonly last: number;
  /** Wins on each day, from `first` to `last`. */
  readonly wins: Uint32Array;
}

/**
 * The days from the first win to today; none before the first win.
 *
 * Travel: a win recorded in a zone ahead may lie on the day after today. That day has begun, so it is lived
 * too, and neither it nor today is over: like today, it can add and can't take away. Wins further ahead
 * can only come from a wrong clock, and wait until their day comes.
 */
export function livedDays(history: History, today: Day): LivedDays {
  const now = dayNumber(today);
  const won: [day: number, wins: number][] = [];
  let first = Number.POSITIVE_INFINITY;
  let last = now;
  for (const [day, counts] of history) {
    const number = dayNumber(day);
    const wins = totalOf(counts);
    if (wins <= 0 || !Number.isInteger(number) || !(number <= now + 1)) continue;
    won.push([number, wins]);
    if (number < first) first = number;
    if (number > last) last = number;
  }
  if (won.length === 0) return { first: now, today: now, last: now - 1, wins: new Uint32Array() };
  const wins = new Uint32Array(last - first + 1);
  for (const [day, count] of won) wins[day - first] = count;
  return { first, today: now, last, wins };
}

/** Tells whether, and why, a `dayNumber` is a rest day. A pause says more than a weekday, so it comes first. */
export function restFinder(rules: RestRules): (day: number) => 'paused' | 'rest' | undefined {
  const pauses = rules.pauses.map(pause => ({
    from: dayNumber(pause.from),
    to: pause.to === undefined ? Number.POSITIVE_INFINITY : dayNumber(pause.to),
  }));
  return day => {
    for (const pause of pauses) if (day >= pause.from && day <= pause.to) return 'paused';
    return rules.restDays.has(numberedWeekday(day)) ? 'rest' : undefined;
  };
}
