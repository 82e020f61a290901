import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { KnownWins } from '../../core/found';
import { type Git, GitError } from '../git/git';
import type { Repository } from '../git/repository';
import { winOfSha } from './identity';
import type { Commit } from './log';

/** A squash of more files than this is not looked for. */
const maxPaths = 200;

/** Commits that one may be the squash of, at most: the newest. */
const maxTips = 20;

/**
 * Whether a commit holds the work of own commits that are wins already: a branch merged with `--squash`. Either its
 * message lists them, or it makes of the files that it touches just what the tip of an unmerged branch made of them;
 * that branch may be deleted by now. Starts processes only where git has merged or reset right before.
 * @param dropped commits that a reset took away: their work may be made again
 * @param likely HEAD was moved before by something else than a commit
 */
export async function isSquash(
  git: Git,
  repository: Repository,
  commit: Commit,
  known: KnownWins,
  dropped: ReadonlySet<string>,
  likely: boolean,
): Promise<boolean> {
  if (squashedShas(commit.body).some(sha => winOfSha(known, sha))) return true;
  const [parent, ...others] = commit.parents;
  if (parent === undefined || others.length > 0) return false;
  if (!likely && !(await wasMergedInto(repository, parent))) return false;
  const tips = await unmergedTips(git, repository, commit.sha, known, dropped);
  if (tips.length === 0) return false;
  const paths = await changedPaths(git, repository, [commit.sha]);
  if (paths.length === 0 || !canAsk(paths)) return false;
  const [own, ...theirs] = await blobs(git, repository, [commit.sha, ...tips], paths);
  for (const [index, tip] of tips.entries()) {
    if (theirs[index]?.join() !== own?.join()) continue;
    // A file may be as a branch has it because neither has ever changed it, and a part of its work is not all of it.
    const base = await mergeBase(git, repository, parent, tip);
    if (base === undefined) continue;
    const made = await changedPaths(git, repository, [base, tip]);
    const left = made.filter(path => !paths.includes(path));
    if (made.length - left.length < paths.length || !canAsk(made)) continue;
    const [ours, its] = await blobs(git, repository, [commit.sha, tip], left);
    if (ours?.join() === its?.join()) return true;
  }
  return false;
}

/** The commits that a squash merge's message lists (git's own words, whatever the language). */
function squashedShas(body: string): string[] {
  return [...body.matchAll(/^commit ([0-9a-f]{40,64})$/gm)].map(match => match[1] ?? '');
}

function canAsk(paths: readonly string[]): boolean {
  return paths.length <= maxPaths && !paths.some(path => path.includes('\n'));
}

/** `git merge --squash` leaves no trace in the reflog, but notes where HEAD was. */
async function wasMergedInto(repository: Repository, parent: string): Promise<boolean> {
  const noted = await readFile(path.join(repository.gitFolder, 'ORIG_HEAD'), 'utf8').catch(() => '');
  return noted.trim() === parent;
}

/** The topmost commits that are wins and not in a history, the newest first, whether or not a branch holds them. */
async function unmergedTips(
  git: Git,
  repository: Repository,
  head: string,
  known: KnownWins,
  dropped: ReadonlySet<string>,
): Promise<string[]> {
  const wins = new Set<string>();
  // A worktree's, too, whatever its folder is called; git leaves out those of other repositories.
  for (const { kind, source } of known.recent) {
    if (kind === 'commit' && source.sha && !dropped.has(source.sha)) wins.add(source.sha);
  }
  if (wins.size === 0) return [];
  const args = ['rev-list', '--ignore-missing', '--parents', '--stdin'];
  const output = await git.run(repository.root, args, { input: `${[...wins].join('\n')}\n^${head}\n` });
  const below = new Set<string>();
  const tips: string[] = [];
  for (const line of output.split('\n')) {
    const [sha = '', ...parents] = line.split(' ');
    if (wins.has(sha) && !below.has(sha)) tips.push(sha);
    for (const parent of parents) below.add(parent);
  }
  return tips.slice(0, maxTips);
}

/** The best commit that both histories hold, or one of several; undefined where they have none in common. */
async function mergeBase(
  git: Git,
  { root }: Repository,
  one: string,
  other: string,
): Promise<string | undefined> {
  try {
    return (await git.run(root, ['merge-base', one, other])).trim();
  } catch (error) {
    if (error instanceof GitError && error.status === 1) return undefined;
    throw error;
  }
}

/** The files that a commit changed, or that differ from one to another. */
async function changedPaths(git: Git, repository: Repository, trees: readonly string[]): Promise<string[]> {
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--no-commit-id',
    '--no-ext-diff',
    '--no-textconv',
  ];
  return (await git.run(repository.root, [...args, ...trees])).split('\0').filter(Boolean);
}

/** The blob of each path in each commit; a missing one is told as such. */
async function blobs(
  git: Git,
  repository: Repository,
  commits: readonly string[],
  paths: readonly string[],
): Promise<string[][]> {
  if (paths.length === 0) return commits.map(() => []);
  const input = commits.flatMap(sha => paths.map(path => `${sha}:${path}`)).join('\n');
  const args = ['cat-file', '--batch-check=%(objectname)'];
  const lines = (await git.run(repository.root, args, { input: `${input}\n` })).split('\n');
  return commits.map((_, index) =>
    lines
      .slice(index * paths.length, (index + 1) * paths.length)
      .map(line => (line.endsWith(' missing') ? 'missing' : line)),
  );
}
