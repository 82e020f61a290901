import type { Commit } from './log';

/** Whose commits count, and which (SPEC 2.1). */
export interface CommitRules {
  /** Own e-mail addresses, lower case, after `.mailmap`. */
  readonly emails: ReadonlySet<string>;
  readonly includeMerges: boolean;
  /** Commits authored before this (ms since the epoch) are not looked at … */
  readonly since: number;
  /** … but for those that were made here just now, whatever their author's date, by sha. */
  readonly made: ReadonlySet<string>;
}

/** The addresses that coding agents sign with. */
const agentEmail =
  /<[^<>]*(noreply@anthropic\.com|\bcopilot\b|cursoragent@|(codex|noreply)@openai\.com|@aider\.chat|devin-ai-integration|gemini-code-assist|google-labs-jules|@ampcode\.com|@opencode\.ai|\bwindsurf\b|factory-droid|junie@jetbrains\.com)[^<>]*>\s*$/i;

/** Their names, as far as no person has them. */
const agentName =
  /^\s*(claude (code|opus|sonnet|haiku)\b[^<]*|(openai )?codex( cli)?|(github )?copilot|aider \([^<]*\)|gemini( cli)?|cursor( agent)?)\s*</i;

/** Whether a commit is a win: own, within the period, and no merge unless those count. */
export function counts(commit: Commit, { emails, includeMerges, since, made }: CommitRules): boolean {
  const isInTime = commit.authoredAt >= since || made.has(commit.sha);
  return isInTime && (commit.parents.length < 2 || includeMerges) && isOwn(commit, emails);
}

/** A cheap check before a commit is parsed: it never refuses a commit that is the user's own. */
export function mayBeOwn(emails: ReadonlySet<string>): (mapped: string, trailers: string) => boolean {
  return (mapped, trailers) => trailers !== '' || emails.has(mapped);
}

/** Whether the user is the author, or a co-author by trailer. */
function isOwn(commit: Commit, emails: ReadonlySet<string>): boolean {
  return emails.has(commit.mappedEmail) || commit.coAuthors.some(person => emails.has(emailOf(person)));
}

/** Whether a coding agent signed it, as a co-author or as the author. */
export function isWithAgent({ coAuthors, authorEmail }: Commit): boolean {
  return coAuthors.some(isAgent) || isAgent(`<${authorEmail}>`);
}

/** Whether `Name <email>` is a coding agent's. */
export function isAgent(person: string): boolean {
  return agentEmail.test(person) || agentName.test(person);
}

function emailOf(person: string): string {
  return (/<([^<>]*)>\s*$/.exec(person)?.[1] ?? '').toLowerCase();
}
