import type * as vscode from 'vscode';
import type { Git } from '../git/git';
import { areRewritten, type Repository, rootCommit, rootCommits } from '../git/repository';
import type { CommitHost } from './host';

/** How a history stands to what of it was read before. */
export interface SinceRead {
  /** Whether it holds wins that were known. */
  readonly goesOn: boolean;
  /** The heads that were read before, which git may lack by now. */
  readonly read: readonly string[];
  /** By an amended commit's sha, what it was at first. */
  readonly amended: ReadonlyMap<string, string>;
}

/** The projects that repositories belong to, as far as git could be asked for them. */
export class RepositoryProjects {
  /** By git folder. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly git: Git,
    private readonly host: Pick<CommitHost, 'cursorOf' | 'projectOf' | 'rooted'>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** The project of a repository; undefined (and logged) when git can't tell. */
  async of(repository: Repository): Promise<string | undefined> {
    const known = this.scanned(repository) ?? this.known.get(repository.gitFolder);
    if (known) return known;
    try {
      const root = await rootCommit(this.git, repository);
      const project = await this.host.projectOf(repository, root);
      if (root) this.known.set(repository.gitFolder, project);
      return project;
    } catch (error) {
      this.log.warn(`The first commit of ${repository.root} could not be read.`, error);
      return undefined;
    }
  }

  /** The project of a repository, unless one of some others is of the same. */
  async unlessIn(others: readonly Repository[], repository: Repository): Promise<string | undefined> {
    const project = await this.of(repository);
    const theirs = await Promise.all(others.map(one => this.of(one)));
    return theirs.includes(project) ? undefined : project;
  }

  /** The project of a repository that has been scanned before. */
  scanned({ gitFolder }: Repository): string | undefined {
    return this.host.cursorOf(gitFolder)?.project;
  }

  /** The project of a repository that has no commit yet. */
  unborn(repository: Repository): Promise<string> {
    return this.host.projectOf(repository, undefined);
  }

  /**
   * A first commit was read that is new to a project: the one that named it may have been rewritten, or another history
   * be in its place. Failing is logged.
   */
  async checkRoots(repository: Repository, project: string, since: SinceRead): Promise<void> {
    try {
      const now = await rootCommits(this.git, repository);
      if (!since.goesOn && !(await this.areRewritten(repository, now, since))) return;
      const anywhere = await rootCommits(this.git, repository, ['HEAD', '--branches']);
      await this.host.rooted(project, { now, anywhere });
    } catch (error) {
      this.log.warn(
        `Where ${repository.root} goes by another name, what was won in it may not be found.`,
        error,
      );
    }
  }

  private async areRewritten(
    repository: Repository,
    now: readonly string[],
    { read, amended }: SinceRead,
  ): Promise<boolean> {
    const before = await rootCommits(this.git, repository, ['--ignore-missing', ...read]);
    if (before.length === 0) return false;
    // With another author or date it is known by the reflog only.
    if (now.some(sha => before.includes(amended.get(sha) ?? ''))) return true;
    return areRewritten(this.git, repository, before, now);
  }
}
