import type { Repository } from '../git/repository';
import { makingsOf, originals } from './headMoves';
import type { History } from './history';
import type { CommitHost } from './host';
import { winOfSha } from './identity';
import type { RepositoryProjects } from './projects';
import { cursorAfter, type Stretch } from './stretch';
import type { StretchJudge, Told } from './stretchJudge';

/**
 * What came of a reading: `stopped` by its signal, and kept as far as it had come; `outdated`, with nothing kept, where
 * another window has read on and kept commits under the same ids meanwhile.
 */
export type Outcome = 'read' | 'stopped' | 'outdated';

/** Reads stretches of history, and hands in the wins that they hold. One at a time. */
export class StretchReader {
  /** By git folder: what moved HEAD last. */
  private readonly lastAction = new Map<string, string>();
  private isDisposed = false;

  constructor(
    private readonly host: CommitHost,
    private readonly history: History,
    private readonly projects: RepositoryProjects,
    private readonly judge: StretchJudge,
  ) {}

  /**
   * Reads a stretch and has what it holds kept.
   * @param emails the user's own, lower case
   * @param signal stops the reading of a whole period: what it has come to is kept, and the rest noted with it
   * @throws GitError
   */
  async read(
    repository: Repository,
    stretch: Stretch,
    emails: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { sink } = this.host;
    const { head, moves, cursor } = stretch;
    const lastAction = this.lastAction.get(repository.gitFolder);
    const amended = originals(moves);
    const told = { head, moves, lastAction, makings: makingsOf(moves, lastAction), amended };
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since: cursor.since, made: this.madeNow(told) };
    const scanned = this.projects.scanned(repository);
    const reading = this.history.read(repository, stretch, rules, {
      signal,
      onReached: at =>
        this.host.onProgress(Math.min(1, Math.max(0, (sink.now() - at) / (sink.now() - cursor.since)))),
    });
    // Both walk the history: side by side, where this is the first time.
    const [{ own, hasRoot, stopped }, project] = await Promise.all([reading, this.projects.of(repository)]);
    if (project === undefined || this.isDisposed) return 'read';
    const stoppedAt = stopped && (stopped.at ?? stretch.until ?? sink.now());
    await this.host.open(project);
    const judgement = await this.judge.judge(repository, own, told, { rules, signal });
    const { before, withdrawn } = judgement;
    const end = { stoppedAt, hasWithdrawn: withdrawn.length > 0 };
    const isKept = await this.host.keep({
      repository,
      project,
      ...judgement,
      amended,
      head,
      cursor: { ...cursorAfter(stretch, end), project },
      stopped: stoppedAt !== undefined,
    });
    if (!isKept) return 'outdated';
    if (scanned !== undefined && hasRoot && stretch.read.length > 0) {
      const since = { goesOn: before.hasKnown, read: stretch.read, amended };
      await this.projects.checkRoots(repository, scanned, since);
    }
    const action = moves.at(-1)?.action;
    if (action !== undefined) this.lastAction.set(repository.gitFolder, action);
    return stoppedAt === undefined ? 'read' : 'stopped';
  }

  /** Whatever is read from now on is not kept. */
  dispose(): void {
    this.isDisposed = true;
  }

  /** The commits that are surely new, and those that wins were amended to. */
  private madeNow({ makings: { made, remade }, amended }: Told): Set<string> {
    const { known } = this.host.sink;
    const kept = [...amended].flatMap(([sha, before]) => (winOfSha(known, before) ? [sha] : []));
    return new Set([...[...made].filter(sha => !remade.has(sha)), ...kept]);
  }
}
