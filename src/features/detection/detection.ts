import * as vscode from 'vscode';
import type { Settings } from '../../config';
import type { WinSink } from '../../core/found';
import { CommitDetector } from '../../detect/commits/detector';
import { mergedIn } from '../../detect/commits/merged';
import { Git } from '../../detect/git/git';
import { Repositories } from '../../detect/git/repositories';
import type { Repository } from '../../detect/git/repository';
import type { DocumentTodos } from '../../detect/todos/documentTodos';
import type { Todo } from '../../detect/todos/todo';
import { configuredGit } from '../../gitExtension';
import { projectId } from '../../store/projectId';
import { backlogOf } from '../../store/standing';
import { type Detecting, type DetectionParts, mayCountMore, type Team, winSink } from './detecting';
import type { DetectorParts } from './detectorParts';
import { folderProject } from './folderProject';
import type { TestDetection } from './testDetection';
import type { TodoDetection } from './todoDetection';

/** Starts the detectors when the workspace is trusted, stops them with their settings, and keeps what they find. */
export class Detection implements Detecting {
  readonly repositories: Repositories;
  private readonly commits: CommitDetector;
  private todos: TodoDetection | undefined;
  private tests: TestDetection | undefined;
  readonly git: Git;
  private readonly sink: WinSink;
  private readonly changed = new vscode.EventEmitter<void>();
  /** After what keeps wins from being seen, or the progress of a scan, changed. */
  readonly onDidChangeSituation = this.changed.event;
  private readonly disposables: vscode.Disposable[] = [];
  private scanning: number | undefined;
  /** Whether what waits to be read for TODOs is being read. */
  private hasResumed = false;
  private isDisposed = false;

  constructor(private readonly parts: DetectionParts) {
    const { config, ledger, recorder, log } = parts;
    this.git = new Git(() => this.repositories.api?.git.path ?? configuredGit());
    this.repositories = new Repositories(this.git, log);
    this.sink = winSink(parts);
    this.commits = new CommitDetector(
      this.git,
      {
        sink: this.sink,
        cursorOf: gitFolder => ledger.cursorOf(gitFolder),
        projectOf: (repository, root) => projectId(root, repository.root),
        open: project => ledger.openProject(project),
        keep: async finding => {
          const { repository, project, found, withdrawn, cursor } = finding;
          // In the same breath as the cursor: what has to be read for TODOs is not forgotten with the window.
          const backlog = config.settings.todos.enabled ? backlogOf(finding) : undefined;
          const kept = { withdrawn, cursor, gitFolder: repository.gitFolder, backlog };
          // With commits switched off, they are still read for TODOs.
          await recorder.keepScan(project, { ...kept, found: config.settings.commits.enabled ? found : [] });
          this.todos?.committed(finding);
        },
        settings: () => config.settings.commits,
        onProgress: fraction => this.showScan(fraction),
      },
      log,
    );
  }

  /** Resolves when the window's home is known and the first scan of every repository has been recorded. */
  async start(): Promise<void> {
    this.disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.startGit()),
      this.repositories.onDidMoveHead(repository => void this.scan(repository)),
      this.repositories.onDidOpen(repository => void this.opened(repository)),
      this.repositories.onDidConfigure(repository => {
        this.commits.forgetEmails(repository);
        if (this.commits.withoutEmail.has(repository.gitFolder)) void this.scan(repository);
      }),
      this.repositories.onDidChange(() => this.changed.fire()),
      this.parts.config.onDidChange(before => void this.reconfigure(before)),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) void this.tryAgain();
      }),
    );
    const { ledger } = this.parts;
    if (ledger.home) await ledger.setHome(ledger.home);
    if (vscode.workspace.isTrusted) await this.startGit();
    if (this.isDisposed) return;
    if (!ledger.home) await ledger.setHome(folderProject());
    await ledger.settle();
  }

  /** What keeps wins from being seen just now. */
  get situation(): Detecting['situation'] {
    const { withoutEmail } = this.commits;
    return {
      trusted: vscode.workspace.isTrusted,
      gitMissing: this.repositories.trouble === 'missing',
      gitRefused: this.repositories.trouble === 'refused',
      emailMissing:
        this.parts.config.settings.commits.enabled &&
        this.repositories.all.some(({ gitFolder }) => withoutEmail.has(gitFolder)),
      scanning: this.scanning,
    };
  }

  /** Reads all of the period's history again; stops early when cancelled. Does nothing in Restricted Mode. */
  async rescan(token?: vscode.CancellationToken): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    const cancelling = token?.onCancellationRequested(() => this.cancelScan());
    await this.repositories.search();
    for (const repository of this.repositories.all) {
      if (token?.isCancellationRequested) break;
      this.commits.forgetEmails(repository);
      await this.commits.rescan(repository);
    }
    cancelling?.dispose();
    this.changed.fire();
  }

  /** The open TODOs of a file, as it is saved; none while TODOs are not looked for. */
  async openTodos(file: vscode.Uri): Promise<readonly Todo[]> {
    return (await this.todos?.openTodos(file)) ?? [];
  }

  async documentTodos(): Promise<DocumentTodos> {
    const { documentTodos } = await import('./todoDetection');
    return documentTodos(() => this.parts.config.settings.todos, this.parts.log);
  }

  cancelScan(): void {
    this.commits.cancel();
  }

  get teams(): readonly Team[] {
    return this.repositories.all.map(repository => ({
      name: repository.name,
      root: repository.root,
      merged: (from, to, signal) => this.merged(repository, { from, to }, signal),
    }));
  }

  dispose(): void {
    this.isDisposed = true;
    this.commits.dispose();
    this.todos?.dispose();
    this.tests?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
    this.repositories.dispose();
    this.changed.dispose();
  }

  /** With the texts of the TODOs that each commit closed; none while TODOs are switched off. */
  private async merged(
    repository: Repository,
    time: { readonly from: number; readonly to: number },
    signal: AbortSignal,
  ): ReturnType<Team['merged']> {
    const commits = await mergedIn(this.git, repository, time, { signal });
    const shas = commits.map(({ sha }) => sha);
    const closed = await this.todos?.closedIn(repository, shas, signal);
    return commits.map(commit => ({ ...commit, closedTodos: closed?.get(commit.sha) ?? [] }));
  }

  /** Never rejects: without git there are steps, logged wins and numbers all the same. */
  private startGit(): Promise<void> {
    const failed = (error: unknown): void => this.parts.log.error('Detection could not be started.', error);
    return this.isDisposed ? Promise.resolve() : this.watchAll().catch(failed);
  }

  private async watchAll(): Promise<void> {
    await this.repositories.start();
    await this.findHome();
    await Promise.all([this.startTodos(), this.startTests()]);
    await Promise.all(this.repositories.all.map(repository => this.scan(repository)));
    this.hasResumed = true;
    this.resumeTodos();
    await this.todos?.idle;
    this.changed.fire();
  }

  private async opened(repository: Repository): Promise<void> {
    await this.scan(repository);
    if (this.hasResumed) this.todos?.resume(repository);
  }

  private resumeTodos(): void {
    for (const repository of this.repositories.all) this.todos?.resume(repository);
  }

  // Loading a part takes a moment, in which it may be switched off, or the window closed.
  private async startTodos(): Promise<void> {
    const isWanted = (): boolean => this.parts.config.settings.todos.enabled && !this.isDisposed;
    if (!isWanted()) return;
    const { TodoDetection } = await import('./todoDetection');
    if (!isWanted()) return;
    this.todos ??= new TodoDetection(this.partsOfAll);
    this.todos.start();
  }

  private async startTests(): Promise<void> {
    const isWanted = (): boolean => this.parts.config.settings.tests.enabled && !this.isDisposed;
    if (!isWanted()) return;
    const { TestDetection } = await import('./testDetection');
    if (!isWanted()) return;
    const { workspaceState: memento, storageUri: storage } = this.parts.context;
    const onJudged = (): void => this.changed.fire();
    this.tests ??= new TestDetection({ ...this.partsOfAll, memento, storage, onJudged });
    this.tests.start();
  }

  private get partsOfAll(): DetectorParts {
    const { git, repositories, commits, sink, parts } = this;
    return { ...parts, git, repositories, commits, sink };
  }

  /** Steps and logged wins of this window go to the project of its first folder. */
  private async findHome(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    const repository = folder === undefined ? undefined : this.repositories.of(folder);
    if (!repository) return;
    const project = await this.commits.projectOf(repository);
    const { ledger } = this.parts;
    if (this.isDisposed || project === undefined || project === ledger.home) return;
    // A home that was only the folder's own moves along when git, or the first commit, comes later.
    await ledger.setHome(project, ledger.home === folderProject() ? ledger.home : undefined);
  }

  private async scan(repository: Repository): Promise<void> {
    const { commits, todos } = this.parts.config.settings;
    if (!commits.enabled && !todos.enabled) return this.commits.open(repository);
    await this.commits.scan(repository);
    await this.findHome();
    this.changed.fire();
  }

  private async reconfigure(before: Settings): Promise<void> {
    const { commits, todos, tests } = this.parts.config.settings;
    if (!tests.enabled) this.tests?.dispose();
    else if (vscode.workspace.isTrusted) await this.startTests();
    if (!todos.enabled) this.todos?.stop();
    else if (!before.todos.enabled && vscode.workspace.isTrusted)
      await this.startTodos().then(() => this.resumeTodos());
    if (!commits.enabled && !todos.enabled) return this.cancelScan();
    if (mayCountMore(before.commits, commits) && vscode.workspace.isTrusted) await this.rescan();
  }

  /** What was off may have been set right in another window or program. */
  private async tryAgain(): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    if (this.repositories.trouble) await this.repositories.search();
    for (const repository of this.repositories.all) {
      if (this.commits.withoutEmail.has(repository.gitFolder)) await this.scan(repository);
    }
    this.changed.fire();
  }

  private showScan(fraction: number | undefined): void {
    const percent = fraction === undefined ? undefined : Math.round(fraction * 100) / 100;
    if (percent === this.scanning) return;
    this.scanning = percent;
    this.changed.fire();
  }
}
