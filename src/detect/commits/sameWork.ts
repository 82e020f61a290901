import type { Makings } from './headMoves';
import type { Commit } from './log';

/** Kept commits that are in the repository, by sha. */
export type Whereabouts = ReadonlyMap<string, Whereabout>;

/** Where a kept commit is. */
export interface Whereabout {
  /**
   * In the history of HEAD (so not rewritten, but another commit), left behind when HEAD moved last, or elsewhere in
   * the repository.
   */
  readonly place: 'history' | 'left' | 'elsewhere';
  /** Whether it is the first form of its commit. */
  readonly original: boolean;
}

/** A kept win, as far as it tells which commit it is of. */
export interface Kept {
  readonly id: string;
  readonly sha: string | undefined;
  readonly title: string | undefined;
  readonly repository: string | undefined;
}

/**
 * Whether a commit is none that was made earlier and has another form now: that keeps its author's time, but not its
 * committer's.
 */
function isOriginal({ authoredAt, committedAt }: Commit): boolean {
  return authoredAt === committedAt;
}

/** Whether a kept win of the same author, second and subject is nevertheless another commit's. */
export function isAnother(
  { sha }: Kept,
  commit: Commit,
  { where, made, remade }: Makings & { readonly where: Whereabouts },
): boolean {
  if (sha === undefined) return false;
  if (commit.parents.includes(sha)) return true;
  if (remade.has(commit.sha)) return false;
  const kept = where.get(sha);
  if (!kept) return isOriginal(commit); // of another repository, in the same second
  if (kept.place !== 'history') return made.has(commit.sha) && isOriginal(commit);
  // A cherry-pick that was seen first is of the same work as its original.
  return made.has(commit.sha) || (isOriginal(commit) && kept.original);
}

/**
 * Whether a commit is a cherry-pick that met its original again in one history.
 * @param among the commits of their author and second
 */
export function isCopy(
  original: Commit,
  commit: Commit,
  among: readonly Commit[],
  { made, remade }: Makings,
): boolean {
  if (original.subject !== commit.subject || made.has(commit.sha)) return false;
  if (!remade.has(commit.sha) && isOriginal(original) && isOriginal(commit)) return false;
  return !follows(commit, original, among) && !follows(original, commit, among);
}

/** Whether one commit comes after another with none but commits of the same second between them. */
function follows(commit: Commit, before: Commit, among: readonly Commit[]): boolean {
  const reached = new Set(commit.parents);
  // Newest first, so that a parent comes after what it is the parent of.
  for (const other of [...among].reverse()) {
    if (reached.has(other.sha)) for (const parent of other.parents) reached.add(parent);
  }
  return reached.has(before.sha);
}
