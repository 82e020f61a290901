import type { Day } from '../core/day';
import { type Entry, takesEffect } from '../core/entry';
import type { Goal } from '../core/goals';
import { LedgerState, noHours } from '../core/ledger';
import type { Pause } from '../core/rules';
import type { Task } from '../core/task';
import type { KindCounts, Win } from '../core/win';
import type { StoredProject } from './state';
import type { JournalOpened, ProjectJournal } from './storage';
import { storedProject } from './stored';

/** One project's wins and tasks: its journal, and the entries folded. */
export class Project {
  private folded = new LedgerState();
  private opened = false;
  private couldRead = true;

  constructor(
    readonly id: string,
    readonly journal: ProjectJournal,
    /** What workspace state holds: shown until the journal has been read. */
    private readonly cached: StoredProject | undefined,
  ) {}

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

  /** When tasks were finished, also some that are gone, ms since the epoch, in any order. */
  get finished(): readonly number[] {
    return this.opened ? this.folded.finished : (this.cached?.finished ?? []);
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

  /**
   * Reads the whole journal; from here on it speaks, not the cache. Throws nothing: a journal that can't be
   * read is tried again with every `catchUp`, and until then the cache goes on, with what happens.
   */
  async open(): Promise<JournalOpened> {
    const folded = new LedgerState();
    let size = 0;
    let superseded = 0;
    const opened = await this.journal.open((entry, length) => {
      size += length;
      if (supersedes(entry, folded)) superseded += length;
      folded.apply(entry);
    });
    for (const entry of this.journal.waiting) folded.apply(entry);
    if (opened.couldRead) this.folded = folded;
    else if (!this.opened && this.cached) this.folded = foldCache(this.cached);
    this.opened = true;
    this.couldRead = opened.couldRead;
    await this.journal.tidy(superseded, size).catch(() => undefined); // it is as good untidied
    return opened;
  }

  /**
   * Writes entries and folds them, in the order in which all windows' entries stand in the journal.
   * @throws when they could not be written; they are folded all the same and written with the next ones
   */
  async append(entries: readonly Entry[]): Promise<void> {
    const fold = (): void => {
      for (const entry of entries) this.folded.apply(entry);
    };
    try {
      await this.journal.append(entries);
    } catch (error) {
      fold();
      throw error;
    }
    // They are kept, whether they can be read back or not. Folding twice changes nothing.
    if (!(await this.catchUp().catch(() => false))) fold();
  }

  /**
   * Folds what was written since; whether there was anything.
   * @throws what the file system says
   */
  async catchUp(): Promise<boolean> {
    if (this.opened && !this.couldRead) return (await this.open()).couldRead;
    return (await this.journal.readOn(entry => this.folded.apply(entry))) > 0;
  }

  /** What workspace state keeps of it, `among` so many projects. */
  toStored(among = 1): StoredProject {
    return storedProject(this, among);
  }
}

/** Whether a line takes the place of an earlier one, given what the lines before it say. */
function supersedes(entry: Entry, before: LedgerState): boolean {
  if (entry.type === 'win') return before.has(entry.win.id) && takesEffect(entry, before);
  return entry.type === 'task' && before.tasks.has(entry.task.id);
}

/** What the cache says, as a start: enough to show, but it knows the newest wins only. */
function foldCache(cached: StoredProject): LedgerState {
  const folded = new LedgerState();
  for (const win of cached.recent) folded.apply({ type: 'win', win, offset: 0 });
  for (const task of cached.tasks) folded.apply({ type: 'task', task });
  const there = new Set(cached.tasks.map(({ finishedAt }) => finishedAt));
  for (const [index, at] of cached.finished.entries()) {
    if (!there.has(at)) folded.finishedBefore.set(`cached-${index}`, at);
  }
  for (const goal of cached.goals) folded.apply({ type: 'goal', goal });
  for (const pause of cached.pauses) folded.apply({ type: 'pause', pause });
  for (const [id, day] of Object.entries(cached.reached)) folded.apply({ type: 'reached', id, day });
  for (const [day, counts] of Object.entries(cached.days)) folded.days.set(day, counts);
  for (const [week, answer] of Object.entries(cached.reviews)) folded.reviews.set(week, answer);
  cached.hours.forEach((wins, hour) => {
    folded.hours[hour] = wins;
  });
  return folded;
}
