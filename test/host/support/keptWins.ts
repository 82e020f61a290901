import { dayOf } from '../../../src/core/day';
import type { WinSink } from '../../../src/core/found';
import { LedgerState } from '../../../src/core/ledger';
import type { Win } from '../../../src/core/win';

/** Takes what a detector hands in, in memory, and the wins that another window is said to have kept. */
export class KeptWins implements WinSink {
  readonly known = new LedgerState();
  /** Ids, as they were asked to be withdrawn. */
  readonly withdrawn: string[] = [];

  /** As heard from another window. */
  heard(win: Win): void {
    this.known.apply({ type: 'win', win, offset: 0 });
  }

  readonly keep: WinSink['keep'] = async (_project, found) => {
    for (const one of found) this.known.apply({ type: 'win', ...one });
  };

  readonly withdraw: WinSink['withdraw'] = async (_project, ids) => {
    this.withdrawn.push(...ids);
    for (const id of ids) this.known.apply({ type: 'withdrawn', id, at: this.now() });
  };

  dayOf(at: number, offset: number): string {
    return dayOf(at, offset, 0);
  }

  now(): number {
    return Date.now();
  }

  /** Wins that count, by title. */
  titled(title: string): Win | undefined {
    return this.known.recent.find(win => win.title === title);
  }
}
