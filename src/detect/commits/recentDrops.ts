import { dayMs } from '../../core/day';
import type { WinSink } from '../../core/found';
import type { HeadMove } from '../git/reflog';
import type { Repository } from '../git/repository';
import { type Drop, dropOf } from './dropped';
import { isUnborn, originals } from './headMoves';
import type { History } from './history';

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

  /** Remembers what some moves dropped, and gives it. @throws GitError */
  async add(repository: Repository, head: string, moves: readonly HeadMove[]): Promise<Drop[]> {
    const { known, now } = this.sink;
    const amended = originals(moves);
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
}
