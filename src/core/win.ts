import type { Day } from './day';

/** What kind of finished work a win is (SPEC, Words). The order is the order of `KindCounts`. */
export const winKinds = ['commit', 'todo', 'tests', 'step', 'manual'] as const;

/** One of `winKinds`. */
export type WinKind = (typeof winKinds)[number];

/** One finished piece of work. Plain data, the same in the journal, in memory and in the exported API. */
export interface Win {
  /** Stable: scanning, importing or replaying twice gives the same id. */
  readonly id: string;
  readonly kind: WinKind;
  /** When it happened, ms since the epoch. */
  readonly at: number;
  /** The local day on which it happened, `YYYY-MM-DD`; fixed when recorded. */
  readonly day: Day;
  /** Shown as text only; at most 200 characters, see `safeText`. */
  readonly title: string;
  /** Seen and shown, and still able to be taken back. */
  readonly provisional: boolean;
  /** Made together with a coding agent. */
  readonly withAgent?: boolean;
  /** One plain sentence that says why it counted. */
  readonly why: string;
  /** Where it came from, enough to open it: `repository`, `sha`, `branch`, `file`, `command`, `task` … */
  readonly source: Readonly<Record<string, string>>;
}

/** Wins of one day by kind, in the order of `winKinds`. */
export type KindCounts = readonly [commit: number, todo: number, tests: number, step: number, manual: number];

/** A day without a win. */
export const noWins: KindCounts = [0, 0, 0, 0, 0];

/** All wins of a day, whatever their kind. */
export function totalOf(counts: KindCounts): number {
  return counts[0] + counts[1] + counts[2] + counts[3] + counts[4];
}

/** `counts` with `delta` more (or fewer, but never below 0) wins of `kind`. */
export function withCount(counts: KindCounts, kind: WinKind, delta: number): KindCounts {
  const next: [number, number, number, number, number] = [...counts];
  const index = winKinds.indexOf(kind) as 0 | 1 | 2 | 3 | 4;
  next[index] = Math.max(0, next[index] + delta);
  return next;
}

/** Counts as an object by kind, the form of the exported API. */
export function byKind(counts: KindCounts): Record<WinKind, number> {
  const [commit, todo, tests, step, manual] = counts;
  return { commit, todo, tests, step, manual };
}
