import type * as vscode from 'vscode';
import { Turns } from '../../turns';
import { type Git, GitError } from '../git/git';
import { headCommit, type Repository } from '../git/repository';
import { winsOf } from './commitWins';
import { withdrawnBy } from './dropped';
import { History } from './history';
import type { CommitHost } from './host';
import { doubtfulShas, identify, originals, rewrittenFrom, winOfSha } from './identity';
import type { Commit } from './log';
import { OwnEmails } from './ownEmails';
import { RepositoryProjects } from './projects';
import { RecentDrops } from './recentDrops';
import { type HeadMove, isRewriting, type Makings, makingsOf, readReflog } from './reflog';
import { leftUnread, newStretch, type Stretch } from './stretch';

const dayMs = 86_400_000;

/** Finds the user's commits: what HEAD's history holds and no earlier scan has read. One scan at a time. */
export class CommitDetector {
  private readonly turns = new Turns();
  private readonly history: History;
  readonly projects: RepositoryProjects;
  private readonly emails: OwnEmails;
  private readonly drops: RecentDrops;
  /** By git folder: what moved HEAD last. */
  private readonly lastAction = new Map<string, string>();
  /** By git folder of a repository without a commit: when that was seen (ms). Its first commits are of now. */
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
    this.drops = new RecentDrops(this.history, host.sink);
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

  /** Opens the project of a repository that was scanned before: its wins count, even if nothing new is read. */
  async open(repository: Repository): Promise<void> {
    const project = this.projects.scanned(repository);
    if (project !== undefined && !this.isDisposed) await this.host.open(project);
  }

  /** Own commits in the history of a head since a moment (ms), oldest first. @throws GitError */
  async commitsSince(repository: Repository, head: string, since: number): Promise<Commit[]> {
    const emails = await this.emails.of(repository);
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since, made: new Set<string>() };
    return this.history.counting(repository, { head, read: [] }, rules, { signal: this.cancellation.signal });
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
      await this.scanNow(repository, anew, asked);
    } catch (error) {
      if (error instanceof GitError && error.reason === 'cancelled') {
        this.log.info(`Reading the history of ${repository.root} was cancelled.`);
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

  private async scanNow(repository: Repository, anew: boolean, asked: AbortSignal): Promise<void> {
    await this.open(repository);
    const last = this.host.cursorOf(repository.gitFolder);
    const reflog = await readReflog(repository.reflog, last?.reflog);
    const head = reflog?.head ?? (await headCommit(this.git, repository));
    const { gitFolder } = repository;
    if (!head) {
      if (!this.emptyAt.has(gitFolder)) this.emptyAt.set(gitFolder, inSeconds(this.host.sink.now()));
      await this.host.open(this.projects.unborn(repository));
      return;
    }
    const backfill = this.host.sink.now() - this.host.settings().backfillDays * dayMs;
    const periodStart = Math.min(backfill, this.emptyAt.get(gitFolder) ?? backfill);
    const left = await this.history.onBranches(repository, leftUnread({ head, reflog, last }));
    const stretch = newStretch({ head, reflog, last, left, anew, periodStart });
    if (!stretch && !last?.rest) return;
    const emails = await this.emails.of(repository, madeAs(stretch?.moves));
    if (emails.size === 0) return;
    if (stretch) {
      // A cancellation is of whole histories. What is only new takes a moment, and is a win of now.
      const signal = stretch.read.length === 0 ? asked : this.cancellation.signal;
      await this.read(repository, stretch, emails, signal);
    }
    const stands = this.host.cursorOf(repository.gitFolder);
    if (!stands?.rest) return;
    const { rest, ...cursor } = stands;
    await this.read(repository, { ...rest, read: [], moves: [], cursor }, emails, asked);
  }

  private async read(
    repository: Repository,
    { moves, cursor, ...range }: Stretch,
    emails: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<void> {
    const { sink } = this.host;
    const { head } = range;
    const { since } = cursor;
    const lastAction = this.lastAction.get(repository.gitFolder);
    const makings = makingsOf(moves, lastAction);
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since, made: this.madeNow(makings, moves) };
    let stoppedAt: number | undefined;
    const reading = this.history.counting(repository, range, rules, {
      signal,
      onReached: at =>
        this.host.onProgress(Math.min(1, Math.max(0, (sink.now() - at) / (sink.now() - since)))),
      onStopped: at => {
        stoppedAt = at ?? range.until ?? sink.now();
      },
    });
    // Both walk the history: side by side, where this is the first time.
    const [fresh, project] = await Promise.all([reading, this.projects.of(repository)]);
    if (project === undefined || this.isDisposed) return;
    await this.host.open(project);
    const drops = await this.drops.add(repository, head, moves);
    const { own, elsewhere } = await this.history.withOriginals(
      repository,
      head,
      fresh,
      drops,
      rules,
      signal,
    );
    const ids = await this.identify(repository, head, own, moves, makings);
    const { found, squashed } = await winsOf(ids, {
      git: this.git,
      log: this.log,
      sink,
      repository,
      emails,
      moves,
      lastAction,
      drops: this.drops.of(repository),
      elsewhere,
    });
    const withdrawn = drops
      .flatMap(drop => withdrawnBy(drop, sink.known))
      .filter(id => !found.some(({ win }) => win.id === id));

    // After a withdrawal the dropped head counts as not read: its commits may come back.
    const heads = withdrawn.length > 0 ? [head] : cursor.heads;
    const rest = stoppedAt === undefined ? cursor.rest : { head, until: stoppedAt };
    const stands = { ...cursor, project, heads, ...(rest && { rest }) };
    const amended = originals(moves);
    await this.host.keep({
      repository,
      project,
      found,
      withdrawn,
      squashed,
      commits: own,
      amended,
      rewritten: rewrittenFrom(found, moves, sink.known),
      head,
      cursor: stands,
    });
    const action = moves.at(-1)?.action;
    if (action !== undefined) this.lastAction.set(repository.gitFolder, action);
    if (stoppedAt !== undefined) throw new GitError('cancelled', 'cancelled, and kept as far as it was read');
  }

  private async identify(
    repository: Repository,
    head: string,
    own: readonly Commit[],
    moves: readonly HeadMove[],
    makings: Makings,
  ): Promise<Map<Commit, string>> {
    const before = this.host.cursorOf(repository.gitFolder)?.heads.at(-1);
    const rewriting = moves.some(isRewriting);
    const told = { ...makings, known: this.host.sink.known, repository: repository.name, rewriting };
    // What is sure already need not be asked for.
    const amended = originals(moves);
    const unsure = own.filter(({ sha }) => !winOfSha(told.known, amended.get(sha) ?? ''));
    const where = await this.history.whereabouts(repository, { head, before }, doubtfulShas(unsure, told));
    const dropped = new Map(
      this.drops
        .of(repository)
        .flatMap(drop => drop.dropped.map(({ commit, found }) => [commit.sha, found.win.id])),
    );
    return identify(own, { ...told, where, amended, dropped });
  }

  /** The commits that are surely new, and those that wins were amended to. */
  private madeNow({ made, remade }: Makings, moves: readonly HeadMove[]): Set<string> {
    const { known } = this.host.sink;
    const amended = [...originals(moves)].flatMap(([sha, before]) => (winOfSha(known, before) ? [sha] : []));
    return new Set([...[...made].filter(sha => !remade.has(sha)), ...amended]);
  }
}

/** The addresses that git knew the user by when commits were made, lower case. */
function madeAs(moves: readonly HeadMove[] = []): string[] {
  return moves.filter(({ action }) => action.startsWith('commit')).map(({ email }) => email.toLowerCase());
}

/** As exact as git is, ms. */
function inSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000;
}
