import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import * as vscode from 'vscode';
import {
  type GitApi,
  type GitApiRepository,
  gitExtensionApi,
  submodulesOpened,
  whenInitialized,
} from '../../gitExtension';
import { watchFolder } from '../../watchFolder';
import { innermost, isInside } from '../paths';
import { type Asked, AskedFolders, type Asker, type GitTrouble } from './askedFolders';
import { Burst } from './burst';
import { type Git, GitError } from './git';
import { findRepository, type Repository } from './repository';

/** Long enough for git to finish a command's several writes, short enough to feel instant. */
const quietMs = 120;
/** During a rebase HEAD moves for seconds on end; look now and then. */
const longestMs = 3000;

/** VS Code's git takes long to look below a large folder: what it finds later is read later. */
const longestSearchMs = 10_000;

/**
 * The repositories of this window, and when HEAD moves in one: by a terminal, the Source Control view or any
 * program, with the window focused or not. Watches the reflog file; nothing is polled.
 */
export class Repositories implements vscode.Disposable {
  private readonly open = new Map<string, { repository: Repository; watching: vscode.Disposable }>();
  private readonly asked = new AskedFolders();
  private readonly disposables: vscode.Disposable[] = [];
  /** By root: listeners to what the built-in git extension says of a repository. */
  private readonly listening = new Map<string, vscode.Disposable>();
  private isDisposed = false;
  private readonly opened = new vscode.EventEmitter<Repository>();
  private readonly left = new vscode.EventEmitter<Repository>();
  private readonly moved = new vscode.EventEmitter<Repository>();
  private readonly configured = new vscode.EventEmitter<Repository>();
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidOpen = this.opened.event;
  /** A repository is open no more: its folder left the workspace, or it is gone. */
  readonly onDidLeave = this.left.event;
  /** HEAD may have moved. */
  readonly onDidMoveHead = this.moved.event;
  /** The repository's own configuration was written. */
  readonly onDidConfigure = this.configured.event;
  /** After a folder left, `trouble` came or went, or the search has ended. */
  readonly onDidChange = this.changed.event;
  /** The built-in git extension, where it is usable. */
  api: GitApi | undefined;
  /** Resolves when what it finds below the folders has been opened, too, or when that takes long. */
  searched: Promise<void> = Promise.resolve();
  /** Whether it has told of all that it finds. */
  hasSearched = false;

  constructor(
    private readonly git: Git,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  get all(): readonly Repository[] {
    return [...this.open.values()].map(({ repository }) => repository);
  }

  /** Why one of them can't be read. */
  get trouble(): GitTrouble | undefined {
    return this.asked.trouble;
  }

  /** Finds the repositories of the workspace; resolves when all that are known at once have been opened. */
  async start(): Promise<void> {
    if (this.isDisposed) return;
    this.disposables.push(
      vscode.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        for (const folder of removed) this.asked.leave(folder.uri.fsPath);
        if (removed.length > 0) this.closeUnneeded();
        void this.openAll(added, 'workspace');
      }),
    );
    await this.openAll(vscode.workspace.workspaceFolders ?? [], 'workspace');
    if (!this.isDisposed) this.searched = Promise.race([this.searchByGit(), delay(longestSearchMs)]);
  }

  /** The repository that a workspace folder is in. */
  of(folder: string): Repository | undefined {
    return this.open.get(this.asked.gitFolderOf(folder) ?? '')?.repository;
  }

  /** The innermost repository that holds a file or folder (absolute). */
  holding(fsPath: string): Repository | undefined {
    return innermost(this.all, fsPath);
  }

  /** Looks again for the repositories of all folders (git was installed, a folder was trusted). */
  async search(): Promise<void> {
    await this.openEach(this.asked.all);
  }

  dispose(): void {
    this.isDisposed = true;
    this.asked.clear();
    for (const { watching } of this.open.values()) watching.dispose();
    for (const disposable of [...this.disposables, ...this.listening.values()]) disposable.dispose();
    this.opened.dispose();
    this.moved.dispose();
    this.configured.dispose();
    this.left.dispose();
    this.changed.dispose();
  }

  private async searchByGit(): Promise<void> {
    try {
      await this.useGitExtension();
    } catch (error) {
      this.log.warn('VS Code’s own git could not tell which repositories it has.', error);
    }
    this.hasSearched = true;
    this.changed.fire();
  }

  /** It knows submodules, nested repositories and worktrees that lie below the folders. */
  private async useGitExtension(): Promise<void> {
    const api = await gitExtensionApi(this.log);
    if (!api || this.isDisposed) return;
    this.api = api;
    // It knows a git that is on no PATH.
    if (this.trouble) await this.search();
    if (this.isDisposed) return;
    let opening = Promise.resolve();
    const add = (repository: GitApiRepository): void => {
      const root = repository.rootUri.fsPath;
      const opened = this.openAll([{ uri: repository.rootUri }], 'git');
      opening = opening.then(() => opened);
      // Where HEAD leaves no reflog (core.logAllRefUpdates=false, reftable), this is all there is.
      let head = repository.state.HEAD?.commit;
      const listener = repository.state.onDidChange(() => {
        if (repository.state.HEAD?.commit === head) return;
        head = repository.state.HEAD?.commit;
        const known = this.find(root) ?? this.of(root);
        if (known) this.moved.fire(known);
      });
      this.listening.get(root)?.dispose();
      this.listening.set(root, listener);
    };
    for (const repository of api.repositories) add(repository);
    this.disposables.push(
      api.onDidOpenRepository(add),
      api.onDidCloseRepository(({ rootUri }) => void this.closedByGit(rootUri.fsPath)),
    );
    await whenInitialized(api);
    await Promise.all(api.repositories.map(each => submodulesOpened(api, each)));
    await opening;
  }

  private find(root: string): Repository | undefined {
    return this.all.find(repository => repository.root === path.normalize(root));
  }

  private async openAll(folders: readonly { readonly uri: vscode.Uri }[], by: Asker): Promise<void> {
    const files = folders.filter(({ uri }) => uri.scheme === 'file');
    const added = files.map(({ uri }) => this.asked.add(uri.fsPath, by));
    // A folder that git refused may lie in a repository that is opened now. It is looked at first, so that `of` gives
    // the repository when its opening is told of.
    const troubled = this.asked.all.filter(
      one => one.trouble && !added.includes(one) && added.some(({ folder }) => isInside(one.folder, folder)),
    );
    await this.openEach([...troubled, ...added]);
  }

  private async openEach(folders: readonly Asked[]): Promise<void> {
    const before = this.trouble;
    for (const asked of folders) await this.openOne(asked);
    if (this.trouble !== before) this.changed.fire();
  }

  private async openOne(asked: Asked): Promise<void> {
    if (!this.asked.has(asked)) return;
    const { folder } = asked;
    try {
      const repository = this.find(folder) ?? (await findRepository(this.git, folder));
      if (!this.asked.has(asked)) return;
      asked.trouble = undefined;
      asked.gitFolder = repository?.gitFolder;
      if (!repository || this.open.has(repository.gitFolder)) return;
      this.open.set(repository.gitFolder, { repository, watching: this.watch(repository) });
      this.log.info(`Watching ${repository.root}`);
      this.opened.fire(repository);
    } catch (error) {
      asked.trouble = error instanceof GitError && error.reason === 'missing' ? 'missing' : 'refused';
      this.log.warn(`Commits in ${folder} are not counted.`, error);
    }
  }

  /** It may be gone, or made anew; a folder that is still open may need it all the same. */
  private async closedByGit(root: string): Promise<void> {
    this.listening.get(root)?.dispose();
    this.listening.delete(root);
    const gitFolder = this.asked.closed(root);
    if (gitFolder === undefined) return;
    const repository = this.close(gitFolder);
    await this.openEach(this.asked.all.filter(one => one.gitFolder === gitFolder));
    if (repository && !this.open.has(gitFolder)) this.left.fire(repository);
  }

  private closeUnneeded(): void {
    for (const gitFolder of [...this.open.keys()]) {
      if (this.asked.isNeeded(gitFolder)) continue;
      const repository = this.close(gitFolder);
      if (repository) this.left.fire(repository);
    }
    this.changed.fire();
  }

  private close(gitFolder: string): Repository | undefined {
    const closed = this.open.get(gitFolder);
    closed?.watching.dispose();
    this.open.delete(gitFolder);
    return closed?.repository;
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
