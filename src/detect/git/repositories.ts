import path from 'node:path';
import * as vscode from 'vscode';
import { type GitApi, type GitApiRepository, gitExtensionApi } from '../../gitExtension';
import { watchFolder } from '../../watchFolder';
import { Burst } from './burst';
import { type Git, GitError } from './git';
import { findRepository, type Repository } from './repository';

/** Long enough for git to finish a command's several writes, short enough to feel instant. */
const quietMs = 120;
/** During a rebase HEAD moves for seconds on end; look now and then. */
const longestMs = 3000;

/** Why repositories can't be read. */
export type GitTrouble = 'missing' | 'refused';

/**
 * The repositories of this window, and when HEAD moves in one: by a terminal, the Source Control view or any
 * program, with the window focused or not. Watches the reflog file; nothing is polled.
 */
export class Repositories implements vscode.Disposable {
  private readonly open = new Map<string, { repository: Repository; watching: vscode.Disposable }>();
  /** The git folder that a workspace folder turned out to be in. */
  private readonly folders = new Map<string, string>();
  private readonly disposables: vscode.Disposable[] = [];
  private readonly opened = new vscode.EventEmitter<Repository>();
  private readonly moved = new vscode.EventEmitter<Repository>();
  private readonly configured = new vscode.EventEmitter<Repository>();
  readonly onDidOpen = this.opened.event;
  /** HEAD may have moved. */
  readonly onDidMoveHead = this.moved.event;
  /** The repository's own configuration was written. */
  readonly onDidConfigure = this.configured.event;
  /** The built-in git extension, where it is usable. */
  api: GitApi | undefined;
  trouble: GitTrouble | undefined;

  constructor(
    private readonly git: Git,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get all(): readonly Repository[] {
    return [...this.open.values()].map(({ repository }) => repository);
  }

  /** Finds the repositories of the workspace; resolves when all that are known at once have been opened. */
  async start(): Promise<void> {
    this.disposables.push(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.close(folder.uri.fsPath);
        void this.openAll(added.map(folder => folder.uri));
      }),
    );
    const folders = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri);
    await this.openAll(folders);
    void this.useGitExtension();
  }

  /** The repository that a workspace folder is in. */
  of(folder: string): Repository | undefined {
    return this.open.get(this.folders.get(folder) ?? '')?.repository;
  }

  /** The innermost repository that holds a file or folder (absolute). */
  holding(fsPath: string): Repository | undefined {
    return this.all
      .filter(({ root }) => fsPath === root || fsPath.startsWith(root + path.sep))
      .sort((one, other) => other.root.length - one.root.length)[0];
  }

  /** Looks again for repositories in the workspace's folders (git was installed, a folder was trusted). */
  async search(): Promise<void> {
    await this.openAll((vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri));
  }

  dispose(): void {
    for (const { watching } of this.open.values()) watching.dispose();
    for (const disposable of this.disposables) disposable.dispose();
    this.opened.dispose();
    this.moved.dispose();
    this.configured.dispose();
  }

  /** It knows submodules, nested repositories and worktrees that lie below the folders. */
  private async useGitExtension(): Promise<void> {
    const api = await gitExtensionApi(this.log);
    if (!api) return;
    this.api = api;
    const add = (repository: GitApiRepository): void => {
      void this.openAll([repository.rootUri]);
      // Where HEAD leaves no reflog (core.logAllRefUpdates=false, reftable), this is all there is.
      let head = repository.state.HEAD?.commit;
      this.disposables.push(
        repository.state.onDidChange(() => {
          if (repository.state.HEAD?.commit === head) return;
          head = repository.state.HEAD?.commit;
          const root = repository.rootUri.fsPath;
          const known = this.find(root) ?? this.of(root);
          if (known) this.moved.fire(known);
        }),
      );
    };
    for (const repository of api.repositories) add(repository);
    this.disposables.push(
      api.onDidOpenRepository(add),
      api.onDidCloseRepository(repository => this.close(repository.rootUri.fsPath)),
    );
  }

  private find(root: string): Repository | undefined {
    return this.all.find(repository => repository.root === path.normalize(root));
  }

  private async openAll(folders: readonly vscode.Uri[]): Promise<void> {
    for (const folder of folders) {
      if (folder.scheme === 'file') await this.openOne(folder.fsPath);
    }
  }

  private async openOne(folder: string): Promise<void> {
    if (this.find(folder)) return;
    try {
      const repository = await findRepository(this.git, folder);
      this.trouble = undefined;
      if (!repository) return;
      this.folders.set(folder, repository.gitFolder);
      if (this.open.has(repository.gitFolder)) return;
      this.open.set(repository.gitFolder, { repository, watching: this.watch(repository) });
      this.log.info(`Watching ${repository.root}`);
      this.opened.fire(repository);
    } catch (error) {
      if (!(error instanceof GitError)) throw error;
      this.trouble = error.reason === 'missing' ? 'missing' : 'refused';
      this.log.warn(`Commits in ${folder} are not counted: ${error.message}`);
    }
  }

  private close(root: string): void {
    const repository = this.find(root);
    if (!repository) return;
    this.open.get(repository.gitFolder)?.watching.dispose();
    this.open.delete(repository.gitFolder);
  }

  private watch(repository: Repository): vscode.Disposable {
    const burst = new Burst(async () => this.moved.fire(repository), quietMs, longestMs);
    const on = (folder: string, pattern: string, call: () => void): vscode.Disposable => {
      const base = new vscode.RelativePattern(vscode.Uri.file(folder), pattern);
      const watcher = vscode.workspace.createFileSystemWatcher(base);
      watcher.onDidCreate(call);
      watcher.onDidChange(call);
      return watcher;
    };
    const call = (): void => burst.call();
    const [logs, reflog] = [path.dirname(repository.reflog), path.basename(repository.reflog)];
    return vscode.Disposable.from(
      burst,
      // A commit must not wait for the next one to be noticed: the system is asked as well, and both end in one burst.
      watchFolder(logs, call, this.log, [reflog]),
      watchFolder(repository.gitFolder, call, this.log, ['HEAD', 'COMMIT_EDITMSG']),
      on(logs, reflog, call),
      // Before the first commit there is no logs folder to watch; git writes these two beside it.
      on(repository.gitFolder, '{HEAD,COMMIT_EDITMSG}', call),
      on(repository.commonFolder, 'config', () => this.configured.fire(repository)),
    );
  }
}
