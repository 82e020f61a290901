import type { FoundWin, KnownWins } from '../../core/found';
import { shortHash } from '../../core/hash';
import { safeText } from '../../core/text';
import type { Win } from '../../core/win';
import type { HeadMove } from '../git/reflog';
import { isRewriting, type Makings } from './headMoves';
import type { Commit } from './log';
import { isAnother, isCopy, type Kept, type Whereabouts } from './sameWork';

/** What tells which win a commit is. */
export interface IdentityContext extends Makings {
  readonly known: KnownWins;
  readonly where: Whereabouts;
  /** The repository's name. */
  readonly repository: string;
  /** By an amended commit's sha, what it was before: an amend may change author and time. */
  readonly amended: ReadonlyMap<string, string>;
  /** The wins of commits that resets took away lately, by sha. */
  readonly dropped: ReadonlyMap<string, string>;
  /** Whether history was written anew, which may change authors and times, too. */
  readonly rewriting: boolean;
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

/** Of found wins whose commits were rebased: by the new sha, the one that the win was kept with. */
export function rewrittenFrom(
  found: readonly FoundWin[],
  moves: readonly HeadMove[],
  known: KnownWins,
): Map<string, string> {
  if (!moves.some(isRewriting)) return new Map();
  return new Map(
    found.flatMap(({ win }): [string, string][] => {
      const { sha } = win.source;
      const before = known.find(win.id)?.source.sha;
      return sha !== undefined && before !== undefined && sha !== before ? [[sha, before]] : [];
    }),
  );
}

/** The shas of kept wins that one of these commits may be in another form, yet are not among them. */
export function doubtfulShas(
  own: readonly Commit[],
  context: Omit<IdentityContext, 'where' | 'dropped' | 'amended'>,
): string[] {
  const { known } = context;
  const keys = [...new Set(own.map(commitKey))];
  const titled = titledWins(context);
  const shas = [
    ...keys.flatMap(key => keptOf(key, known)).map(({ sha }) => sha),
    ...own.flatMap(commit => formsOf(commit, titled, context)).map(({ source }) => source.sha),
  ];
  const seen = new Set(own.map(({ sha }) => sha));
  return [...new Set(shas.filter(sha => sha !== undefined && !seen.has(sha)))] as string[];
}

/** The id of each commit's win. @param own oldest first */
export function identify(own: readonly Commit[], context: IdentityContext): Map<Commit, string> {
  const ids = certainIds(own, context);
  // Amended while another branch has it as it was: both are one win, whatever the amend changed, while the reflog tells.
  // By what each was at first, the oldest form that is there.
  const here = new Map(
    [...own].reverse().map(commit => [context.amended.get(commit.sha) ?? commit.sha, commit]),
  );
  for (const commit of own) if (!context.amended.has(commit.sha)) here.set(commit.sha, commit);
  const amendedFrom = new Map(
    own.flatMap((commit): [Commit, Commit][] => {
      const original = ids.has(commit) ? undefined : here.get(context.amended.get(commit.sha) ?? '');
      return original && original !== commit ? [[commit, original]] : [];
    }),
  );
  const others = own.filter(commit => !amendedFrom.has(commit));
  const groups = byKey(others);
  for (const [key, commits] of groups) takeKept(key, commits, ids, context);
  takeRewritten(others, ids, context);
  for (const [key, commits] of groups) number(key, commits, ids, context);
  for (const [commit, original] of amendedFrom) {
    const id = ids.get(original);
    if (id !== undefined) ids.set(commit, id);
  }
  return ids;
}

/** Of commits whose win is known by a sha: a commit that was made again after a reset has the id of the first, its key says nothing. */
function certainIds(own: readonly Commit[], context: IdentityContext): Map<Commit, string> {
  const bySha = new Map(
    context.known.recent.flatMap(win =>
      win.kind === 'commit' && win.source.sha !== undefined ? [[win.source.sha, win.id]] : [],
    ),
  );
  return new Map(
    own.flatMap((commit): [Commit, string][] => {
      const before = context.amended.get(commit.sha);
      const amended = before === undefined ? undefined : winOfSha(context.known, before);
      const id = bySha.get(commit.sha) ?? amended?.id ?? context.dropped.get(commit.sha);
      return id === undefined ? [] : [[commit, id]];
    }),
  );
}

function byKey(commits: readonly Commit[]): Map<string, Commit[]> {
  const groups = new Map<string, Commit[]>();
  for (const commit of commits) {
    const key = commitKey(commit);
    const group = groups.get(key);
    if (group) group.push(commit);
    else groups.set(key, [commit]);
  }
  return groups;
}

/** The wins of a key, kept now or once, in the order of their numbers. */
function keptOf(key: string, known: KnownWins): Kept[] {
  const kept: Kept[] = [];
  for (let at = 1; ; at++) {
    const id = numbered(key, at);
    if (!known.seen(id)) return kept;
    const win = known.find(id);
    kept.push({ id, sha: win?.source.sha, title: win?.title, repository: win?.source.repository });
  }
}

function numbered(key: string, at: number): string {
  return at === 1 ? key : `${key}-${at}`;
}

/**
 * Which win of its key each commit is. Nearly always there is one; several are told apart by what is most
 * certain first: the same commit, the same subject, a win whose commit was rewritten away.
 */
function takeKept(
  key: string,
  commits: readonly Commit[],
  ids: Map<Commit, string>,
  context: IdentityContext,
): void {
  const { known, where, repository, made } = context;
  const taken = new Set(commits.map(commit => ids.get(commit)));
  const free = keptOf(key, known).filter(({ id }) => !taken.has(id));
  const take = (matches: (one: Kept, commit: Commit) => boolean): void => {
    for (const commit of commits) {
      if (ids.has(commit)) continue;
      const index = free.findIndex(one => matches(one, commit));
      const [one] = index >= 0 ? free.splice(index, 1) : [];
      if (one) ids.set(commit, one.id);
    }
  };
  take((one, commit) => one.sha === commit.sha);
  take((one, commit) => one.title === safeText(commit.subject) && !isAnother(one, commit, context));
  // Made now it is another one; copied from one that is there, it is that one's.
  const isTold = (commit: Commit): boolean =>
    made.has(commit.sha) || copiedFrom(commit, commits, ids, context) !== undefined;
  take((one, commit) => where.get(one.sha ?? '')?.place === 'left' && !isTold(commit));
  take((one, commit) => {
    if (isTold(commit)) return false;
    if (one.sha === undefined) return true;
    // Rewritten away and collected since, or a clone's of the same project: the name tells.
    return where.has(one.sha) ? where.get(one.sha)?.place === 'elsewhere' : one.repository === repository;
  });
}

/** Rewriting may change even author and time; then a win with the same title is it, if its commit is gone. */
function takeRewritten(own: readonly Commit[], ids: Map<Commit, string>, context: IdentityContext): void {
  const titled = titledWins(context);
  if (titled.size === 0) return;
  const taken = new Set(ids.values());
  for (const commit of own) {
    if (ids.has(commit)) continue;
    const win = formsOf(commit, titled, context).find(({ id, source }) => {
      const place = context.where.get(source.sha ?? '')?.place;
      return !taken.has(id) && (context.rewriting ? place === 'left' : place !== 'history');
    });
    if (!win) continue;
    ids.set(commit, win.id);
    taken.add(win.id);
  }
}

/** Kept wins of commits by their titles, oldest first. */
function titledWins({ known }: Pick<IdentityContext, 'known'>): Map<string, Win[]> {
  const titled = new Map<string, Win[]>();
  for (const win of known.recent) {
    if (win.kind === 'commit') titled.set(win.title, [win, ...(titled.get(win.title) ?? [])]);
  }
  return titled;
}

/** Wins that a commit may be under another author or time. */
function formsOf(
  commit: Commit,
  titled: ReadonlyMap<string, readonly Win[]>,
  { made, rewriting, repository }: Omit<IdentityContext, 'where' | 'dropped' | 'amended'>,
): Win[] {
  const alike = made.has(commit.sha) ? undefined : titled.get(safeText(commit.subject));
  return (alike ?? []).filter(
    win => win.source.repository === repository && (rewriting || win.at === commit.authoredAt),
  );
}

/** Commits that are no win yet get the next number of their key. */
function number(
  key: string,
  commits: readonly Commit[],
  ids: Map<Commit, string>,
  context: IdentityContext,
): void {
  let count = keptOf(key, context.known).length;
  // Of one second, a copy may be listed before what it was made of.
  const isRemade = ({ sha }: Commit): number => Number(context.remade.has(sha));
  for (const commit of [...commits].sort((a, b) => isRemade(a) - isRemade(b))) {
    if (ids.has(commit)) continue;
    ids.set(commit, copiedFrom(commit, commits, ids, context) ?? numbered(key, ++count));
  }
}

/** The id of the commit that one is a copy of, where that is known already. */
function copiedFrom(
  commit: Commit,
  commits: readonly Commit[],
  ids: ReadonlyMap<Commit, string>,
  context: IdentityContext,
): string | undefined {
  const original = commits.find(other => ids.has(other) && isCopy(other, commit, commits, context));
  return original && ids.get(original);
}
