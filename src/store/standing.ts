import type { ScanCursor } from '../core/scanCursor';
import type { Backlog, Standing } from './state';

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
  const cursors = { ...standing.cursors, [gitFolder]: cursor };
  if (!backlog) return { ...standing, cursors };
  const others = (standing.backlogs[gitFolder] ?? []).filter(each => !isSame(each, backlog));
  const all = [...others, backlog].slice(-maxBacklogs);
  return { cursors, backlogs: { ...standing.backlogs, [gitFolder]: all } };
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
