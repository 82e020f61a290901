import type * as vscode from 'vscode';
import type { Git } from '../git/git';
import { isRewritten, type Repository, rootCommit, rootCommits } from '../git/repository';
import type { CommitHost } from './host';

/** The projects that repositories belong to, as far as git could be asked for them. */
export class RepositoryProjects {
  /** By git folder. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly git: Git,
    private readonly host: Pick<CommitHost, 'cursorOf' | 'projectOf' | 'rootOf' | 'rooted'>,
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
   * A first commit is new since a project was named by one: that may have been rewritten. Failing is logged.
   * @param goesOn whether the history holds wins that were known before; else it may be another, in the place of the first
   */
  async checkRoots(repository: Repository, project: string, goesOn: boolean): Promise<void> {
    try {
      const now = await rootCommits(this.git, repository);
      const before = this.host.rootOf(project);
      const isSame =
        goesOn || (before !== undefined && (await isRewritten(this.git, repository, before, now)));
      if (!isSame) return;
      const anywhere = await rootCommits(this.git, repository, ['HEAD', '--branches']);
      await this.host.rooted(project, { now, anywhere });
    } catch (error) {
      this.log.warn(
        `Where ${repository.root} goes by another name, what was won in it may not be found.`,
        error,
      );
    }
  }
}
