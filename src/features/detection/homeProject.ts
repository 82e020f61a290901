import { type Disposable, type LogOutputChannel, workspace } from 'vscode';
import type { RepositoryProjects } from '../../detect/commits/projects';
import type { Repositories } from '../../detect/git/repositories';
import type { Ledger } from '../../store/ledger';
import { folderProject } from './folderProject';

/**
 * The project that steps and logged wins of this window go to: that of the repository which its first folder is in,
 * or the folder's own where there is none.
 */
export class HomeProject implements Disposable {
  private isDisposed = false;

  constructor(
    private readonly ledger: Ledger,
    private readonly repositories: Pick<Repositories, 'of'>,
    private readonly projects: RepositoryProjects,
    private readonly log: LogOutputChannel,
  ) {}

  /** Opens the home that the window had when it was closed last. */
  async reopen(): Promise<void> {
    if (this.ledger.home) await this.ledger.setHome(this.ledger.home);
  }

  /** Makes the first folder's repository the home, as soon as git knows it; never rejects. */
  async follow(): Promise<void> {
    const folder = workspace.workspaceFolders?.[0]?.uri.fsPath;
    const repository = folder === undefined ? undefined : this.repositories.of(folder);
    if (!repository) return;
    const project = await this.projects.of(repository);
    const { home } = this.ledger;
    if (this.isDisposed || project === undefined || project === home) return;
    try {
      // A home that was only the folder's own moves along when git, or the first commit, comes later.
      await this.ledger.setHome(project, home === folderProject() ? home : undefined);
    } catch (error) {
      this.log.error(
        'What this folder holds could not be moved to its repository; it is tried again.',
        error,
      );
    }
  }

  dispose(): void {
    this.isDisposed = true;
  }

  /** Where nothing better is known, the folder's own project is the home. */
  async fallBack(): Promise<void> {
    if (!this.ledger.home) await this.ledger.setHome(folderProject());
  }
}
