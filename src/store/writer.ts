import type { Disposable, LogOutputChannel } from 'vscode';
import type { Entry } from '../core/entry';
import type { Project } from './project';
import type { Trouble } from './reportOpened';

/** After a failure to write, ms. */
const retryMs = 30_000;

/** Writes entries; what the disk does not take waits in memory and is tried again, and the user is told once. */
export class Writer implements Disposable {
  private readonly behind = new Set<Project>();
  private retry: NodeJS.Timeout | undefined;

  constructor(
    private readonly inTurn: (work: () => Promise<void>) => Promise<void>,
    private readonly log: LogOutputChannel,
    private readonly tell: (trouble: Trouble) => void,
    /** After what waited has been written, in the same turn. */
    private readonly caughtUp: () => Promise<void>,
  ) {}

  /** Whether something waits to be written. */
  get isBehind(): boolean {
    return this.behind.size > 0;
  }

  /** Throws nothing: from here on the entries count, whether they are on disk yet or not. */
  async append(project: Project, entries: readonly Entry[]): Promise<void> {
    try {
      await project.append(entries);
      this.behind.delete(project);
    } catch (error) {
      const { file } = project.journal;
      this.log.error(`Could not write ${file}; its wins stay in memory and are tried again.`, error);
      if (this.behind.size === 0) this.tell('write');
      this.behind.add(project);
      this.tryLater();
    }
  }

  dispose(): void {
    clearTimeout(this.retry);
  }

  private tryLater(): void {
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.inTurn(() => this.tryAgain()), retryMs);
  }

  /** Even when nothing new happens. */
  private async tryAgain(): Promise<void> {
    for (const project of this.behind) {
      try {
        await project.journal.flush();
        this.behind.delete(project);
        this.log.info(`What waited was written to ${project.journal.file}.`);
      } catch {
        this.tryLater(); // said when it first failed
      }
    }
    if (!this.isBehind) await this.caughtUp();
  }
}
