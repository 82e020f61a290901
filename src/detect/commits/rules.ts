import * as l10n from '@vscode/l10n';
import type { Day } from '../../core/day';
import type { FoundWin } from '../../core/found';
import { safeText } from '../../core/text';
import type { Win } from '../../core/win';
import type { Commit } from './log';
import { isWithAgent } from './own';

/** Committers that stand for a forge's merge button. */
const forges = new Set([
  'noreply@github.com',
  'noreply@gitlab.com',
  'noreply@codeberg.org',
  'noreply@gitea.com',
]);

/** What a commit's win is made of besides the commit itself. */
export interface CommitContext {
  readonly repository: string;
  readonly branch: string | undefined;
  readonly emails: ReadonlySet<string>;
  readonly dayOf: (at: number, offset: number) => Day;
}

/** The win of an own commit. */
export function commitWin(id: string, commit: Commit, context: CommitContext): FoundWin {
  const { repository, branch, emails, dayOf } = context;
  const hash = commit.sha.slice(0, 7);
  const win: Win = {
    id,
    kind: 'commit',
    at: commit.authoredAt,
    day: dayOf(commit.authoredAt, commit.authorOffset),
    title: safeText(commit.subject) || hash,
    provisional: false,
    ...(isWithAgent(commit) ? { withAgent: true } : {}),
    why: whyOf(commit, emails, hash),
    source: { repository, sha: commit.sha, ...(branch ? { branch: safeText(branch) } : {}) },
  };
  return { win, offset: commit.authorOffset };
}

function whyOf(commit: Commit, emails: ReadonlySet<string>, hash: string): string {
  if (!emails.has(commit.mappedEmail)) return l10n.t('You are a co-author of commit {0}.', hash);
  if (forges.has(commit.committerEmail) && /\(#\d+\)$/.test(commit.subject)) {
    return l10n.t('Your pull request was merged as commit {0}.', hash);
  }
  return l10n.t('You are the author of commit {0}.', hash);
}
