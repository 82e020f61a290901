import type { KnownWins } from '../../core/found';
import { shortHash } from '../../core/hash';
import { safeText } from '../../core/text';
import type { Win } from '../../core/win';
import type { Commit } from './log';
import type { HeadMove } from './reflog';

/**
 * Where kept commits are, by sha: in the history of HEAD (so not rewritten, but other commits), left behind when
 * HEAD moved last, elsewhere in the repository, or, without an entry, not in it at all.
 */
export type Whereabouts = ReadonlyMap<string, 'history' | 'left' | 'elsewhere'>;

/** What tells which win a commit is. */
export interface IdentityContext {
  readonly known: KnownWins;
  readonly where: Whereabouts;
  /** The repository's name. */
  readonly repository: string;
  /** By an amended commit's sha, what it was before: an amend may change author and time. */
  readonly amended: ReadonlyMap<string, string>;
  /** The wins of commits that resets took away lately, by sha. */
  readonly dropped: ReadonlyMap<string, string>;
  /** The shas that a plain `git commit` made: no rewriting, so never a win whose commit is gone. */
  readonly fresh: ReadonlySet<string>;
}

/**
 * What amending, rewording, rebasing, cherry-picking and mailing leave as it is: author and author time. It
 * is the win's id; further commits of the same author in the same second get a number behind it.
 */
function commitKey(commit: Commit): string {
  return `commit-${Math.round(commit.authoredAt / 1000).toString(36)}-${shortHash(commit.authorEmail)}`;
}

/** The kept win of a commit, by its sha, if it is among the newest. */
export function winOfSha(known: KnownWins, sha: string): Win | undefined {
  return known.recent.find(win => win.kind === 'commit' && win.source.sha === sha);
}

/**
 * A kept win of the same author, second and subject, if it is among the newest: a commit of which this one may be
 * another form, rewritten before anybody looked.
 */
export function winLike(known: KnownWins, commit: Commit): Win | undefined {
  const title = safeText(commit.subject);
  const like = keptOf(commitKey(commit), known).find(kept => kept.title === title);
  return like && known.find(like.id);
}

/** What each amended commit was at first, by its sha; amended twice in a burst, what was kept is the first. */
export function originals(moves: readonly HeadMove[]): Map<string, string> {
  const amended = new Map<string, string>();
  for (const { action, from, to } of moves) {
    if (action === 'commit (amend)') amended.set(to, amended.get(from) ?? from);
  }
  return amended;
}

/** The shas of kept wins that share a key with one of these commits, yet are not among them. */
export function doubtfulShas(own: readonly Commit[], known: KnownWins): string[] {
  const seen = new Set(own.map(commit => commit.sha));
  return [...new Set(own.map(commitKey))]
    .flatMap(key => keptOf(key, known))
    .flatMap(kept => (kept.sha === undefined || seen.has(kept.sha) ? [] : [kept.sha]));
}

/** The id of each commit's win. @param own oldest first */
export function identify(own: readonly Commit[], context: IdentityContext): Map<Commit, string> {
  const ids = new Map<Commit, string>();
  const groups = new Map<string, Commit[]>();
  // A commit that was made again after a reset has the id of the first one: its key says nothing.
  const bySha = new Map(
    context.known.recent.flatMap(win =>
      win.kind === 'commit' && win.source.sha !== undefined ? [[win.source.sha, win.id]] : [],
    ),
  );
  for (const commit of own) {
    const before = context.amended.get(commit.sha);
    const amended = before === undefined ? undefined : winOfSha(context.known, before);
    const id = bySha.get(commit.sha) ?? amended?.id ?? context.dropped.get(commit.sha);
    if (id !== undefined) ids.set(commit, id);
    const key = commitKey(commit);
    const group = groups.get(key) ?? [];
    groups.set(key, [...group, commit]);
  }
  for (const [key, commits] of groups) identifyGroup(key, commits, ids, context);
  return ids;
}

interface Kept {
  readonly id: string;
  readonly sha: string | undefined;
  readonly title: string | undefined;
  readonly repository: string | undefined;
}

/** The wins of a key, kept now or once, in the order of their numbers. */
function keptOf(key: string, known: KnownWins): Kept[] {
  const kept: Kept[] = [];
  for (let number = 1; ; number++) {
    const id = numbered(key, number);
    if (!known.seen(id)) return kept;
    const win = known.find(id);
    kept.push({ id, sha: win?.source.sha, title: win?.title, repository: win?.source.repository });
  }
}

function numbered(key: string, number: number): string {
  return number === 1 ? key : `${key}-${number}`;
}

/**
 * Which win each commit of a key is. Nearly always there is one; several are told apart by what is most
 * certain first: the same commit, the same subject, a win whose commit was rewritten away.
 */
function identifyGroup(
  key: string,
  commits: readonly Commit[],
  ids: Map<Commit, string>,
  { known, where, repository, fresh }: IdentityContext,
): void {
  const kept = keptOf(key, known);
  const taken = new Set(commits.map(commit => ids.get(commit)));
  const free = kept.filter(({ id }) => !taken.has(id));
  const take = (matches: (one: Kept, commit: Commit) => boolean): void => {
    for (const commit of commits) {
      if (ids.has(commit)) continue;
      const index = free.findIndex(one => matches(one, commit));
      const [one] = index >= 0 ? free.splice(index, 1) : [];
      if (one) ids.set(commit, one.id);
    }
  };
  take((one, commit) => one.sha === commit.sha);
  take((one, commit) => one.title === safeText(commit.subject) && !commit.parents.includes(one.sha ?? ''));
  take((one, commit) => where.get(one.sha ?? '') === 'left' && !fresh.has(commit.sha));
  take((one, commit) => {
    if (fresh.has(commit.sha)) return false;
    if (one.sha === undefined) return true;
    // Rewritten away and collected since, or a clone's of the same project: the name tells.
    return where.has(one.sha) ? where.get(one.sha) === 'elsewhere' : one.repository === repository;
  });
  let count = kept.length;
  for (const commit of commits) {
    if (ids.has(commit)) continue;
    const copied = commits.find(other => ids.has(other) && isCopy(other, commit));
    ids.set(commit, (copied && ids.get(copied)) ?? numbered(key, ++count));
  }
}

/** A cherry-pick that met its original again in one history; a successor in the same second is none. */
function isCopy(one: Commit, other: Commit): boolean {
  return (
    one.subject === other.subject && !one.parents.includes(other.sha) && !other.parents.includes(one.sha)
  );
}
