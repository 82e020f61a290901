import type * as vscode from 'vscode';
import { dayMs } from '../../core/day';
import { Turns } from '../../turns';
import { type Git, GitError } from '../git/git';
import { type HeadMove, readReflog } from '../git/reflog';
import { headCommit, type Repository } from '../git/repository';
import { isCommitting } from './headMoves';
import { History } from './history';
import type { CommitHost } from './host';
import type { Commit } from './log';
import { OwnEmails } from './ownEmails';
import { RepositoryProjects } from './projects';
import { leftUnread, newStretch } from './stretch';
import { StretchJudge } from './stretchJudge';
import { type Outcome, StretchReader } from './stretchReader';

/** A scan begins again at most so often because another window was faster. */
const maxAttempts = 10;

/** Finds the user's commits: what HEAD's history holds and no earlier scan has read. One scan at a time. */
export class CommitDetector {
  private readonly turns = new Turns();
  /** The projects of repositories. */
  readonly projects: RepositoryProjects;
  private readonly history: History;
  private readonly reader: StretchReader;
  private readonly emails: OwnEmails;
  /**
   * When a repository was first seen without a commit (ms since the epoch), by git folder. Its first commits count from
   * then on, even with `backfillDays` 0.
   */
  private readonly emptyAt = new Map<string, number>();
  private cancellation = new AbortController();
  private isDisposed = false;

  constructor(
    private readonly git: Git,
    private readonly host: CommitHost,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.history = new History(git);
    this.projects = new RepositoryProjects(git, host, log);
    const judge = new StretchJudge(git, this.history, host, log);
    this.reader = new StretchReader(host, this.history, this.projects, judge);
    this.emails = new OwnEmails(git, () => host.settings().emails);
  }

  /** Git folders of repositories whose git knows no e-mail address of the user. */
  get withoutEmail(): ReadonlySet<string> {
    return this.emails.without;
  }

  /** Reads what is new in a repository, and goes on where a whole reading stopped; never rejects. */
  scan(repository: Repository): Promise<void> {
    return this.inTurn(repository, false);
  }

  /** Reads all of a repository's history within the period again; never rejects. */
  rescan(repository: Repository): Promise<void> {
    return this.inTurn(repository, true);
  }

  /** Resolves when the scans that were asked for by now are over. */
  get idle(): Promise<void> {
    return this.turns.idle;
  }

  /** Opens the project of a repository that was scanned before: its wins count, even if nothing new is read. */
  async open(repository: Repository): Promise<void> {
    const project = this.projects.scanned(repository);
    if (project !== undefined && !this.isDisposed) await this.host.open(project);
  }

  /** Own commits in the history of a head since a moment (ms), oldest first. @throws GitError */
  async commitsSince(repository: Repository, head: string, since: number): Promise<readonly Commit[]> {
    const emails = await this.emails.of(repository);
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since, made: new Set<string>() };
    return this.history.counting(repository, { head, read: [] }, rules, this.cancellation.signal);
  }

  /** Forgets what git said of the user, because it may say something else now. */
  forgetEmails(repository: Repository): void {
    this.emails.forget(repository);
  }

  /** Stops the reading under way, and whole histories that wait to be read: each goes on with its next scan. */
  cancel(): void {
    this.cancellation.abort();
    this.cancellation = new AbortController();
  }

  /** Stops for good. */
  dispose(): void {
    this.isDisposed = true;
    this.reader.dispose();
    this.cancel();
  }

  /** Repositories may share a project (worktrees, submodules, clones): each must see what the last one found. */
  private inTurn(repository: Repository, anew: boolean): Promise<void> {
    const asked = this.cancellation.signal;
    return this.turns.take(() => this.tryScan(repository, anew, asked));
  }

  private async tryScan(repository: Repository, anew: boolean, asked: AbortSignal): Promise<void> {
    if (this.isDisposed) return;
    try {
      // Outdated is what another window has kept something of meanwhile: that ends when git is at rest.
      for (let attempt = 0; attempt < maxAttempts; attempt++) {
        if ((await this.scanNow(repository, anew, asked)) !== 'outdated') return;
      }
      throw new Error('other windows keep commits faster than this one');
    } catch (error) {
      if (error instanceof GitError && error.reason === 'cancelled') {
        this.sayStopped(repository);
      } else {
        this.log.warn(
          `The history of ${repository.root} could not be read; the next change tries again.`,
          error,
        );
      }
    } finally {
      this.host.onProgress(undefined);
    }
  }

  private async scanNow(repository: Repository, anew: boolean, asked: AbortSignal): Promise<Outcome> {
    await this.open(repository);
    const last = this.host.cursorOf(repository.gitFolder);
    const reflog = await readReflog(repository.reflog, last?.reflog);
    const head = reflog?.head ?? (await headCommit(this.git, repository));
    const { gitFolder } = repository;
    if (!head) {
      if (!this.emptyAt.has(gitFolder)) this.emptyAt.set(gitFolder, inSeconds(this.host.sink.now()));
      await this.host.open(await this.projects.unborn(repository));
      return 'read';
    }
    const backfill = this.host.sink.now() - this.host.settings().backfillDays * dayMs;
    const periodStart = Math.min(backfill, this.emptyAt.get(gitFolder) ?? backfill);
    const left = await this.history.onBranches(repository, leftUnread({ head, reflog, last }));
    const stretch = newStretch({ head, reflog, last, left, anew, periodStart });
    if (!stretch && !last?.rest) return 'read';
    const emails = await this.emails.of(repository, madeAs(stretch?.moves));
    if (emails.size === 0) return 'read';
    if (stretch) {
      // A cancellation is of whole histories. What is only new takes a moment, and is a win of now.
      const signal = stretch.read.length === 0 ? asked : this.cancellation.signal;
      const outcome = await this.reader.read(repository, stretch, emails, signal);
      if (outcome === 'stopped') this.sayStopped(repository);
      if (outcome !== 'read') return outcome;
    }
    const stands = this.host.cursorOf(repository.gitFolder);
    if (!stands?.rest) return 'read';
    const { rest, ...cursor } = stands;
    const older = { ...rest, read: [], moves: [], cursor };
    const outcome = await this.reader.read(repository, older, emails, asked);
    if (outcome === 'stopped') this.sayStopped(repository);
    return outcome;
  }

  private sayStopped({ root }: Repository): void {
    this.log.info(`Reading the history of ${root} was cancelled.`);
  }
}

/** The addresses that git knew the user by when commits were made, lower case. */
function madeAs(moves: readonly HeadMove[] = []): string[] {
  return moves.filter(({ action }) => isCommitting(action)).map(({ email }) => email.toLowerCase());
}

/** As exact as git is, ms. */
function inSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
