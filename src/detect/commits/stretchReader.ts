import type * as vscode from 'vscode';
import { KnownForms } from '../../core/knownForms';
import type { Git } from '../git/git';
import type { HeadMove } from '../git/reflog';
import type { Repository } from '../git/repository';
import { winsOf } from './commitWins';
import { withdrawnBy } from './dropped';
import { isRewriting, type Makings, makingsOf, originals } from './headMoves';
import type { History } from './history';
import type { CommitHost } from './host';
import { doubtfulShas, identify, rewrittenFrom, winOfSha } from './identity';
import type { Commit } from './log';
import type { RepositoryProjects } from './projects';
import { RecentDrops } from './recentDrops';
import { cursorAfter, type Stretch } from './stretch';

/**
 * What came of a reading: `stopped` by its signal, and kept as far as it had come; `outdated`, with nothing kept, where
 * another window has read on and kept commits under the same ids meanwhile.
 */
export type Outcome = 'read' | 'stopped' | 'outdated';

/** What the reflog tells of a stretch. */
interface Told {
  readonly head: string;
  readonly moves: readonly HeadMove[];
  readonly makings: Makings;
  /** By an amended commit's sha, what it was before. */
  readonly amended: ReadonlyMap<string, string>;
}

/** Reads stretches of history, and hands in the wins that they hold. One at a time. */
export class StretchReader {
  private readonly drops: RecentDrops;
  /** By git folder: what moved HEAD last. */
  private readonly lastAction = new Map<string, string>();
  private isDisposed = false;

  constructor(
    private readonly git: Git,
    private readonly host: CommitHost,
    private readonly history: History,
    private readonly projects: RepositoryProjects,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.drops = new RecentDrops(history, host.sink);
  }

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
    const { moves, cursor, head } = stretch;
    const lastAction = this.lastAction.get(repository.gitFolder);
    const makings = makingsOf(moves, lastAction);
    const amended = originals(moves);
    const { includeMerges } = this.host.settings();
    const rules = { emails, includeMerges, since: cursor.since, made: this.madeNow(makings, amended) };
    const scanned = this.projects.scanned(repository);
    const reading = this.history.read(repository, stretch, rules, {
      signal,
      onReached: at =>
        this.host.onProgress(Math.min(1, Math.max(0, (sink.now() - at) / (sink.now() - cursor.since)))),
    });
    // Both walk the history: side by side, where this is the first time.
    const [fresh, project] = await Promise.all([reading, this.projects.of(repository)]);
    if (project === undefined || this.isDisposed) return 'read';
    const stoppedAt = fresh.stopped && (fresh.stopped.at ?? stretch.until ?? sink.now());
    await this.host.open(project);
    const drops = await this.drops.add(repository, head, moves, amended);
    const search = { repository, head, own: fresh.own, drops, rules, signal };
    const { own, elsewhere } = await this.drops.withOriginals(search);
    const ids = await this.identify(repository, own, { head, moves, makings, amended });
    const before = new KnownForms(sink.known, ids.values());
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
    const isKept = await this.host.keep({
      repository,
      project,
      found,
      before,
      withdrawn,
      squashed,
      commits: own,
      amended,
      rewritten: rewrittenFrom(found, moves, sink.known),
      head,
      cursor: { ...cursorAfter(stretch, { stoppedAt, hasWithdrawn: withdrawn.length > 0 }), project },
    });
    if (!isKept) return 'outdated';
    if (scanned !== undefined && fresh.hasRoot && stretch.read.length > 0) {
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

  private async identify(
    repository: Repository,
    own: readonly Commit[],
    { head, moves, makings, amended }: Told,
  ): Promise<Map<Commit, string>> {
    const before = this.host.cursorOf(repository.gitFolder)?.heads.at(-1);
    const rewriting = moves.some(isRewriting);
    const told = { ...makings, known: this.host.sink.known, repository: repository.name, rewriting };
    // What is sure already need not be asked for.
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
  private madeNow({ made, remade }: Makings, amended: Told['amended']): Set<string> {
    const { known } = this.host.sink;
    const kept = [...amended].flatMap(([sha, before]) => (winOfSha(known, before) ? [sha] : []));
    return new Set([...[...made].filter(sha => !remade.has(sha)), ...kept]);
  }
}
