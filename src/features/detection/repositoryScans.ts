import type { Settings } from '../../config';
import type { CommitDetector } from '../../detect/commits/detector';
import type { Repositories } from '../../detect/git/repositories';
import type { Repository } from '../../detect/git/repository';
import type { Ledger } from '../../store/ledger';
import type { HomeProject } from './homeProject';
import type { LoadedPart } from './loadedPart';
import type { TodoDetection } from './todoDetection';

/** What scans are made with. */
export interface ScanParts {
  readonly repositories: Repositories;
  readonly commits: CommitDetector;
  readonly todos: LoadedPart<TodoDetection>;
  readonly home: HomeProject;
  readonly ledger: Ledger;
  readonly settings: () => Settings;
  /** Called after what keeps wins from being seen may have changed. */
  readonly onChanged: () => void;
}

/** Scans repositories as they open, move and are configured, and forgets those that left the workspace. */
export class RepositoryScans {
  /** Resolves when what was begun with repositories that opened is done. */
  private opening: Promise<void> = Promise.resolve();
  /** Whether those of the start have been read: one that opens now goes on with its TODOs, and what left may be forgotten. */
  private isUnderWay = false;

  constructor(private readonly parts: ScanParts) {}

  /** Goes on with the TODOs of the repositories that opened at the start: they may have been scanned before TODOs could be read. */
  async begin(): Promise<void> {
    await this.opening;
    this.isUnderWay = true;
    this.resume();
    await this.parts.todos.part?.idle;
  }

  /** Goes on with what waits to be read for TODOs. */
  resume(): void {
    for (const repository of this.parts.repositories.all) this.parts.todos.part?.resume(repository);
  }

  /** A repository has opened. */
  opened(repository: Repository): Promise<void> {
    const scanned = this.scan(repository).then(() => {
      if (this.isUnderWay) this.parts.todos.part?.resume(repository);
    });
    this.opening = Promise.allSettled([this.opening, scanned]).then(() => undefined);
    return scanned;
  }

  /** Reads what is new in a repository. */
  async scan(repository: Repository): Promise<void> {
    const { commits, todos } = this.parts.settings();
    if (!commits.enabled && !todos.enabled) return this.parts.commits.open(repository);
    await this.parts.commits.scan(repository);
    await this.parts.home.follow();
    this.parts.onChanged();
  }

  /** Reads repositories whose git knew no e-mail address of the user: it may know one now. */
  async scanWithoutEmail(of: readonly Repository[] = this.parts.repositories.all): Promise<void> {
    for (const repository of of) {
      if (this.parts.commits.withoutEmail.has(repository.gitFolder)) await this.scan(repository);
    }
  }

  /** A repository's folder has left the workspace. */
  async left(repository: Repository): Promise<void> {
    this.parts.todos.part?.forget(repository);
    await this.closeUnlessOpen(repository);
    // What had begun in it may open its project once more.
    await this.idle();
    await this.closeUnlessOpen(repository);
    await this.forgetLeft();
  }

  /** Resolves when the repositories that were found by now have been scanned, and what their commits closed read. */
  async idle(): Promise<void> {
    await this.opening;
    await this.parts.commits.idle;
    await this.parts.todos.part?.idle;
  }

  /** Forgets what left the workspace, once all of its folders have been asked for theirs. */
  async forgetLeft(): Promise<void> {
    const { repositories, ledger } = this.parts;
    // Without git nobody knows what is there.
    if (!this.isUnderWay || !repositories.hasSearched || repositories.trouble === 'missing') return;
    await this.idle(); // whose scan has begun opens its project
    const open = (): Set<string> => new Set(repositories.all.map(({ gitFolder }) => gitFolder));
    await ledger.forgetLeft(open, repositories.trouble === undefined);
  }

  /** What was won in a repository shows no more, unless another one that is open is of the same project. */
  private async closeUnlessOpen(repository: Repository): Promise<void> {
    const { commits, repositories, ledger } = this.parts;
    const project = await commits.projects.unlessIn(repositories.all, repository);
    if (project !== undefined) await ledger.closeProject(project);
  }
}
