import type * as vscode from 'vscode';
import { type Git, GitError } from '../git/git';
import { configuredEmails, headCommit, type Repository, rootCommit } from '../git/repository';
import { winsOf } from './commitWins';
import { type Drop, dropOf, withdrawnBy } from './dropped';
import { History } from './history';
import type { CommitHost } from './host';
import { doubtfulShas, identify, originals, winOfSha } from './identity';
import type { Commit } from './log';
import type { CommitRules } from './own';
import { type HeadMove, isRewriting, isUnborn, type Makings, makingsOf, readReflog } from './reflog';

const dayMs = 86_400_000;

/** Heads remembered a repository: enough that switching between branches reads nothing twice. */
const maxHeads = 16;

/** Finds the user's commits: what HEAD's history holds and no earlier scan has read. One scan at a time. */
export class CommitDetector {
  private queue: Promise<void> = Promise.resolve();
  private readonly history: History;
  private readonly projects = new Map<string, string>();
  private readonly emails = new Map<string, readonly string[]>();
  /** By git folder: what resets took away lately, and what moved HEAD last. */
  private readonly drops = new Map<string, readonly Drop[]>();
  private readonly lastAction = new Map<string, string>();
  /** Repositories whose git knows no e-mail address of the user. */
  readonly withoutEmail = new Set<string>();
  private cancellation = new AbortController();

  constructor(
    private readonly git: Git,
    private readonly host: CommitHost,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.history = new History(git);
  }

  /** Reads what is new in a repository; never rejects. */
  scan(repository: Repository): Promise<void> {
    return this.inTurn(() => this.tryScan(repository, false));
  }

  /** Reads all of a repository's history within the period again; never rejects. */
  rescan(repository: Repository): Promise<void> {
    return this.inTurn(() => this.tryScan(repository, true));
  }

  /** The project that a repository belongs to; undefined (and logged) when git can't tell. */
  async projectOf(repository: Repository): Promise<string | undefined> {
    const scanned =
      this.host.cursorOf(repository.gitFolder)?.project ?? this.projects.get(repository.gitFolder);
    if (scanned) return scanned;
    try {
      const root = await rootCommit(this.git, repository);
      const project = this.host.projectOf(repository, root);
      if (root) this.projects.set(repository.gitFolder, project);
      return project;
    } catch (error) {
      this.log.warn(`The first commit of ${repository.root} could not be read.`, error);
      return undefined;
    }
  }

  /** Own commits in the history of a head since a moment (ms), oldest first. @throws GitError */
  async commitsSince(repository: Repository, head: string, since: number): Promise<Commit[]> {
    const emails = await this.emailsOf(repository);
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since, made: new Set<string>() };
    return this.history.counting(repository, { head, read: [] }, rules, { signal: this.cancellation.signal });
  }

  /** Forgets what git said of the user, because it may say something else now. */
  forgetEmails(repository: Repository): void {
    this.emails.delete(repository.gitFolder);
  }

  /** Stops the scans under way; they go on with the next one. */
  cancel(): void {
    this.cancellation.abort();
    this.cancellation = new AbortController();
  }

  /** Repositories may share a project (worktrees, submodules, clones): each must see what the last one found. */
  private inTurn(scan: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(scan);
    return this.queue;
  }

  private async tryScan(repository: Repository, anew: boolean): Promise<void> {
    try {
      await this.scanNow(repository, anew);
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

  private async scanNow(repository: Repository, anew: boolean): Promise<void> {
    const { sink } = this.host;
    const last = this.host.cursorOf(repository.gitFolder);
    const reflog = await readReflog(repository.reflog, last?.reflog);
    const head = reflog?.head ?? (await headCommit(this.git, repository));
    if (!head) {
      await this.host.open(this.host.projectOf(repository, undefined));
      return;
    }
    if (!anew && last?.heads.at(-1) === head) return;
    const emails = await this.emailsOf(repository);
    if (emails.size === 0) return;
    const { includeMerges, backfillDays } = this.host.settings();
    const since = !anew && last ? last.since : sink.now() - backfillDays * dayMs;
    const read = anew ? [] : (last?.heads ?? []);
    const moves = reflog?.moves ?? [];
    const lastAction = this.lastAction.get(repository.gitFolder);
    const makings = makingsOf(moves, lastAction);
    if (last) await this.host.open(last.project);
    const rules = { emails, includeMerges, since, made: this.madeNow(makings, moves) };
    const reading = this.history.counting(repository, { head, read }, rules, {
      signal: this.cancellation.signal,
      onReached: at =>
        this.host.onProgress(Math.min(1, Math.max(0, (sink.now() - at) / (sink.now() - since)))),
    });
    // Both walk the history: side by side, where this is the first time.
    const [fresh, project] = await Promise.all([reading, this.projectOf(repository)]);
    if (project === undefined) return;
    await this.host.open(project);
    const drops = await this.dropsOf(repository, head, moves);
    const own = await this.withOriginals(repository, head, fresh, drops, rules);
    const ids = await this.identify(repository, head, own, moves, makings);
    const kept = this.drops.get(repository.gitFolder) ?? [];
    const found = await winsOf(ids, {
      git: this.git,
      log: this.log,
      sink,
      repository,
      emails,
      moves,
      lastAction,
      drops: kept,
    });
    const withdrawn = drops
      .flatMap(drop => withdrawnBy(drop, sink.known))
      .filter(id => !found.some(({ win }) => win.id === id));

    // After a withdrawal the dropped head counts as not read: its commits may come back.
    const others = withdrawn.length > 0 ? [] : read.filter(sha => sha !== head);
    const cursor = {
      project,
      heads: [...others, head].slice(-maxHeads),
      since,
      reflog: reflog?.position ?? 0,
    };
    const whole = read.length === 0;
    const amended = originals(moves);
    await this.host.keep({ repository, project, found, withdrawn, commits: own, amended, whole, cursor });
    const action = moves.at(-1)?.action;
    if (action !== undefined) this.lastAction.set(repository.gitFolder, action);
  }

  /**
   * A reset may go back to what a dropped commit was before it was amended or rebased: read long ago, and the same
   * win. So the history since the oldest dropped commit is read again, lest its wins be withdrawn.
   */
  private async withOriginals(
    repository: Repository,
    head: string,
    own: readonly Commit[],
    drops: readonly Drop[],
    rules: CommitRules,
  ): Promise<readonly Commit[]> {
    const dropped = drops.flatMap(drop => drop.dropped.map(({ commit }) => commit.authoredAt));
    if (dropped.length === 0) return own;
    const since = Math.max(rules.since, Math.min(...dropped));
    const options = { signal: this.cancellation.signal };
    const again = await this.history.counting(repository, { head, read: [] }, { ...rules, since }, options);
    const known = new Set(again.map(({ sha }) => sha));
    return [...own.filter(({ sha }) => !known.has(sha)), ...again];
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
    const drops = this.drops.get(repository.gitFolder) ?? [];
    const dropped = new Map(
      drops.flatMap(drop => drop.dropped.map(({ commit, found }) => [commit.sha, found.win.id])),
    );
    return identify(own, { ...told, where, amended, dropped });
  }

  /** What resets took off every local branch, remembered for a day: it may be committed again. */
  private async dropsOf(repository: Repository, head: string, moves: readonly HeadMove[]): Promise<Drop[]> {
    const { known, now } = this.host.sink;
    const drops: Drop[] = [];
    for (const move of moves) {
      const { action, from, to, at } = move;
      if ((action !== 'reset' && !isUnborn(move)) || from === to) continue;
      const drop = dropOf(await this.history.dropped(repository, from, head), at, known, originals(moves));
      if (drop) drops.push(drop);
    }
    const kept = (this.drops.get(repository.gitFolder) ?? []).filter(({ at }) => now() - at < dayMs);
    this.drops.set(repository.gitFolder, [...kept, ...drops]);
    return drops;
  }

  /** The commits that are surely new, and those that wins were amended to. */
  private madeNow({ made, remade }: Makings, moves: readonly HeadMove[]): Set<string> {
    const { known } = this.host.sink;
    const amended = [...originals(moves)].flatMap(([sha, before]) => (winOfSha(known, before) ? [sha] : []));
    return new Set([...[...made].filter(sha => !remade.has(sha)), ...amended]);
  }

  private async emailsOf(repository: Repository): Promise<ReadonlySet<string>> {
    const cached = this.emails.get(repository.gitFolder);
    const configured = cached ?? (await configuredEmails(this.git, repository));
    if (configured.length > 0) this.emails.set(repository.gitFolder, configured);
    const emails = new Set([...configured, ...this.host.settings().emails]);
    if (emails.size > 0) this.withoutEmail.delete(repository.gitFolder);
    else this.withoutEmail.add(repository.gitFolder);
    return emails;
  }
}
