import type * as vscode from 'vscode';
import type { Day } from '../../core/day';
import type { FoundWin, KnownWins } from '../../core/found';
import { type Git, GitError } from '../git/git';
import { configuredEmails, currentBranch, type Repository, rootCommit } from '../git/repository';
import { type Commit, CommitParser, logArguments } from './log';
import { readReflog } from './reflog';
import { commitWins, doubtfulShas, ownCommits, type Whereabouts } from './rules';

const dayMs = 86_400_000;

/** Heads remembered a repository: enough that switching between branches reads nothing twice. */
const maxHeads = 16;

/** A first scan looks at commits made up to this long before the period: clocks and rebases differ. */
const slackMs = 30 * dayMs;

/** Where the scan of a repository stands. */
export interface ScanCursor {
  readonly project: string;
  readonly heads: readonly string[];
  /** ms since the epoch */
  readonly since: number;
}

/** What a scan found, to be kept before it counts as done. */
export interface CommitFinding {
  readonly repository: Repository;
  readonly project: string;
  readonly found: readonly FoundWin[];
  readonly cursor: ScanCursor;
}

/** What the detector needs from the rest of the house. */
export interface CommitHost {
  readonly known: KnownWins;
  cursorOf(gitFolder: string): ScanCursor | undefined;
  /** The project of a repository; `root` is its root commit where it has one of its own. */
  projectOf(repository: Repository, root: string | undefined): string;
  /** Makes what is kept of a project known, so that `known` can be asked. */
  open(project: string): Promise<unknown>;
  keep(finding: CommitFinding): Promise<void>;
  settings(): {
    readonly emails: readonly string[];
    readonly includeMerges: boolean;
    readonly backfillDays: number;
  };
  dayOf(at: number, offset: number): Day;
  now(): number;
  /** 0 to 1 while a long scan runs; undefined when it ends. */
  onProgress(fraction: number | undefined): void;
}

/** Finds the user's commits: what HEAD's history holds and no earlier scan has read. One scan at a time. */
export class CommitDetector {
  private queue: Promise<void> = Promise.resolve();
  private readonly projects = new Map<string, string>();
  private readonly emails = new Map<string, readonly string[]>();
  /** Repositories whose git knows no e-mail address of the user. */
  readonly withoutEmail = new Set<string>();
  private cancellation = new AbortController();

  constructor(
    private readonly git: Git,
    private readonly host: CommitHost,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Reads what is new in a repository; never rejects. */
  scan(repository: Repository): Promise<void> {
    return this.inTurn(() => this.tryScan(repository, false));
  }

  /** Reads all of a repository's history within the period again. */
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
          `The history of ${repository.root} could not be read; it is tried again at the next change.`,
          error,
        );
      }
    } finally {
      this.host.onProgress(undefined);
    }
  }

  private async scanNow(repository: Repository, anew: boolean): Promise<void> {
    const head = await this.headOf(repository);
    if (!head) return this.keepNothing(repository);
    const last = this.host.cursorOf(repository.gitFolder);
    if (!anew && last?.heads.at(-1) === head) return;
    const emails = await this.emailsOf(repository);
    if (emails.size === 0) return;

    const { includeMerges, backfillDays } = this.host.settings();
    const project = await this.projectOf(repository);
    if (project === undefined) return;
    await this.host.open(project);
    const since = !anew && last ? last.since : this.host.now() - backfillDays * dayMs;
    const read = anew ? [] : (last?.heads ?? []);
    const commits = await this.read(repository, head, read, since, emails, includeMerges);
    const where = await this.whereabouts(repository, head, doubtfulShas(commits, this.host.known));
    const found = commitWins(commits, this.host.known, where, {
      repository: repository.name,
      branch: await currentBranch(repository),
      emails,
      dayOf: (at, offset) => this.host.dayOf(at, offset),
    });
    const heads = [...read.filter(known => known !== head), head].slice(-maxHeads);
    await this.host.keep({ repository, project, found, cursor: { project, heads, since } });
  }

  /** A repository without commits: its project is known, and nothing else. */
  private async keepNothing(repository: Repository): Promise<void> {
    await this.host.open(this.host.projectOf(repository, undefined));
  }

  private async headOf(repository: Repository): Promise<string | undefined> {
    const reflog = await readReflog(repository.reflog, Number.MAX_SAFE_INTEGER);
    const head = reflog?.moves.at(-1)?.to;
    if (head && !/^0+$/.test(head)) return head;
    try {
      return (
        await this.git.run(repository.root, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
      ).trim();
    } catch (error) {
      if (error instanceof GitError && error.reason === 'failed') return undefined;
      throw error;
    }
  }

  private async emailsOf(repository: Repository): Promise<ReadonlySet<string>> {
    const cached = this.emails.get(repository.gitFolder);
    const configured = cached ?? (await configuredEmails(this.git, repository));
    const emails = new Set([...configured, ...this.host.settings().emails]);
    if (emails.size > 0) this.withoutEmail.delete(repository.gitFolder);
    else this.withoutEmail.add(repository.gitFolder);
    if (configured.length > 0) this.emails.set(repository.gitFolder, configured);
    return emails;
  }

  private async read(
    repository: Repository,
    head: string,
    read: readonly string[],
    since: number,
    emails: ReadonlySet<string>,
    includeMerges: boolean,
  ): Promise<Commit[]> {
    // With nothing read before, the period bounds the walk; else what was read does.
    const bound = read.length === 0 ? [`--max-age=${Math.floor((since - slackMs) / 1000)}`] : [];
    const args = [...logArguments, ...bound, '--ignore-missing', head, ...read.map(known => `^${known}`)];
    const parser = new CommitParser();
    const own: Commit[] = [];
    const started = this.host.now();
    const take = (commits: readonly Commit[]): void => {
      own.push(...ownCommits(commits, { emails, includeMerges, since }).reverse());
      const oldest = commits.at(-1);
      if (oldest && read.length === 0) {
        this.host.onProgress(Math.min(1, Math.max(0, (started - oldest.committedAt) / (started - since))));
      }
    };
    for await (const chunk of this.git.stream(repository.root, args, { signal: this.cancellation.signal })) {
      take(parser.push(chunk));
    }
    take(parser.end());
    return own.reverse();
  }

  /** Where these commits are, as seen from `head`. */
  private async whereabouts(
    repository: Repository,
    head: string,
    shas: readonly string[],
  ): Promise<Whereabouts> {
    const where = new Map<string, 'history' | 'outside'>();
    if (shas.length === 0) return where;
    const ask = (args: readonly string[], lines: readonly string[]): Promise<string> =>
      this.git.run(repository.root, args, { input: `${lines.join('\n')}\n` });
    const types = await ask(['cat-file', '--batch-check=%(objectname) %(objecttype)'], shas);
    for (const sha of shas) if (types.includes(`${sha} commit`)) where.set(sha, 'history');
    if (where.size === 0) return where;
    const outside = await ask(['rev-list', '--stdin'], [...where.keys(), `^${head}`]);
    for (const sha of outside.split('\n')) if (where.has(sha)) where.set(sha, 'outside');
    return where;
  }
}
