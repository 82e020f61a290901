import { mkdir } from 'node:fs/promises';
import type { Day } from '../core/day';
import type { Goal } from '../core/goals';
import { type Entry, LedgerState, noHours } from '../core/ledger';
import type { Pause } from '../core/rules';
import type { Task } from '../core/task';
import type { KindCounts, Win } from '../core/win';
import { Journal, type JournalRead } from './journal';
import { maxStoredRecent, type StoredProject } from './state';

/** One project's wins and tasks: its journal, and the entries folded. */
export class Project {
  readonly journal: Journal;
  private folded = new LedgerState();
  private opened = false;

  constructor(
    readonly id: string,
    storage: string,
    /** What workspace state holds: shown until the journal has been read. */
    private readonly cached: StoredProject | undefined,
  ) {
    this.journal = new Journal(storage, id);
  }

  get days(): ReadonlyMap<Day, KindCounts> {
    return this.opened ? this.folded.days : new Map(Object.entries(this.cached?.days ?? {}));
  }

  /** The newest wins in full, newest first. */
  get recent(): readonly Win[] {
    return this.opened ? this.folded.recent : (this.cached?.recent ?? []);
  }

  get tasks(): readonly Task[] {
    return this.opened ? [...this.folded.tasks.values()] : (this.cached?.tasks ?? []);
  }

  get goals(): readonly Goal[] {
    return this.opened ? [...this.folded.goals.values()] : (this.cached?.goals ?? []);
  }

  get pauses(): readonly Pause[] {
    return this.opened ? [...this.folded.pauses.values()] : (this.cached?.pauses ?? []);
  }

  /** The day of each milestone reached, by id. */
  get reached(): ReadonlyMap<string, Day> {
    return this.opened ? this.folded.reached : new Map(Object.entries(this.cached?.reached ?? {}));
  }

  /** What worked, by the first day of the week it is about. */
  get reviews(): ReadonlyMap<Day, string> {
    return this.opened ? this.folded.reviews : new Map(Object.entries(this.cached?.reviews ?? {}));
  }

  /** Wins by the hour of the day, 24 numbers, as their own clocks showed it. */
  get hours(): readonly number[] {
    return this.opened ? this.folded.hours : (this.cached?.hours ?? noHours);
  }

  has(id: string): boolean {
    return this.folded.has(id);
  }

  seen(id: string): boolean {
    return this.folded.seen(id);
  }

  isUndone(id: string): boolean {
    return this.folded.isUndone(id);
  }

  /** The win in full if it is among the newest. */
  find(id: string): Win | undefined {
    return this.folded.find(id);
  }

  /** Reads the whole journal; from here on it speaks, not the cache. */
  async open(): Promise<JournalRead> {
    await mkdir(this.journal.folder, { recursive: true });
    const read = await this.journal.readOn();
    for (const entry of read.entries) this.folded.apply(entry);
    this.opened = true;
    return read;
  }

  /**
   * Writes entries and folds them, in the order in which all windows' entries stand in the journal.
   * @throws when they could not be written; they are folded all the same and written with the next ones
   */
  async append(entries: readonly Entry[]): Promise<void> {
    try {
      await this.journal.append(entries);
    } catch (error) {
      for (const entry of entries) this.folded.apply(entry);
      throw error;
    }
    await this.catchUp();
  }

  /** Folds what was written since; whether there was anything. */
  async catchUp(): Promise<boolean> {
    const { entries } = await this.journal.readOn();
    for (const entry of entries) this.folded.apply(entry);
    return entries.length > 0;
  }

  /** What workspace state keeps of it. */
  toStored(): StoredProject {
    return {
      days: Object.fromEntries(this.days),
      recent: this.recent.slice(0, maxStoredRecent),
      tasks: this.tasks,
      goals: this.goals,
      pauses: this.pauses,
      reached: Object.fromEntries(this.reached),
      reviews: Object.fromEntries(this.reviews),
      hours: this.hours,
    };
  }
}
