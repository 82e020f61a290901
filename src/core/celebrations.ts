import { addDays, type Day } from './day';
import type { Rung } from './milestones';
import type { Win } from './win';

/** How much is made of a milestone: nothing, words, or words and motion. */
export const celebrationModes = ['off', 'quiet', 'full'] as const;

/** One of `celebrationModes`. */
export type CelebrationMode = (typeof celebrationModes)[number];

/** A win further from now than this, in ms, was found, not made: nothing to celebrate. */
const freshMs = 120_000;

/** Whether a win was made a moment ago; not one of a clock that is far ahead, which would stay fresh for long. */
export function isFresh(win: Win, now: number): boolean {
  return Math.abs(now - win.at) < freshMs;
}

/** A commit's time, and that of the TODOs it closed, is when git was started; message and hooks come after that. ms */
const longestCommitMs = 10 * 60_000;

/** Whether a win that is added now was made now, not found. */
export function isMadeNow(win: Win, now: number): boolean {
  const begun = now - win.at;
  return isFresh(win, now) || (win.source.sha !== undefined && begun > 0 && begun < longestCommitMs);
}

/** What just happened, and what it happened to. */
export interface Occasion {
  readonly mode: CelebrationMode;
  /** Every milestone as it is now, rung by rung. */
  readonly milestones: readonly Rung[];
  /** Those whose day was kept before, by id. */
  readonly known: { has(id: string): boolean };
  /** The wins that were added. */
  readonly added: readonly Win[];
  /** ms since the epoch */
  readonly now: number;
  readonly today: Day;
  /** Whether today is a rest day or lies in a pause. */
  readonly rest: boolean;
}

/** A milestone worth a word. */
export interface Celebration {
  readonly id: string;
  readonly title: string;
  /** How high it stands on its own ladder: of several the greatest is told. */
  readonly rank: number;
  /** Whether a notification may tell it, once the user has a moment. */
  readonly notify: boolean;
  /** Whether the panel may move. */
  readonly burst: boolean;
}

/**
 * The milestone to celebrate, at most one: the greatest of those that a win of now reached. One that was reached
 * before, that an import, a scan or a pull brought along, or whose day has passed, is kept without a word.
 */
export function celebrationOf(occasion: Occasion): Celebration | undefined {
  const { mode, milestones, known, added, now, today, rest } = occasion;
  if (mode === 'off') return undefined;
  // What comes with older wins was found with them.
  if (added.length === 0 || !added.every(win => isMadeNow(win, now))) return undefined;
  const fresh = milestones.filter(({ id, reachedOn }) => reachedOn === today && !known.has(id));
  const ranked = fresh.map(milestone => ({ milestone, rank: rankOf(milestone, milestones) }));
  const [greatest] = ranked.sort((one, other) => other.rank - one.rank);
  if (!greatest) return undefined;
  const { id, title } = greatest.milestone;
  return { id, title, rank: greatest.rank, notify: !rest, burst: mode === 'full' && !rest };
}

/**
 * Whether a notification may be shown today: one a day at most, over all windows. Who travels west may live a day
 * twice; a day further ahead can only come from a wrong clock, and must not silence the days until then.
 * @param last the day of the last one
 */
export function mayNotify(last: Day | undefined, today: Day): boolean {
  return last === undefined || last < today || last > addDays(today, 1);
}

/** Rungs below it on its own ladder; the ladder of all wins counts a little more than that of one kind. */
function rankOf({ series, target }: Rung, all: readonly Rung[]): number {
  const below = all.filter(other => other.series === series && other.target < target).length;
  return below + (series === 'wins' || series === 'streak' ? 0.5 : 0);
}
