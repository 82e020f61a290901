import type { ScanCursor } from '../../core/scanCursor';
import type { HeadMove, ReflogRead } from '../git/reflog';
import { leftHeads } from './headMoves';
import type { Range } from './history';

/** Heads remembered a repository: enough that switching between branches reads nothing twice. */
const maxHeads = 16;

/** What a scan reads at once. */
export interface Stretch extends Range {
  /** How HEAD got there, as far as that is new. */
  readonly moves: readonly HeadMove[];
  /** Where the scan stands when it has been read. */
  readonly cursor: Omit<ScanCursor, 'project'>;
}

/** Where a repository stands when a scan begins. */
export interface Look {
  /** The commit that HEAD is at. */
  readonly head: string;
  /** Undefined where there is none. */
  readonly reflog: ReflogRead | undefined;
  /** Where the last scan stood. */
  readonly last: ScanCursor | undefined;
  /** Of the heads that were left unread, those that count. */
  readonly left: readonly string[];
  /** Whether the whole period is read again. */
  readonly anew: boolean;
  /** Where the period begins now, ms since the epoch. */
  readonly periodStart: number;
}

/** Heads that a checkout or a reset left before anybody read their history. */
export function leftUnread({ head, reflog, last }: Pick<Look, 'head' | 'reflog' | 'last'>): string[] {
  return leftHeads(reflog?.moves ?? []).filter(sha => sha !== head && !last?.heads.includes(sha));
}

/** What is new: HEAD's history, and that of heads which were left before anybody looked; undefined when nothing is. */
export function newStretch({ head, reflog, last, left, anew, periodStart }: Look): Stretch | undefined {
  const read = anew ? [] : (last?.heads ?? []);
  const moves = reflog?.moves ?? [];
  if (read.at(-1) === head && left.length === 0) return undefined;
  const heads = [...read.filter(sha => sha !== head), ...left, head].slice(-maxHeads);
  // What would have counted before does after a reading anew, too.
  const since = anew || !last ? Math.min(periodStart, last?.since ?? periodStart) : last.since;
  const rest = anew ? undefined : last?.rest;
  return {
    head,
    left,
    read,
    moves,
    cursor: { heads, since, reflog: reflog?.position ?? 0, ...(rest && { rest }) },
  };
}

/** Where the scan stands after a stretch. @param end `stoppedAt`: the commit time (ms) that it was stopped at, if it was */
export function cursorAfter(
  { head, cursor }: Stretch,
  end: { readonly stoppedAt: number | undefined; readonly hasWithdrawn: boolean },
): Stretch['cursor'] {
  // After a withdrawal the dropped head counts as not read: its commits may come back.
  const heads = end.hasWithdrawn ? [head] : cursor.heads;
  const rest = end.stoppedAt === undefined ? cursor.rest : { head, until: end.stoppedAt };
  return { ...cursor, heads, ...(rest && { rest }) };
}
