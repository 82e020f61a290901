import type { FoundWin, KnownWins } from '../../core/found';
import { winLike, winOfSha } from './identity';
import type { Commit } from './log';

/** A commit dropped this long after it was made, in ms, was a step on the way and no win (SPEC 2.1). */
const hourMs = 3_600_000;

/** Commits that a `reset` took off every local branch, and their wins. */
export interface Drop {
  /** When the reset was, ms since the epoch. */
  readonly at: number;
  /** The tree that the topmost of them left. */
  readonly tree: string;
  /** Own commits with a win, newest first. */
  readonly dropped: readonly Dropped[];
}

/** A commit that a reset took away, and its win. */
export interface Dropped {
  readonly commit: Commit;
  readonly found: FoundWin;
  /** Whether the win is this very commit's; else it is one of which the commit looks like another form. */
  readonly sure: boolean;
}

/**
 * The drop of a reset; undefined when it took no win along.
 * @param commits newest first, the tip on top
 * @param amended by an amended commit's sha, what it was before
 */
export function dropOf(
  commits: readonly Commit[],
  at: number,
  known: KnownWins,
  amended: ReadonlyMap<string, string>,
): Drop | undefined {
  const dropped = commits.flatMap((commit): Dropped[] => {
    const sure = winOfSha(known, commit.sha) ?? winOfSha(known, amended.get(commit.sha) ?? '');
    const win = sure ?? winLike(known, commit);
    return win ? [{ commit, found: { win, offset: commit.authorOffset }, sure: sure !== undefined }] : [];
  });
  return dropped.length > 0 ? { at, tree: commits[0]?.tree ?? '', dropped } : undefined;
}

/**
 * Whether a commit brings a drop's work back: all of it with the tree of its tip (made again, or squashed by
 * a soft reset), or one commit with the same subject in the same place.
 * @returns the id of the win that the commit is, and the other wins that came back with it
 */
export function broughtBack(
  commit: Commit,
  { tree, dropped }: Drop,
): { readonly id: string; readonly others: readonly FoundWin[] } | undefined {
  const [tip, ...others] = dropped;
  if (tip && commit.tree === tree) return { id: tip.found.win.id, others: others.map(({ found }) => found) };
  const again = dropped.find(
    one => one.commit.subject === commit.subject && one.commit.parents.join() === commit.parents.join(),
  );
  return again && { id: again.found.win.id, others: [] };
}

/** The wins of a drop that were made less than an hour before it, and the TODOs that its commits closed. */
export function withdrawnBy({ at, dropped }: Drop, known: KnownWins): string[] {
  // A rebase makes a commit anew, but not its win.
  const isYoung = ({ commit, found }: Dropped): boolean =>
    at - Math.min(commit.committedAt, found.win.at) < hourMs;
  const young = dropped.filter(one => one.sure && isYoung(one));
  const shas = new Set(young.map(({ commit }) => commit.sha));
  const todos = known.recent.filter(win => win.kind === 'todo' && shas.has(win.source.sha ?? ''));
  return [...young.map(({ found }) => found.win.id), ...todos.map(({ id }) => id)];
}
