import * as l10n from '@vscode/l10n';
import type { Day } from '../../core/day';
import type { FoundWin, KnownWins } from '../../core/found';
import { shortHash } from '../../core/hash';
import { safeText } from '../../core/text';
import type { Commit } from './log';

/** Whose commits count, and which (SPEC 2.1). */
export interface CommitRules {
  /** Own e-mail addresses, lower case, after `.mailmap`. */
  readonly emails: ReadonlySet<string>;
  readonly includeMerges: boolean;
  /** Commits authored before this (ms since the epoch) are not looked at. */
  readonly since: number;
}

/** How coding agents sign the commits they help with. */
const agents =
  /noreply@anthropic\.com|copilot|cursoragent@cursor\.com|@openai\.com|@aider\.chat|devin-ai-integration|gemini-code-assist|@ampcode\.com|windsurf|\bclaude\b|\bcodex\b/i;

/** Committers that stand for a forge's merge button. */
const forges = new Set([
  'noreply@github.com',
  'noreply@gitlab.com',
  'noreply@codeberg.org',
  'noreply@gitea.com',
]);

/** The commits of a log that are the user's own wins, oldest first. */
export function ownCommits(commits: readonly Commit[], rules: CommitRules): Commit[] {
  return commits
    .filter(
      commit =>
        commit.authoredAt >= rules.since &&
        (commit.parents.length < 2 || rules.includeMerges) &&
        isOwn(commit, rules.emails),
    )
    .reverse();
}

/** Whether the user is the author, or a co-author by trailer. */
export function isOwn(commit: Commit, emails: ReadonlySet<string>): boolean {
  return emails.has(commit.mappedEmail) || isCoAuthor(commit, emails);
}

function isCoAuthor(commit: Commit, emails: ReadonlySet<string>): boolean {
  return commit.coAuthors.some(person => {
    const email = /<([^<>]*)>\s*$/.exec(person)?.[1];
    return email !== undefined && emails.has(email.toLowerCase());
  });
}

/**
 * What amending, rewording, rebasing, cherry-picking and mailing leave as it is: author and author time. It
 * is the win's id; further commits of the same author in the same second get a number behind it.
 */
export function commitKey(commit: Commit): string {
  return `commit-${Math.round(commit.authoredAt / 1000).toString(36)}-${shortHash(commit.authorEmail)}`;
}

/** The shas of kept wins that share a key with one of these commits, yet are not among them. */
export function doubtfulShas(own: readonly Commit[], known: KnownWins): string[] {
  const seen = new Set(own.map(commit => commit.sha));
  const shas = [...new Set(own.map(commitKey))].flatMap(key => keptOf(key, known)).map(kept => kept.sha);
  return shas.filter(sha => sha !== undefined && !seen.has(sha)) as string[];
}

/**
 * Where kept commits are, by sha: in the history of HEAD (so not rewritten, but other commits), in the
 * repository outside of it, or, without an entry, not in the repository at all.
 */
export type Whereabouts = ReadonlyMap<string, 'history' | 'outside'>;

/** What a commit's win is made of besides the commit itself. */
export interface CommitContext {
  readonly repository: string;
  readonly branch: string | undefined;
  readonly emails: ReadonlySet<string>;
  readonly dayOf: (at: number, offset: number) => Day;
}

/**
 * The wins of own commits.
 * @param own oldest first
 * @param where where the `doubtfulShas` are
 */
export function commitWins(
  own: readonly Commit[],
  known: KnownWins,
  where: Whereabouts,
  context: CommitContext,
): FoundWin[] {
  const groups = new Map<string, Commit[]>();
  for (const commit of own) {
    const key = commitKey(commit);
    const group = groups.get(key);
    if (group) group.push(commit);
    else groups.set(key, [commit]);
  }
  const found = new Map<string, FoundWin>();
  for (const [key, commits] of groups) {
    for (const [commit, id] of idsOf(key, commits, known, where, context.repository)) {
      found.set(id, { win: winOf(id, commit, context), offset: commit.authorOffset });
    }
  }
  return [...found.values()];
}

interface Kept {
  readonly id: string;
  readonly sha: string | undefined;
  readonly title: string | undefined;
  readonly repository: string | undefined;
}

/** The kept wins of a key, in the order of their numbers. */
function keptOf(key: string, known: KnownWins): Kept[] {
  const kept: Kept[] = [];
  for (let number = 1; ; number++) {
    const id = numbered(key, number);
    if (!known.has(id)) return kept;
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
function idsOf(
  key: string,
  commits: readonly Commit[],
  known: KnownWins,
  where: Whereabouts,
  repository: string,
): Map<Commit, string> {
  const free = keptOf(key, known);
  let count = free.length;
  const ids = new Map<Commit, string>();
  const take = (matches: (kept: Kept, commit: Commit) => boolean): void => {
    for (const commit of commits) {
      if (ids.has(commit)) continue;
      const index = free.findIndex(kept => matches(kept, commit));
      const [kept] = index >= 0 ? free.splice(index, 1) : [];
      if (kept) ids.set(commit, kept.id);
    }
  };
  take((kept, commit) => kept.sha === commit.sha);
  take((kept, commit) => kept.title === safeText(commit.subject) && !commit.parents.includes(kept.sha ?? ''));
  take(kept => {
    if (kept.sha === undefined) return true;
    // Rewritten away and collected since, or a clone's of the same project: the name tells.
    return where.has(kept.sha) ? where.get(kept.sha) === 'outside' : kept.repository === repository;
  });
  for (const commit of commits) {
    if (ids.has(commit)) continue;
    const copied = commits.find(other => ids.has(other) && isCopy(other, commit));
    ids.set(commit, (copied && ids.get(copied)) ?? numbered(key, ++count));
  }
  return ids;
}

/** A cherry-pick that met its original again in one history; a successor in the same second is none. */
function isCopy(one: Commit, other: Commit): boolean {
  return (
    one.subject === other.subject && !one.parents.includes(other.sha) && !other.parents.includes(one.sha)
  );
}

function winOf(
  id: string,
  commit: Commit,
  { repository, branch, emails, dayOf }: CommitContext,
): FoundWin['win'] {
  const hash = commit.sha.slice(0, 7);
  return {
    id,
    kind: 'commit',
    at: commit.authoredAt,
    day: dayOf(commit.authoredAt, commit.authorOffset),
    title: safeText(commit.subject) || hash,
    provisional: false,
    ...(commit.coAuthors.some(person => agents.test(person)) ? { withAgent: true } : {}),
    why: whyOf(commit, emails, hash),
    source: { repository, sha: commit.sha, ...(branch ? { branch: safeText(branch) } : {}) },
  };
}

function whyOf(commit: Commit, emails: ReadonlySet<string>, hash: string): string {
  if (!emails.has(commit.mappedEmail)) return l10n.t('You are a co-author of commit {0}.', hash);
  if (forges.has(commit.committerEmail) && /\(#\d+\)$/.test(commit.subject)) {
    return l10n.t('Your pull request was merged as commit {0}.', hash);
  }
  return l10n.t('You are the author of commit {0}.', hash);
}
