import type * as vscode from 'vscode';
import type { FoundWin, WinSink } from '../../core/found';
import type { Git } from '../git/git';
import type { HeadMove } from '../git/reflog';
import { currentBranch, type Repository } from '../git/repository';
import { broughtBack, type Drop } from './dropped';
import { isCommitting, leftBranches } from './headMoves';
import type { Commit } from './log';
import { type CommitContext, commitWin } from './rules';
import { isSquash } from './squash';

/** What is known around a scan's commits. */
export interface ScanContext {
  readonly git: Git;
  readonly log: vscode.LogOutputChannel;
  readonly sink: Pick<WinSink, 'known' | 'dayOf'>;
  readonly repository: Repository;
  readonly emails: ReadonlySet<string>;
  readonly moves: readonly HeadMove[];
  /** What moved HEAD before these moves, when that was seen. */
  readonly lastAction: string | undefined;
  readonly drops: readonly Drop[];
  /** Those of the commits that are not in HEAD's history. */
  readonly elsewhere: readonly Commit[];
}

/** What a scan's commits come to. */
export interface CommitWins {
  readonly found: readonly FoundWin[];
  /** Ids of commits that hold the work of kept wins once more: they never count, whoever finds them again. */
  readonly squashed: readonly string[];
}

/**
 * The wins of own commits; a commit that only holds the work of kept wins once more adds none.
 * @throws GitError
 */
export async function winsOf(ids: ReadonlyMap<Commit, string>, scan: ScanContext): Promise<CommitWins> {
  const { repository, emails, moves, drops, sink, log } = scan;
  const branch = await currentBranch(repository);
  const left = leftBranches(moves);
  const context: Omit<CommitContext, 'branch'> = {
    repository: repository.name,
    emails,
    dayOf: (at, offset) => sink.dayOf(at, offset),
  };
  const dropped = new Set(drops.flatMap(drop => drop.dropped.map(({ commit }) => commit.sha)));
  const found = new Map<string, FoundWin>();
  const squashed: string[] = [];
  for (const [commit, id] of ids) {
    const index = moves.findIndex(({ action, to }) => to === commit.sha && isCommitting(action));
    const isNew = index >= 0 && !sink.known.has(id);
    const back = isNew
      ? drops.map(drop => broughtBack(commit, drop)).find(it => it !== undefined)
      : undefined;
    if (isNew && !back) {
      const before = index > 0 ? moves[index - 1]?.action : scan.lastAction;
      const likely = !isCommitting(before);
      if (await isSquash(scan.git, repository, commit, sink.known, dropped, likely)) {
        log.info(`${commit.sha} holds commits that counted before, squashed: no further win.`);
        squashed.push(id);
        continue;
      }
    }
    for (const other of back?.others ?? []) found.set(other.win.id, other);
    const winId = back?.id ?? id;
    const on = scan.elsewhere.includes(commit) ? undefined : (left.get(commit.sha) ?? branch);
    found.set(winId, commitWin(winId, commit, { ...context, branch: on }));
  }
  return { found: [...found.values()], squashed };
}
