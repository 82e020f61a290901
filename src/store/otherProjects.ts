import * as v from 'valibot';
import type { LogOutputChannel } from 'vscode';
import type { Day } from '../core/day';
import { LedgerState } from '../core/ledger';
import { decodeDays, encodeDays } from '../core/totals';
import type { KindCounts } from '../core/win';
import { breathe } from './breathe';
import type { Storage } from './storage';

/** What is known of a project that is not open here, for a journal with this mark. */
export interface Known {
  readonly mark: string | number;
  readonly days: ReadonlyMap<Day, KindCounts>;
  readonly hours: readonly number[];
  /** When tasks were finished, ms since the epoch. */
  readonly finished: readonly number[];
}

const stored = v.object({
  version: v.literal(2),
  size: v.union([v.number(), v.string()]),
  days: v.string(),
  hours: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(24)),
  finished: v.array(v.pipe(v.number(), v.finite())),
});

/** The projects on this computer that are not open in this window, summed up by day. */
export class OtherProjects {
  private known = new Map<string, Known>();

  constructor(
    private readonly storage: Pick<Storage, 'projects' | 'markOf' | 'journal' | 'readTotals' | 'writeTotals'>,
    private readonly log: LogOutputChannel,
  ) {}

  /** Whether there is none: asked at each drawing. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** What is known of them, but for those that have been opened since they were read. */
  except(open: { has(id: string): boolean }): ReadonlyMap<string, Known> {
    return new Map([...this.known].filter(([id]) => !open.has(id)));
  }

  /** Reads what has changed since the last time: a look at each journal's mark, and the changed ones. */
  async read(open: ReadonlySet<string>): Promise<void> {
    const now = new Map<string, Known>();
    for (const id of await this.storage.projects()) {
      if (open.has(id)) continue;
      try {
        const known = await this.project(id);
        if (known && known.days.size > 0) now.set(id, known);
      } catch (error) {
        this.log.warn(`The project ${id} could not be read and is left out of the sum.`, error);
      }
    }
    this.known = now;
  }

  private async project(id: string): Promise<Known | undefined> {
    const mark = await this.storage.markOf(id);
    if (mark === undefined) return undefined;
    const known = this.known.get(id) ?? (await this.readKnown(id));
    if (known?.mark === mark) return known;
    const folded = new LedgerState();
    const { entries } = await this.storage.journal(id).readAll();
    for (const entry of entries) folded.apply(entry);
    await breathe(); // a project at a time, and the editor in between
    const { days, hours, finished } = folded;
    const text = JSON.stringify({ version: 2, size: mark, days: encodeDays(days), hours, finished });
    // It only saves the next reading: a folder that can't be written to has its wins all the same.
    await this.storage
      .writeTotals(id, text)
      .catch(error => this.log.debug(`The sum of project ${id} could not be kept.`, error));
    return { mark, days, hours, finished };
  }

  /** What was summed up before; undefined when it can't be used, since the journal has it all. */
  private async readKnown(id: string): Promise<Known | undefined> {
    try {
      const result = v.safeParse(stored, JSON.parse((await this.storage.readTotals(id)) ?? ''));
      if (!result.success) return undefined;
      const { size, days, hours, finished } = result.output;
      return { mark: size, days: decodeDays(days), hours, finished };
    } catch {
      return undefined;
    }
  }
}
