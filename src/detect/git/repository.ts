import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { safeText } from '../../core/text';
import { tidy } from '../paths';
import { type Git, GitError } from './git';

/** A git repository (or worktree, or submodule) open in this window. */
export interface Repository {
  /** The work tree's folder, by the way it was opened: the editor's files may come through a link. */
  readonly root: string;
  /** This work tree's own git folder; where its scan stands is kept by it. */
  readonly gitFolder: string;
  /** The git folder shared by all worktrees. */
  readonly commonFolder: string;
  /** `logs/HEAD` of this work tree: it grows whenever HEAD moves. */
  readonly reflog: string;
  readonly shallow: boolean;
  readonly name: string;
}

/**
 * The repository that a folder is in.
 * @returns undefined when it is in none, or in one without a work tree
 * @throws GitError when git is missing or refuses (for example dubious ownership)
 */
export async function findRepository(git: Git, folder: string): Promise<Repository | undefined> {
  let output: string;
  try {
    output = await git.run(folder, [
      'rev-parse',
      '--is-shallow-repository',
      '--absolute-git-dir',
      '--show-toplevel',
      '--show-cdup',
    ]);
  } catch (error) {
    if (error instanceof Error && /not a git repository|must be run in a work tree/i.test(error.message))
      return undefined;
    throw error;
  }
  const [shallow, absolute, top, up = ''] = output.split('\n');
  if (!absolute || !top) return undefined;
  const gitFolder = path.normalize(absolute);
  return {
    root: await asOpened(path.normalize(top), path.resolve(folder, up)),
    gitFolder,
    commonFolder: await commonFolderOf(gitFolder),
    reflog: path.join(gitFolder, 'logs', 'HEAD'),
    shallow: shallow === 'true',
    name: safeText(path.basename(top) || top),
  };
}

/** The git folder that a work tree's own one names as shared (gitrepository-layout): git before 2.31 tells it by the way. */
async function commonFolderOf(gitFolder: string): Promise<string> {
  const named = await readFile(path.join(gitFolder, 'commondir'), 'utf8').catch(() => '');
  return path.resolve(gitFolder, named.trim());
}

/** git tells where a folder really is; here the path that leads there from the opened folder, if it does. */
export async function asOpened(real: string, opened: string): Promise<string> {
  // There are drives on which Windows can't tell.
  if (tidy(opened) === tidy(real)) return opened;
  const [one, other] = await Promise.all([real, opened].map(folder => realpath(folder).catch(() => folder)));
  return one === other ? opened : real;
}

/**
 * The project's identity: its root commit, so that a moved, renamed or re-cloned folder finds its history
 * again, and worktrees share one. The oldest root by name order when histories were joined.
 * @returns undefined for a repository without commits and for a shallow clone, whose root is not its own
 */
export async function rootCommit(git: Git, repository: Repository): Promise<string | undefined> {
  return (await rootCommits(git, repository))[0];
}

/** The first commits of HEAD's history, or of other revisions', by name order; see `rootCommit`. */
export async function rootCommits(
  git: Git,
  repository: Repository,
  revisions: readonly string[] = ['HEAD'],
): Promise<string[]> {
  if (repository.shallow) return [];
  try {
    const output = await git.run(repository.root, ['rev-list', '--max-parents=0', ...revisions]);
    return output.split('\n').filter(Boolean).sort();
  } catch (error) {
    if (error instanceof Error && /bad revision|unknown revision|ambiguous argument/i.test(error.message))
      return [];
    throw error;
  }
}

/** Whether one of some commits has the author and the author time, which most rewriting keeps, of one of others. */
export async function areRewritten(
  git: Git,
  { root }: Repository,
  before: readonly string[],
  now: readonly string[],
): Promise<boolean> {
  const args = ['rev-list', '--no-walk=unsorted', '--format=%H %at %ae', '--stdin'];
  const output = await git.run(root, args, { input: [...before, ...now].map(sha => `${sha}\n`).join('') });
  const origins = new Map(output.split('\n').map(line => [line.split(' ', 1)[0], line.replace(/^\S+/, '')]));
  const former = new Set(before.map(sha => origins.get(sha)));
  return now.some(sha => former.has(origins.get(sha)));
}

/** The commit that HEAD is at; undefined in an empty repository. @throws GitError when git is missing or refuses */
export async function headCommit(git: Git, repository: Repository): Promise<string | undefined> {
  try {
    return (await git.run(repository.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])).trim();
  } catch (error) {
    if (error instanceof GitError && error.reason === 'failed') return undefined;
    throw error;
  }
}

/** The branch that HEAD stands on, read from its file; undefined when detached or unreadable. */
export async function currentBranch(repository: Repository): Promise<string | undefined> {
  try {
    const head = await readFile(path.join(repository.gitFolder, 'HEAD'), 'utf8');
    return /^ref: refs\/heads\/(.+)$/m.exec(head)?.[1];
  } catch {
    return undefined; // reftable repositories and broken ones: the branch is a nicety
  }
}

/** The branch that a rebase under way will move when it ends. */
export async function branchInRebase({ gitFolder }: Repository): Promise<string | undefined> {
  const read = (folder: string): Promise<string> =>
    readFile(path.join(gitFolder, folder, 'head-name'), 'utf8').catch(() => '');
  const [merging, applying] = await Promise.all([read('rebase-merge'), read('rebase-apply')]);
  return /^refs\/heads\/(.+)$/m.exec(merging || applying)?.[1];
}

/** A file's path in its repository, with forward slashes, as git names it. */
export function pathIn({ root }: Repository, fsPath: string): string {
  return path.relative(root, fsPath).replaceAll(path.sep, '/');
}

/** Whether a file (absolute) of a repository is in its index. @throws GitError */
export async function isTracked(git: Git, repository: Repository, fsPath: string): Promise<boolean> {
  const args = ['ls-files', '-z', '--', `:(literal)${pathIn(repository, fsPath)}`];
  return (await git.run(repository.root, args)) !== '';
}
