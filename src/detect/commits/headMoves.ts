import type { HeadMove } from '../git/reflog';

/** Whether what moved HEAD was a commit being made or amended; nothing is none. */
export function isCommitting(action = ''): boolean {
  return action.startsWith('commit');
}

/** How the commits of some moves came to be. */
export interface Makings {
  /** Made by `git commit`. */
  readonly made: ReadonlySet<string>;
  /** Other forms of commits that there were: picked, amended, mailed; maybe one made by `git commit` in a rebase. */
  readonly remade: ReadonlySet<string>;
}

/** @param last what moved HEAD before */
export function makingsOf(moves: readonly HeadMove[], last = ''): Makings {
  const made = new Set<string>();
  const remade = new Set<string>();
  let rebasing = last.startsWith('rebase') && !rebaseEnd.test(last);
  for (const { action, from, to } of moves) {
    if (rebaseStart.test(action)) rebasing = true;
    else if (rebaseEnd.test(action)) rebasing = false;
    // Amended before anybody looked, it is as new as it was.
    const isFresh = action === 'commit (amend)' && made.has(from);
    const isPlain = plainCommit.test(action);
    if (isPlain || isFresh) made.add(to);
    if (isFresh ? remade.has(from) : isPlain ? rebasing : otherForm.test(action)) remade.add(to);
  }
  return { made, remade };
}

// `git pull --rebase` says `pull --rebase …` in the place of `rebase`.
const rebaseStart = /^(rebase|pull)\b.*\(start\)$/;
const rebaseEnd = /^(rebase|pull)\b.*\((finish|abort)\)$|^checkout$/;
const plainCommit = /^commit( \((initial|merge)\))?$/;
const otherForm = /^(commit|cherry-pick|rebase|am)\b|\(pick\)$/;

/** Whether history was written anew, which may change even authors and times. */
export function isRewriting({ action }: HeadMove): boolean {
  return /^(rebase|filter-branch)\b|\(pick\)$/.test(action);
}

/** What each amended commit was at first, by its sha; amended twice in a burst, what was kept is the first. */
export function originals(moves: readonly HeadMove[]): Map<string, string> {
  const amended = new Map<string, string>();
  for (const { action, from, to } of moves) {
    if (action !== 'commit (amend)') continue;
    const first = amended.get(from) ?? from;
    // Amended to what it was, within a second.
    if (first === to) amended.delete(to);
    else amended.set(to, first);
  }
  return amended;
}

/** Whether a move left HEAD without a commit: the first one was undone. */
export function isUnborn({ to }: HeadMove): boolean {
  return /^0+$/.test(to);
}

/**
 * Where HEAD stood when a checkout or a reset led away from there: commits made there may be in no history that has been
 * read, even where another branch was begun there, for that one may be reset.
 */
export function leftHeads(moves: readonly HeadMove[]): string[] {
  const left = moves.filter(
    ({ leaving, action, from, to }) => leaving !== undefined || (action === 'reset' && from !== to),
  );
  return [...new Set(left.map(({ from }) => from))];
}

/** The branches on which commits were made that HEAD has left since, by sha. */
export function leftBranches(moves: readonly HeadMove[]): Map<string, string> {
  const branches = new Map<string, string>();
  let made: string[] = [];
  for (const { action, to, leaving } of moves) {
    if (isCommitting(action)) made.push(to);
    if (leaving === undefined) continue;
    for (const sha of made) branches.set(sha, leaving);
    made = [];
  }
  return branches;
}
