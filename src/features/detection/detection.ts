import * as vscode from 'vscode';
import type { Settings } from '../../config';
import type { WinSink } from '../../core/found';
import { CommitDetector } from '../../detect/commits/detector';
import { Git } from '../../detect/git/git';
import { Repositories } from '../../detect/git/repositories';
import type { Repository } from '../../detect/git/repository';
import type { DocumentTodos } from '../../detect/todos/documentTodos';
import type { Todo } from '../../detect/todos/todo';
import { configuredGit } from '../../gitExtension';
import { once } from '../../once';
import { SameProjects } from '../../store/sameProjects';
import { commitHost } from './commitHost';
import { type Detecting, type DetectionParts, mayCountMore, type Team, winSink } from './detecting';
import type { DetectorParts } from './detectorParts';
import { HomeProject } from './homeProject';
import { LoadedPart } from './loadedPart';
import { teamOf } from './teams';
import type { TestDetection } from './testDetection';
import type { TodoDetection } from './todoDetection';

/** Starts the detectors when the workspace is trusted, stops them with their settings, and keeps what they find. */
export class Detection implements Detecting {
  readonly repositories: Repositories;
  private readonly git: Git;
  private readonly sink: WinSink;
  private readonly commits: CommitDetector;
  private readonly home: HomeProject;
  private readonly todos: LoadedPart<TodoDetection>;
  private readonly tests: LoadedPart<TestDetection>;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeSituation = this.changed.event;
  private readonly disposables: vscode.Disposable[] = [];
  /** Resolves when what was begun with repositories that opened is done. */
  private opening: Promise<unknown> = Promise.resolve();
  private scanning: number | undefined;
  /** Whether readings for TODOs that had stopped go on: `startGit` sees to the repositories opened before. */
  private hasResumed = false;
  private isDisposed = false;

  constructor(private readonly parts: DetectionParts) {
    const { ledger, log } = parts;
    this.git = new Git(() => this.repositories.api?.git.path ?? configuredGit());
    this.repositories = new Repositories(this.git, log);
    this.sink = winSink(parts);
    const sameProjects = new SameProjects(parts.context.globalStorageUri.fsPath);
    const host = commitHost(parts, this.sink, sameProjects, {
      onKept: finding => this.todos.part?.committed(finding),
      onProgress: fraction => this.showScan(fraction),
    });
    this.commits = new CommitDetector(this.git, host, log);
    this.home = new HomeProject(ledger, this.repositories, this.commits.projects, log);
    this.todos = new LoadedPart(
      () => this.mayDetect && this.settings.todos.enabled,
      async () => new (await import('./todoDetection')).TodoDetection(this.partsOfAll),
    );
    this.tests = new LoadedPart(
      () => this.mayDetect && this.settings.tests.enabled,
      async () => {
        const { TestDetection } = await import('./testDetection');
        const { context } = parts;
        return new TestDetection({ ...this.partsOfAll, context, onJudged: () => this.changed.fire() });
      },
    );
  }

  async start(): Promise<void> {
    this.disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() =>
        this.inBackground(this.startGit().then(() => this.settle())),
      ),
      this.repositories.onDidMoveHead(repository => this.inBackground(this.scan(repository))),
      this.repositories.onDidOpen(repository => this.inBackground(this.opened(repository))),
      this.repositories.onDidLeave(repository => this.inBackground(this.left(repository))),
      this.repositories.onDidConfigure(repository => this.inBackground(this.configured(repository))),
      this.repositories.onDidChange(() => this.inBackground(this.found())),
      this.parts.config.onDidChange(before => this.inBackground(this.reconfigure(before))),
      vscode.window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.inBackground(this.tryAgain());
      }),
    );
    await this.home.reopen();
    if (vscode.workspace.isTrusted) {
      // Without git there are steps, logged wins and numbers all the same.
      await this.startGit().catch(error => this.parts.log.error('Detection could not be started.', error));
    }
    if (this.isDisposed) return;
    await this.home.fallBack();
    await this.repositories.searched;
    await this.idle();
    await this.settle();
  }

  get situation(): Detecting['situation'] {
    const { withoutEmail } = this.commits;
    return {
      trusted: vscode.workspace.isTrusted,
      gitMissing: this.repositories.trouble === 'missing',
      gitRefused: this.repositories.trouble === 'refused',
      emailMissing:
        this.settings.commits.enabled &&
        this.repositories.all.some(({ gitFolder }) => withoutEmail.has(gitFolder)),
      scanning: this.scanning,
    };
  }

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

  async openTodos(file: vscode.Uri): Promise<readonly Todo[]> {
    return (await this.todos.part?.openTodos(file)) ?? [];
  }

  async documentTodos(): Promise<DocumentTodos> {
    return (await import('./todoDetection')).documentTodos(() => this.settings.todos, this.parts.log);
  }

  cancelScan(): void {
    this.commits.cancel();
  }

  get teams(): readonly Team[] {
    const todos = () => (this.settings.todos.enabled ? this.todos.part : undefined);
    return this.repositories.all.map(repository => teamOf(repository, this.git, todos));
  }

  dispose(): void {
    this.isDisposed = true;
    this.home.dispose();
    this.commits.dispose();
    this.todos.part?.dispose();
    this.tests.part?.stop();
    for (const disposable of this.disposables) disposable.dispose();
    this.repositories.dispose();
    this.changed.dispose();
  }

  private get settings(): Settings {
    return this.parts.config.settings;
  }

  private get mayDetect(): boolean {
    return vscode.workspace.isTrusted && !this.isDisposed;
  }

  private get partsOfAll(): DetectorParts {
    const { git, repositories, commits, sink } = this;
    const { config, ledger, log } = this.parts;
    return { config, ledger, log, git, repositories, commits, projects: commits.projects, sink };
  }

  // A repository is scanned when it opens, maybe before its TODOs can be read: they wait, and are read in the end.
  private readonly startGit = once(async (): Promise<void> => {
    if (this.isDisposed) return;
    await this.repositories.start();
    await this.home.follow();
    await Promise.all([this.todos.follow(), this.tests.follow()]);
    await this.opening;
    this.hasResumed = true;
    for (const repository of this.repositories.all) this.todos.part?.resume(repository);
    await this.todos.part?.idle;
    this.changed.fire();
  });

  private opened(repository: Repository): Promise<void> {
    const scanned = this.scan(repository).then(() => {
      if (this.hasResumed) this.todos.part?.resume(repository);
    });
    this.opening = Promise.allSettled([this.opening, scanned]);
    return scanned;
  }

  private async left(repository: Repository): Promise<void> {
    this.todos.part?.forget(repository);
    await this.closeUnlessOpen(repository);
    // What had begun in it may open its project once more.
    await this.idle();
    await this.closeUnlessOpen(repository);
    await this.settle();
  }

  /** Resolves when the repositories that were found by now have been scanned, and what their commits closed read. */
  private async idle(): Promise<void> {
    await this.opening;
    await this.commits.idle;
    await this.todos.part?.idle;
  }

  /** What was won in a repository shows no more, unless another one that is open is of the same project. */
  private async closeUnlessOpen(repository: Repository): Promise<void> {
    const project = await this.commits.projects.unlessIn(this.repositories.all, repository);
    if (project !== undefined) await this.parts.ledger.closeProject(project);
  }

  private async configured(repository: Repository): Promise<void> {
    this.commits.forgetEmails(repository);
    if (this.commits.withoutEmail.has(repository.gitFolder)) await this.scan(repository);
  }

  /** A folder may be in a repository now that another had open before. */
  private async found(): Promise<void> {
    await this.home.follow();
    this.changed.fire();
    await this.settle();
  }

  /** Forgets what left the workspace, once all of its folders have been asked for theirs. */
  private async settle(): Promise<void> {
    if (!this.hasResumed || !this.repositories.hasSearched) return;
    await this.idle(); // whose scan has begun opens its project
    const open = (): Set<string> => new Set(this.repositories.all.map(({ gitFolder }) => gitFolder));
    await this.parts.ledger.settle(open, this.repositories.trouble === undefined);
  }

  private async scan(repository: Repository): Promise<void> {
    const { commits, todos } = this.settings;
    if (!commits.enabled && !todos.enabled) return this.commits.open(repository);
    await this.commits.scan(repository);
    await this.home.follow();
    this.changed.fire();
  }

  private async reconfigure(before: Settings): Promise<void> {
    const { commits, todos } = this.settings;
    await Promise.all([this.todos.follow(), this.tests.follow()]);
    const resumed = todos.enabled && !before.todos.enabled ? this.repositories.all : [];
    for (const repository of resumed) this.todos.part?.resume(repository);
    if (!commits.enabled && !todos.enabled) return this.cancelScan();
    if (mayCountMore(before.commits, commits)) await this.rescan();
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
    const rounded = fraction && Math.round(fraction * 100) / 100;
    if (rounded === this.scanning) return;
    this.scanning = rounded;
    this.changed.fire();
  }

  private inBackground(work: Promise<void>): void {
    work.catch(error =>
      this.parts.log.error('Detection could not go on; the next change tries again.', error),
    );
  }
}
