import { type Git, type GitCall, GitError, plainLog } from '../git/git';
import type { Repository } from '../git/repository';
import { isAgent } from './own';

/** A commit that was merged, with the people behind it. All texts are as they came: hostile until shown. */
export interface MergedCommit {
  readonly sha: string;
  /** After `.mailmap`, like the co-authors' names. */
  readonly author: string;
  readonly coAuthors: readonly string[];
  readonly subject: string;
}

/** Commits that are read at most, the newest of them. */
const mostCommits = 2000;

const fields = ['%H', '%aN', '%aE', '%s', '%(trailers:key=Co-authored-by,valueonly,separator=%x1f)'] as const;

/** A time in which work was merged, ms since the epoch; the end is not part of it. */
export interface MergeTime {
  readonly from: number;
  readonly to: number;
}

/**
 * The commits that came to the main line in a time, oldest first, whenever they were made: those of the remote's
 * main branch where it is known, else of HEAD. Merge commits are left out, and people that are programs.
 * @throws GitError
 */
export async function mergedIn(
  git: Git,
  { root }: Repository,
  { from, to }: MergeTime,
  call: GitCall = {},
): Promise<MergedCommit[]> {
  // A main line's own commits were there when they were merged: what they bring along may be older.
  const standOf = async (tip: string, at: number): Promise<string> => {
    const before = `--before=${new Date(at - 1).toISOString()}`;
    return (await git.run(root, ['rev-list', '-1', '--first-parent', before, tip], call)).trim();
  };
  const lines = await mainLines(git, root, call);
  const tips = (await Promise.all(lines.map(line => standOf(line, to)))).filter(Boolean);
  if (tips.length === 0) return [];
  const bases = (await Promise.all(lines.map(line => standOf(line, from)))).filter(Boolean);
  const output = await git.run(
    root,
    [
      'log',
      '-z',
      '--no-merges',
      '--reverse',
      `--max-count=${mostCommits}`,
      `--format=${fields.join('%x00')}`,
      ...plainLog,
      ...tips,
      '--not',
      ...bases,
      '--',
    ],
    call,
  );
  const commits = read(output);
  const mapped = await mappedNames(git, root, commits, call);
  return commits.flatMap(({ sha, author, email, trailers, subject }) => {
    const people = trailers.map(person => ({ person, name: mapped.get(person) ?? nameOf(person) }));
    const coAuthors = people.filter(({ person }) => !isProgram(person)).map(({ name }) => name);
    const own = isProgram(`${author} <${email}>`) ? [] : [author];
    const [first, ...others] = [...own, ...coAuthors];
    return first === undefined ? [] : [{ sha, author: first, coAuthors: others, subject }];
  });
}

/** The commits at the ends of the main lines. */
async function mainLines(git: Git, root: string, call: GitCall): Promise<string[]> {
  const heads = ['refs/remotes/origin/HEAD', 'refs/remotes/upstream/HEAD'];
  const known = await git.run(root, ['for-each-ref', '--format=%(objectname)', ...heads], call);
  const output =
    known || (await git.run(root, ['rev-parse', '--verify', '--quiet', 'HEAD'], call).catch(none));
  return output.split('\n').filter(line => /^[0-9a-f]{40,64}$/.test(line));
}

/** Before the first commit there is no HEAD to read. */
function none(error: unknown): string {
  if (error instanceof GitError && error.reason === 'failed') return '';
  throw error;
}

interface ReadCommit {
  readonly sha: string;
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  /** `Name <email>` each. */
  readonly trailers: readonly string[];
}

function read(output: string): ReadCommit[] {
  const parts = output.split('\0');
  const commits: ReadCommit[] = [];
  for (let index = 0; index + fields.length <= parts.length; index += fields.length) {
    const [sha = '', author = '', email = '', subject = '', trailers = ''] = parts.slice(index);
    if (!/^[0-9a-f]{40,64}$/.test(sha)) continue;
    commits.push({ sha, author, email, subject, trailers: trailers.split('\x1f').filter(Boolean) });
  }
  return commits;
}

/** The names that `.mailmap` gives to co-authors, by their trailer. */
async function mappedNames(
  git: Git,
  root: string,
  commits: readonly ReadCommit[],
  call: GitCall,
): Promise<Map<string, string>> {
  // Of any other form git would refuse them all.
  const people = [...new Set(commits.flatMap(({ trailers }) => trailers))].filter(person =>
    /^[^<>\n]+ <[^<>\s]+>$/.test(person),
  );
  if (people.length === 0) return new Map();
  const input = people.map(person => `${person}\n`).join('');
  const lines = (await git.run(root, ['check-mailmap', '--stdin'], { ...call, input })).split('\n');
  return new Map(people.map((person, index) => [person, nameOf(lines[index] ?? person)]));
}

function nameOf(person: string): string {
  return person.replace(/\s*<[^<>]*>\s*$/, '').trim();
}

function isProgram(person: string): boolean {
  return /\[bot\]/i.test(person) || isAgent(person);
}
