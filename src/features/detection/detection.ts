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
import { RepositoryScans } from './repositoryScans';
import { ScanProgress } from './scanProgress';
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
  private readonly scans: RepositoryScans;
  private readonly progress: ScanProgress;
  private readonly todos: LoadedPart<TodoDetection>;
  private readonly tests: LoadedPart<TestDetection>;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeSituation = this.changed.event;
  private readonly disposables: vscode.Disposable[] = [];
  private isDisposed = false;

  constructor(private readonly parts: DetectionParts) {
    const { ledger, log } = parts;
    const onChanged = (): void => this.changed.fire();
    this.progress = new ScanProgress(onChanged);
    this.git = new Git(() => this.repositories.api?.git.path ?? configuredGit());
    this.repositories = new Repositories(this.git, log);
    this.sink = winSink(parts);
    const sameProjects = new SameProjects(parts.context.globalStorageUri.fsPath);
    const host = commitHost(parts, this.sink, sameProjects, {
      onKept: finding => this.todos.part?.committed(finding),
      onProgress: fraction => this.progress.of('commits', fraction),
    });
    this.commits = new CommitDetector(this.git, host, log);
    this.home = new HomeProject(ledger, this.repositories, this.commits.projects, log);
    this.todos = new LoadedPart(
      () => this.mayDetect && this.settings.todos.enabled,
      async () =>
        new (await import('./todoDetection')).TodoDetection({
          ...this.partsOfLoaded,
          onProgress: fraction => this.progress.of('todos', fraction),
        }),
    );
    this.tests = new LoadedPart(
      () => this.mayDetect && this.settings.tests.enabled,
      async () => {
        const { TestDetection } = await import('./testDetection');
        const { context } = parts;
        return new TestDetection({ ...this.partsOfLoaded, context, onJudged: onChanged });
      },
    );
    const { repositories, commits, home, todos } = this;
    const settings = (): Settings => this.settings;
    this.scans = new RepositoryScans({ repositories, commits, todos, home, ledger, settings, onChanged });
  }

  async start(): Promise<void> {
    this.disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() =>
        this.inBackground(this.startGit().then(() => this.scans.forgetLeft())),
      ),
      this.repositories.onDidMoveHead(repository => this.inBackground(this.scans.scan(repository))),
      this.repositories.onDidOpen(repository => this.inBackground(this.scans.opened(repository))),
      this.repositories.onDidLeave(repository => this.inBackground(this.scans.left(repository))),
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
    await this.scans.idle();
    await this.scans.forgetLeft();
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
      scanning: this.progress.fraction,
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
    await this.todos.part?.idle;
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
    this.todos.part?.cancel();
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

  private get partsOfLoaded(): DetectorParts {
    const { git, repositories, commits, sink } = this;
    const { config, ledger, log } = this.parts;
    return { config, ledger, log, git, repositories, commits, projects: commits.projects, sink };
  }

  private readonly startGit = once(async (): Promise<void> => {
    if (this.isDisposed) return;
    await this.repositories.start();
    await this.home.follow();
    await Promise.all([this.todos.follow(), this.tests.follow()]);
    await this.scans.begin();
    this.changed.fire();
  });

  private async configured(repository: Repository): Promise<void> {
    this.commits.forgetEmails(repository);
    await this.scans.scanWithoutEmail([repository]);
  }

  /** A folder may be in a repository now that another had open before. */
  private async found(): Promise<void> {
    await this.home.follow();
    this.changed.fire();
    await this.scans.forgetLeft();
  }

  private async reconfigure(before: Settings): Promise<void> {
    const { commits, todos } = this.settings;
    await Promise.all([this.todos.follow(), this.tests.follow()]);
    if (todos.enabled && !before.todos.enabled) this.scans.resume();
    if (!commits.enabled && !todos.enabled) return this.cancelScan();
    if (mayCountMore(before.commits, commits)) await this.rescan();
  }

  /** What was off may have been set right in another window or program. */
  private async tryAgain(): Promise<void> {
    if (!vscode.workspace.isTrusted) return;
    if (this.repositories.trouble) await this.repositories.search();
    await this.scans.scanWithoutEmail();
    this.changed.fire();
  }

  private inBackground(work: Promise<void>): void {
    work.catch(error =>
      this.parts.log.error('Detection could not go on; the next change tries again.', error),
    );
  }
}
