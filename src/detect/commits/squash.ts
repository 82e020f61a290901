import type { KnownWins } from '../../core/found';
import type { Git } from '../git/git';
import type { Repository } from '../git/repository';
import { squashedShas } from './dropped';
import { winOfSha } from './identity';
import type { Commit } from './log';

/** A squash of more files than this is not looked for. */
const maxPaths = 200;

/**
 * Whether a commit holds the work of own commits that are wins already: a branch merged with `--squash`. Its
 * message lists them, or it leaves the files that it touches as the tip of an unmerged branch has them.
 * Starts up to three processes, so ask only where it is likely: right after a branch was switched or pulled.
 */
export async function isSquash(
  git: Git,
  repository: Repository,
  commit: Commit,
  known: KnownWins,
  likely: boolean,
): Promise<boolean> {
  if (squashedShas(commit.body).some(sha => winOfSha(known, sha))) return true;
  if (!likely || commit.parents.length !== 1) return false;
  const tips = (await unmergedTips(git, repository, commit.sha)).filter(({ sha }) => winOfSha(known, sha));
  if (tips.length === 0) return false;
  if (tips.some(({ tree }) => tree === commit.tree)) return true;
  const paths = await changedPaths(git, repository, commit);
  if (paths.length === 0 || paths.length > maxPaths || paths.some(path => path.includes('\n'))) return false;
  const [own, ...others] = await blobs(git, repository, [commit.sha, ...tips.map(({ sha }) => sha)], paths);
  return others.some(other => other.join() === own?.join());
}

async function unmergedTips(
  git: Git,
  repository: Repository,
  head: string,
): Promise<{ sha: string; tree: string }[]> {
  const format = '--format=%(objectname) %(tree)';
  const output = await git.run(repository.root, [
    'for-each-ref',
    `--no-merged=${head}`,
    format,
    'refs/heads',
  ]);
  return output
    .split('\n')
    .filter(Boolean)
    .map(line => ({ sha: line.split(' ')[0] ?? '', tree: line.split(' ')[1] ?? '' }));
}

async function changedPaths(git: Git, repository: Repository, commit: Commit): Promise<string[]> {
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
  return (await git.run(repository.root, [...args, commit.sha])).split('\0').filter(Boolean);
}

/** The blob of each path in each commit; a missing one is told as such. */
async function blobs(
  git: Git,
  repository: Repository,
  commits: readonly string[],
  paths: readonly string[],
): Promise<string[][]> {
  const input = commits.flatMap(sha => paths.map(path => `${sha}:${path}`)).join('\n');
  const args = ['cat-file', '--batch-check=%(objectname)'];
  const lines = (await git.run(repository.root, args, { input: `${input}\n` })).split('\n');
  return commits.map((_, index) =>
    lines
      .slice(index * paths.length, (index + 1) * paths.length)
      .map(line => (line.endsWith(' missing') ? 'missing' : line)),
  );
}
