import type { Day } from './day';
import type { Win } from './win';

/** A win as a detector found it, with the clock it happened on. */
export interface FoundWin {
  readonly win: Win;
  /** Minutes east of UTC on the clock of the place where it happened. */
  readonly offset: number;
}

/** What a detector may ask about wins that are kept. */
export interface KnownWins {
  /** Whether a win with this id counts. */
  has(id: string): boolean;
  /** Whether it counts, or once did: taken back by the world or by the user. */
  seen(id: string): boolean;
  /** The win in full, if it counts and is among the newest. */
  find(id: string): Win | undefined;
  /** The newest wins in full, newest first. */
  readonly recent: readonly Win[];
}

/** Where detectors hand in what they found, and what they need to know of the rest of the house. */
export interface WinSink {
  readonly known: KnownWins;
  /** Keeps wins of a project; one that is kept as it is costs nothing. */
  keep(project: string, found: readonly FoundWin[]): Promise<void>;
  /**
   * Takes wins back that turned out to be none; they may be kept again.
   * @param only leaves those that were confirmed meanwhile, here or in another window
   */
  withdraw(project: string, ids: readonly string[], only?: 'provisional'): Promise<void>;
  /** The day of a moment (ms since the epoch) on a clock (minutes east of UTC). */
  dayOf(at: number, offset: number): Day;
  /** ms since the epoch */
  now(): number;
}

/** What wins were known as at a moment, by id; see `knownAs`. */
export type KnownForms = ReadonlyMap<string, string | undefined>;

/** What a win is known as: its commit's sha; '' where it is not known in full, undefined where it is not at all. */
export function knownAs(known: KnownWins, id: string): string | undefined {
  return known.seen(id) ? (known.find(id)?.source.sha ?? '') : undefined;
}

/**
 * Whether another window has kept other commits under the ids of found ones since these were told apart: then a commit
 * may have another id by now.
 */
export function areTaken(found: readonly FoundWin[], before: KnownForms, known: KnownWins): boolean {
  return found.some(({ win }) => {
    const now = knownAs(known, win.id);
    return before.has(win.id) && now !== before.get(win.id) && now !== win.source.sha;
  });
}
