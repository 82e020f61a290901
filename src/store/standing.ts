import type { ScanCursor } from '../core/scanCursor';
import type { Backlog, Standing } from './state';

/**
 * More repositories than these are not remembered: worktrees come and go, and each leaves up to 800 bytes in workspace
 * state. One that is forgotten is read anew when it comes back.
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

/**
 * How far everything has been read, after a scan.
 * @param inUse git folders of repositories that are open: they are never forgotten
 */
export function withScan(
  standing: Standing,
  { gitFolder, cursor, backlog }: ScanStanding,
  inUse: ReadonlySet<string>,
): Standing {
  const { [gitFolder]: _before, ...others } = standing.cursors;
  // The latest comes last, so the first was scanned longest ago.
  const all = Object.entries({ ...others, [gitFolder]: cursor });
  const idle = all.map(([folder]) => folder).filter(folder => folder !== gitFolder && !inUse.has(folder));
  const forgotten = new Set(idle.slice(0, Math.max(0, all.length - maxCursors)));
  const cursors = Object.fromEntries(all.filter(([folder]) => !forgotten.has(folder)));
  const backlogs = Object.fromEntries(
    Object.entries(standing.backlogs).filter(([folder]) => folder in cursors),
  );
  if (backlog) {
    const earlier = (backlogs[gitFolder] ?? []).filter(each => !isSame(each, backlog));
    backlogs[gitFolder] = [...earlier, backlog].slice(-maxBacklogs);
  }
  return { cursors, backlogs };
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
