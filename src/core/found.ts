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
