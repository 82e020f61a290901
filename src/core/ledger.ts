import type { Day } from './day';
import type { Goal } from './goals';
import type { Pause } from './rules';
import type { Task } from './task';
import { type KindCounts, noWins, totalOf, type Win, type WinKind, winKinds, withCount } from './win';

/** Wins kept in full in memory; the journal holds all of them. */
export const maxRecent = 500;

/** One line of a project's journal: something that happened to its wins or tasks. */
export type Entry =
  /** A win, new or with a new title or source; the last line for an id holds. `offset`: minutes east of UTC. */
  | { readonly type: 'win'; readonly win: Win; readonly offset: number }
  /** A win that turned out to be none (a step unticked, a commit dropped); it may come back. */
  | { readonly type: 'withdrawn'; readonly id: string; readonly at: number }
  /** A win that the user took back: it stays so, whatever finds it again, until it is `redone`. */
  | { readonly type: 'undone'; readonly id: string; readonly at: number }
  /** The user wants an undone win back. */
  | { readonly type: 'redone'; readonly win: Win; readonly offset: number; readonly at: number }
  /** A task as it is now; the last line for an id holds. */
  | { readonly type: 'task'; readonly task: Task }
  /** A goal as it is now; the last line for an id holds. */
  | { readonly type: 'goal'; readonly goal: Goal }
  | { readonly type: 'goalRemoved'; readonly id: string }
  /** Days off, named by their first day; the last line for it holds. */
  | { readonly type: 'pause'; readonly pause: Pause }
  | { readonly type: 'pauseRemoved'; readonly from: Day }
  /** A milestone was reached, and stays so. */
  | { readonly type: 'reached'; readonly id: string; readonly day: Day };

/**
 * A project's wins and tasks: the journal's entries folded, in memory. Knows no clock and no disk, so that
 * folding the same entries twice, or in two windows, gives the same.
 */
export class LedgerState {
  readonly days = new Map<Day, KindCounts>();
  readonly tasks = new Map<string, Task>();
  readonly goals = new Map<string, Goal>();
  /** By their first day. */
  readonly pauses = new Map<Day, Pause>();
  /** The day of each milestone reached, by id. */
  readonly reached = new Map<string, Day>();
  /** The newest wins in full, newest first, at most `maxRecent`. */
  recent: Win[] = [];
  /** Live wins, by id: what it takes to count one out again, as few bytes as possible. */
  private readonly live = new Map<string, { day: Day; kind: WinKind }>();
  /** Wins that counted once: taken back by the world, or by the user. */
  private readonly gone = new Map<string, 'withdrawn' | 'undone'>();
  /** One object a day and kind, shared by all wins of it. */
  private readonly places = new Map<string, { day: Day; kind: WinKind }>();

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

  /** The win in full if it is among the newest. */
  find(id: string): Win | undefined {
    return this.live.has(id) ? this.recent.find(win => win.id === id) : undefined;
  }

  apply(entry: Entry): void {
    switch (entry.type) {
      case 'win':
        if (!this.isUndone(entry.win.id)) this.put(entry.win);
        break;
      case 'redone':
        this.put(entry.win);
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
      case 'reached': {
        const before = this.reached.get(entry.id);
        if (before === undefined || entry.day < before) this.reached.set(entry.id, entry.day);
        break;
      }
    }
  }

  private put(win: Win): void {
    this.remove(win.id);
    this.gone.delete(win.id);
    this.live.set(win.id, this.place(win.day, win.kind));
    this.days.set(win.day, withCount(this.days.get(win.day) ?? noWins, win.kind, 1));
    const index = this.recent.findIndex(other => !isBefore(win, other));
    if (index >= 0) this.recent.splice(index, 0, win);
    else this.recent.push(win);
    if (this.recent.length > maxRecent) this.recent.pop();
  }

  private remove(id: string): boolean {
    const place = this.live.get(id);
    if (!place) return false;
    this.live.delete(id);
    const counts = withCount(this.days.get(place.day) ?? noWins, place.kind, -1);
    if (totalOf(counts) === 0) this.days.delete(place.day);
    else this.days.set(place.day, counts);
    this.recent = this.recent.filter(win => win.id !== id);
    return true;
  }

  private place(day: Day, kind: WinKind): { day: Day; kind: WinKind } {
    const key = day + winKinds.indexOf(kind);
    const known = this.places.get(key);
    if (known) return known;
    const place = { day, kind };
    this.places.set(key, place);
    return place;
  }
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
