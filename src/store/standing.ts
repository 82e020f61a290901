import type { ScanCursor } from '../core/scanCursor';
import type { Backlog, Standing } from './state';

/**
 * More repositories than these are not remembered, but for those that are open: worktrees come and go, and each leaves
 * up to 800 bytes in workspace state. One that is forgotten is read anew when it comes back.
 */
const maxCursors = 50;

/** More interrupted readings than these are not remembered for a repository: the oldest go. */
const maxBacklogs = 50;

/** Where the scan of a repository stands, and what of its commits waits to be read for TODOs. */
export interface ScanStanding {
  readonly gitFolder: string;
  readonly cursor: ScanCursor;
  readonly backlog?: Backlog | undefined;
}

/** A scan's commits as what waits to be read for TODOs; undefined when it found none. */
export function backlogOf(scan: {
  readonly commits: readonly { readonly authoredAt: number }[];
  readonly head: string;
}): Backlog | undefined {
  return scan.commits.length === 0 ? undefined : { head: scan.head, since: oldestOf(scan.commits) };
}

/** When the oldest of some commits was authored (they stand in another order), ms since the epoch. */
export function oldestOf(commits: readonly { readonly authoredAt: number }[]): number {
  return commits.reduce((least, { authoredAt }) => Math.min(least, authoredAt), Number.POSITIVE_INFINITY);
}

/** How far everything has been read, after a scan. */
export function withScan(standing: Standing, { gitFolder, cursor, backlog }: ScanStanding): Standing {
  // The latest comes last, so the first was scanned longest ago.
  const { [gitFolder]: _before, ...others } = standing.cursors;
  const cursors = { ...others, [gitFolder]: cursor };
  if (!backlog) return { ...standing, cursors };
  const earlier = (standing.backlogs[gitFolder] ?? []).filter(each => !isSame(each, backlog));
  const waiting = [...earlier, backlog].slice(-maxBacklogs);
  return { cursors, backlogs: { ...standing.backlogs, [gitFolder]: waiting } };
}

/** The same without the repositories that were scanned longest ago, where there are too many; never without one that is `open`. */
export function bounded(standing: Standing, open: ReadonlySet<string>): Standing {
  const all = Object.keys(standing.cursors);
  const idle = all.filter(folder => !open.has(folder));
  const forgotten = new Set(idle.slice(0, Math.max(0, all.length - maxCursors)));
  const left = <T>(of: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(of).filter(([folder]) => !forgotten.has(folder)));
  return { cursors: left(standing.cursors), backlogs: left(standing.backlogs) };
}

/** The same, after some of a backlog has been read and `left` is left of it; nothing when absent. */
export function withBacklogRead(
  standing: Standing,
  gitFolder: string,
  backlog: Backlog,
  left?: Backlog,
): Standing {
  const { [gitFolder]: before = [], ...others } = standing.backlogs;
  const after = before.flatMap(each => (isSame(each, backlog) ? (left ?? []) : each));
  return { ...standing, backlogs: after.length > 0 ? { ...others, [gitFolder]: after } : others };
}

function isSame(one: Backlog, other: Backlog): boolean {
  return one.head === other.head && one.since === other.since;
}
