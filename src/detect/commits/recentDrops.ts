import { dayMs } from '../../core/day';
import type { WinSink } from '../../core/found';
import type { HeadMove } from '../git/reflog';
import type { Repository } from '../git/repository';
import { type Drop, dropOf } from './dropped';
import { isUnborn } from './headMoves';
import type { History, Range } from './history';
import type { Commit } from './log';
import type { CommitRules } from './own';

/** A reading whose commits may have been dropped in another form. */
export interface DropSearch {
  readonly repository: Repository;
  readonly head: string;
  /** What was read, oldest first. */
  readonly own: readonly Commit[];
  readonly drops: readonly Drop[];
  readonly rules: CommitRules;
  readonly signal: AbortSignal;
}

/** Commits, and those of them that are not in HEAD's history. */
export interface WithOriginals {
  readonly own: readonly Commit[];
  readonly elsewhere: readonly Commit[];
}

/** What resets took off every local branch, remembered for a day: it may be committed again. */
export class RecentDrops {
  private readonly drops = new Map<string, readonly Drop[]>();

  constructor(
    private readonly history: History,
    private readonly sink: Pick<WinSink, 'known' | 'now'>,
  ) {}

  of({ gitFolder }: Repository): readonly Drop[] {
    return this.drops.get(gitFolder) ?? [];
  }

  /**
   * Remembers what some moves dropped, and gives it.
   * @param amended by an amended commit's sha, what it was before
   * @throws GitError
   */
  async add(
    repository: Repository,
    head: string,
    moves: readonly HeadMove[],
    amended: ReadonlyMap<string, string>,
  ): Promise<Drop[]> {
    const { known, now } = this.sink;
    const drops: Drop[] = [];
    for (const move of moves) {
      const { action, from, to, at } = move;
      if ((action !== 'reset' && !isUnborn(move)) || from === to) continue;
      const drop = dropOf(await this.history.dropped(repository, from, head), at, known, amended);
      if (drop) drops.push(drop);
    }
    const kept = this.of(repository).filter(({ at }) => now() - at < dayMs);
    this.drops.set(repository.gitFolder, [...kept, ...drops]);
    return drops;
  }

  /**
   * What was dropped may be there in another form, read long ago and the same win: as it was before it was amended or
   * rebased, or as what it was copied from, on another branch. So the history since the oldest dropped commit is read
   * again, lest its wins be withdrawn.
   * @throws GitError, also when cancelled
   */
  async withOriginals({ repository, head, own, drops, rules, signal }: DropSearch): Promise<WithOriginals> {
    const dropped = drops.flatMap(drop => drop.dropped.map(({ commit }) => commit));
    if (dropped.length === 0) return { own, elsewhere: [] };
    const since = Math.max(rules.since, Math.min(...dropped.map(({ authoredAt }) => authoredAt)));
    const read = (range: Omit<Range, 'read'>): Promise<readonly Commit[]> =>
      this.history.counting(repository, { ...range, read: [] }, { ...rules, since }, signal);
    const again = await read({ head });
    const here = new Set(again.map(({ sha }) => sha));
    const forms = new Set(dropped.map(originOf));
    const elsewhere = (await read({ head, branches: true })).filter(
      commit => !here.has(commit.sha) && forms.has(originOf(commit)),
    );
    const known = new Set([...here, ...elsewhere.map(({ sha }) => sha)]);
    return { own: [...own.filter(({ sha }) => !known.has(sha)), ...elsewhere, ...again], elsewhere };
  }
}

/** Author and author time, which every form of a commit (amended, rebased, picked) has in common. */
function originOf({ authorEmail, authoredAt }: Commit): string {
  return `${authoredAt} ${authorEmail}`;
}
