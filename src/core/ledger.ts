import type { Day } from './day';
import { type Entry, takesEffect } from './entry';
import type { Goal } from './goals';
import type { Pause } from './rules';
import type { Task } from './task';
import { finishedByTicking } from './tasks';
import { type KindCounts, noWins, totalOf, type Win, type WinKind, winKinds, withCount } from './win';

/** Wins kept in full in memory; the journal holds all of them. */
export const maxRecent = 500;

/** No win at any hour of the day. */
export const noHours: readonly number[] = new Array<number>(24).fill(0);

/**
 * A project's wins and tasks: the journal's entries folded, in memory. Knows no clock and no disk, so that
 * folding the same entries twice, or in two windows, gives the same.
 */
export class LedgerState {
  readonly days = new Map<Day, KindCounts>();
  readonly tasks = new Map<string, Task>();
  /** When tasks that were removed since had been finished, ms since the epoch, by id: they stay finished. */
  readonly finishedBefore = new Map<string, number>();
  readonly goals = new Map<string, Goal>();
  /** By their first day. */
  readonly pauses = new Map<Day, Pause>();
  /** The day of each milestone reached, by id. */
  readonly reached = new Map<string, Day>();
  /** Wins by the hour of the day, 24 numbers, as their own clocks showed it. */
  readonly hours = [...noHours];
  /** What worked, in the user's words, by the first day of the week it is about. */
  readonly reviews = new Map<Day, string>();
  /** The newest wins in full, oldest first: in the order in which most come. At times more than `maxRecent`. */
  private readonly newest: Win[] = [];
  private recentCache: readonly Win[] | undefined;
  /** Live wins, by id: what it takes to count one out again, as few bytes as possible. */
  private readonly live = new Map<string, number>();
  /** Which of them are provisional. */
  private readonly provisional = new Set<string>();
  /** Wins that counted once: taken back by the world, or by the user. */
  private readonly gone = new Map<string, 'withdrawn' | 'undone'>();
  /** Days by their number in `live`. */
  private readonly daysSeen: Day[] = [];
  private readonly dayNumbers = new Map<Day, number>();

  /** The newest wins in full, newest first, at most `maxRecent`. */
  get recent(): readonly Win[] {
    this.recentCache ??= this.newest.slice(-maxRecent).reverse();
    return this.recentCache;
  }

  /** When tasks were finished, ms since the epoch, in any order. */
  get finished(): readonly number[] {
    const now = [...this.tasks.values()].flatMap(task => finishedByTicking(task) ?? []);
    return [...now, ...this.finishedBefore.values()];
  }

  /** Number of wins. */
  get total(): number {
    return this.live.size;
  }

  has(id: string): boolean {
    return this.live.has(id);
  }

  /** Whether a win with this id counts or once did. */
  seen(id: string): boolean {
    return this.live.has(id) || this.gone.has(id);
  }

  /** Whether the user took this win back. */
  isUndone(id: string): boolean {
    return this.gone.get(id) === 'undone';
  }

  /** Whether this win counts and is not provisional. */
  isConfirmed(id: string): boolean {
    return this.live.has(id) && !this.provisional.has(id);
  }

  /** The win in full if it is among the newest. */
  find(id: string): Win | undefined {
    return this.live.has(id) ? this.newest.findLast(win => win.id === id) : undefined;
  }

  apply(entry: Entry): void {
    if (!takesEffect(entry, this)) return;
    switch (entry.type) {
      case 'win':
      case 'redone':
        this.put(entry.win, entry.offset);
        break;
      case 'withdrawn':
        if (this.remove(entry.id)) this.gone.set(entry.id, 'withdrawn');
        break;
      case 'undone':
        this.remove(entry.id);
        this.gone.set(entry.id, 'undone');
        break;
      case 'task':
        this.tasks.set(entry.task.id, entry.task);
        this.finishedBefore.delete(entry.task.id);
        break;
      case 'taskRemoved':
        this.forgetTask(entry.id);
        break;
      case 'review':
        this.reviews.set(entry.week, entry.answer);
        break;
      case 'goal':
        this.goals.set(entry.goal.id, entry.goal);
        break;
      case 'goalRemoved':
        this.goals.delete(entry.id);
        break;
      case 'pause':
        this.pauses.set(entry.pause.from, entry.pause);
        break;
      case 'pauseRemoved':
        this.pauses.delete(entry.from);
        break;
      case 'reached':
        keepEarlier(this.reached, entry.id, entry.day);
        break;
    }
  }

  private forgetTask(id: string): void {
    const task = this.tasks.get(id);
    const finishedAt = task && finishedByTicking(task);
    if (finishedAt !== undefined) this.finishedBefore.set(id, finishedAt);
    this.tasks.delete(id);
  }

  private put(win: Win, offset: number): void {
    this.remove(win.id);
    this.gone.delete(win.id);
    const hour = hourOf(win.at, offset);
    this.live.set(win.id, this.placeOf(win.day, hour, win.kind));
    if (win.provisional) this.provisional.add(win.id);
    this.days.set(win.day, withCount(this.days.get(win.day) ?? noWins, win.kind, 1));
    this.hours[hour] = (this.hours[hour] ?? 0) + 1;
    this.recentCache = undefined;
    const index = this.newest.findLastIndex(other => isBefore(other, win)) + 1;
    if (index < this.newest.length) this.newest.splice(index, 0, win);
    else this.newest.push(win);
    if (this.newest.length > 2 * maxRecent) this.newest.splice(0, maxRecent);
  }

  private remove(id: string): boolean {
    const place = this.live.get(id);
    if (place === undefined) return false;
    this.live.delete(id);
    this.provisional.delete(id);
    const kind = winKinds[place % winKinds.length] ?? 'manual';
    const slot = Math.floor(place / winKinds.length);
    const day = this.daysSeen[Math.floor(slot / 24)] ?? '';
    const counts = withCount(this.days.get(day) ?? noWins, kind, -1);
    if (totalOf(counts) === 0) this.days.delete(day);
    else this.days.set(day, counts);
    this.hours[slot % 24] = (this.hours[slot % 24] ?? 0) - 1;
    const index = this.newest.findLastIndex(win => win.id === id);
    if (index >= 0) this.newest.splice(index, 1);
    this.recentCache = undefined;
    return true;
  }

  /** A win's day, hour and kind in one small number: a hundred thousand of them must not weigh. */
  private placeOf(day: Day, hour: number, kind: WinKind): number {
    let number = this.dayNumbers.get(day);
    if (number === undefined) {
      number = this.daysSeen.push(day) - 1;
      this.dayNumbers.set(day, number);
    }
    return (number * 24 + hour) * winKinds.length + winKinds.indexOf(kind);
  }
}

/** The hour, 0 to 23, that a clock `offset` minutes east of UTC shows. */
function hourOf(at: number, offset: number): number {
  const hours = Math.floor((at / 60_000 + offset) / 60) % 24;
  return hours < 0 ? hours + 24 : hours;
}

/** Keeps the day on which a milestone was reached: of several the earliest. */
export function keepEarlier(reached: Map<string, Day>, id: string, day: Day): void {
  const before = reached.get(id);
  if (before === undefined || day < before) reached.set(id, day);
}

/** Order of wins: by time, then by id, so that every window shows the same. */
export function isBefore(one: Win, other: Win): boolean {
  return one.at !== other.at ? one.at < other.at : one.id < other.id;
}

/** Newest first. */
export function newestFirst(one: Win, other: Win): number {
  if (one.id === other.id) return 0;
  return isBefore(one, other) ? 1 : -1;
}
