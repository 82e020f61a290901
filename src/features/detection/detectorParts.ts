import type * as vscode from 'vscode';
import type { Config } from '../../config';
import type { WinSink } from '../../core/found';
import type { CommitDetector } from '../../detect/commits/detector';
import type { RepositoryProjects } from '../../detect/commits/projects';
import type { Git } from '../../detect/git/git';
import type { Repositories } from '../../detect/git/repositories';
import type { Ledger } from '../../store/ledger';

/** What each kind of detection that is loaded after activation is made with. */
export interface DetectorParts {
  readonly git: Git;
  readonly repositories: Pick<Repositories, 'holding'>;
  readonly commits: Pick<CommitDetector, 'commitsSince'>;
  readonly projects: RepositoryProjects;
  readonly sink: WinSink;
  readonly ledger: Ledger;
  readonly config: Config;
  readonly log: vscode.LogOutputChannel;
}
