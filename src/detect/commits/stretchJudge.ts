import type * as vscode from 'vscode';
import { KnownForms } from '../../core/knownForms';
import type { Git } from '../git/git';
import type { HeadMove } from '../git/reflog';
import type { Repository } from '../git/repository';
import { winsOf } from './commitWins';
import { withdrawnBy } from './dropped';
import { isRewriting, type Makings } from './headMoves';
import type { History } from './history';
import type { CommitFinding, CommitHost } from './host';
import { doubtfulShas, identify, rewrittenFrom, winOfSha } from './identity';
import type { Commit } from './log';
import type { CommitRules } from './own';
import { RecentDrops } from './recentDrops';

/** What the reflog tells of a stretch. */
export interface Told {
  readonly head: string;
  readonly moves: readonly HeadMove[];
  /** What moved HEAD before these moves, when that was seen. */
  readonly lastAction: string | undefined;
  readonly makings: Makings;
  /** By an amended commit's sha, what it was before. */
  readonly amended: ReadonlyMap<string, string>;
}

/** What a stretch comes to. */
export type Judgement = Pick<
  CommitFinding,
  'commits' | 'found' | 'before' | 'withdrawn' | 'squashed' | 'rewritten'
>;

/** Tells which wins the commits of a stretch are, and which wins it takes back. One stretch at a time. */
export class StretchJudge {
  private readonly drops: RecentDrops;

  constructor(
    private readonly git: Git,
    private readonly history: History,
    private readonly host: Pick<CommitHost, 'sink' | 'cursorOf'>,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.drops = new RecentDrops(history, host.sink);
  }

  /**
   * To be asked once the project is open: what it knows tells commits apart.
   * @param fresh the commits that were read, oldest first
   * @throws GitError, also when cancelled
   */
  async judge(
    repository: Repository,
    fresh: readonly Commit[],
    told: Told,
    { rules, signal }: { readonly rules: CommitRules; readonly signal: AbortSignal },
  ): Promise<Judgement> {
    const { sink } = this.host;
    const { head, moves, lastAction, amended } = told;
    const drops = await this.drops.add(repository, head, moves, amended);
    const search = { repository, head, own: fresh, drops, rules, signal };
    const { own, elsewhere } = await this.drops.withOriginals(search);
    const ids = await this.identify(repository, own, told);
    const before = new KnownForms(sink.known, ids.values());
    const { found, squashed } = await winsOf(ids, {
      git: this.git,
      log: this.log,
      sink,
      repository,
      emails: rules.emails,
      moves,
      lastAction,
      drops: this.drops.of(repository),
      elsewhere,
    });
    const withdrawn = drops
      .flatMap(drop => withdrawnBy(drop, sink.known))
      .filter(id => !found.some(({ win }) => win.id === id));
    const rewritten = rewrittenFrom(found, moves, sink.known);
    return { commits: own, found, before, withdrawn, squashed, rewritten };
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
}
