import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import type { LogOutputChannel } from 'vscode';
import type { Day } from '../core/day';
import { LedgerState, noHours } from '../core/ledger';
import { decodeDays, encodeDays } from '../core/totals';
import type { KindCounts } from '../core/win';
import { Journal } from './journal';
import { missingAs } from './lineReader';

/** What is known of a project that is not open here, for a journal of this size. */
interface Known {
  readonly size: number;
  readonly days: ReadonlyMap<Day, KindCounts>;
  readonly hours: readonly number[];
}

const stored = v.object({
  version: v.literal(1),
  size: v.number(),
  days: v.string(),
  hours: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.length(24)),
});

/** The projects on this computer that are not open in this window, summed up by day. */
export class OtherProjects {
  private known = new Map<string, Known>();

  constructor(
    private readonly storage: string,
    private readonly log: LogOutputChannel,
  ) {}

  /** Whether there is none: asked at each drawing. */
  get isEmpty(): boolean {
    return this.known.size === 0;
  }

  /** Days with wins, by project. */
  get days(): ReadonlyMap<string, ReadonlyMap<Day, KindCounts>> {
    return new Map(Array.from(this.known, ([id, { days }]) => [id, days]));
  }

  /** Wins by the hour of the day, 24 numbers. */
  get hours(): readonly number[] {
    return [...this.known.values()].reduce(
      (sum, { hours }) => sum.map((wins, hour) => wins + (hours[hour] ?? 0)),
      noHours,
    );
  }

  /** Reads what has changed since the last time: a look at each journal's size, and the changed ones. */
  async read(open: ReadonlySet<string>): Promise<void> {
    const folder = path.join(this.storage, 'projects');
    const now = new Map<string, Known>();
    for (const id of await readdir(folder).catch(missingAs([]))) {
      if (open.has(id)) continue;
      try {
        const known = await this.project(path.join(folder, id), id);
        if (known && known.days.size > 0) now.set(id, known);
      } catch (error) {
        this.log.warn(`The project ${id} could not be read and is left out of the sum.`, error);
      }
    }
    this.known = now;
  }

  private async project(folder: string, id: string): Promise<Known | undefined> {
    const journal = new Journal(this.storage, id);
    const size = await stat(journal.file).then(info => info.size, missingAs(undefined));
    if (size === undefined) return undefined;
    const known = this.known.get(id) ?? (await readKnown(folder));
    if (known?.size === size) return known;
    const folded = new LedgerState();
    const { entries } = await journal.readAll();
    for (const entry of entries) folded.apply(entry);
    await setImmediate(); // a project at a time, and the editor in between
    const { days, hours } = folded;
    await writeFile(
      path.join(folder, 'totals.json'),
      JSON.stringify({ version: 1, size, days: encodeDays(days), hours }),
    );
    return { size, days, hours };
  }
}

/** What was summed up before; undefined when it can't be used, since the journal has it all. */
async function readKnown(folder: string): Promise<Known | undefined> {
  try {
    const result = v.safeParse(stored, JSON.parse(await readFile(path.join(folder, 'totals.json'), 'utf8')));
    return result.success ? { ...result.output, days: decodeDays(result.output.days) } : undefined;
  } catch {
    return undefined;
  }
}
