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
  /** The win in full, if it counts and is among the newest. */
  find(id: string): Win | undefined;
}
