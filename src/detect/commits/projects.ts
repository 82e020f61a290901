import type * as vscode from 'vscode';
import type { Git } from '../git/git';
import { type Repository, rootCommit } from '../git/repository';
import type { CommitHost } from './host';

/** The projects that repositories belong to, as far as git could be asked for them. */
export class RepositoryProjects {
  /** By git folder. */
  private readonly known = new Map<string, string>();

  constructor(
    private readonly git: Git,
    private readonly host: Pick<CommitHost, 'cursorOf' | 'projectOf'>,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** The project of a repository; undefined (and logged) when git can't tell. */
  async of(repository: Repository): Promise<string | undefined> {
    const known = this.scanned(repository) ?? this.known.get(repository.gitFolder);
    if (known) return known;
    try {
      const root = await rootCommit(this.git, repository);
      const project = this.host.projectOf(repository, root);
      if (root) this.known.set(repository.gitFolder, project);
      return project;
    } catch (error) {
      this.log.warn(`The first commit of ${repository.root} could not be read.`, error);
      return undefined;
    }
  }

  /** The project of a repository that has been scanned before. */
  scanned({ gitFolder }: Repository): string | undefined {
    return this.host.cursorOf(gitFolder)?.project;
  }

  /** The project of a repository that has no commit yet. */
  unborn(repository: Repository): string {
    return this.host.projectOf(repository, undefined);
  }
}
