import type { Day } from '../../core/day';
import type { Entry } from '../../core/entry';
import type { FoundWin } from '../../core/found';
import { keepEarlier } from '../../core/ledger';
import { liveById } from '../../core/liveWins';
import type { Task } from '../../core/task';
import { writeEntry } from '../entries';

/** The user's word on whether a win counts. */
export type Decision = Extract<Entry, { type: 'undone' | 'redone' }>;

/** The last withdrawal of a win. */
export type Withdrawal = Extract<Entry, { type: 'withdrawn' }>;

/** What all entries of some projects come to, as far as a merge needs to know. */
export class Known {
  /** Each subject (see `subjectOf`) that something is known of, and the project that holds it. */
  readonly holders = new Map<string, string | undefined>();
  /** The wins that count, by id. */
  readonly live = new Map<string, FoundWin>();
  /** The last decision about a win, by its id. */
  readonly decisions = new Map<string, Decision>();
  readonly withdrawals = new Map<string, Withdrawal>();
  readonly tasks = new Map<string, Task>();
  /** The day of each milestone, by its id. */
  readonly reached = new Map<string, Day>();

  constructor(projects: readonly { readonly id?: string; readonly entries: readonly Entry[] }[]) {
    for (const { id, entries } of projects) for (const entry of entries) this.add(entry, id);
    for (const { id: project, entries } of projects) {
      for (const [id, found] of liveById(entries)) {
        this.live.set(id, found);
        this.holders.set(winSubject(id), project);
      }
    }
  }

  private add(entry: Entry, project: string | undefined): void {
    switch (entry.type) {
      case 'withdrawn':
        this.withdrawals.set(entry.id, entry);
        return; // of a win that nobody has, it says nothing
      case 'undone':
      case 'redone':
        this.decisions.set(entry.type === 'undone' ? entry.id : entry.win.id, entry);
        break;
      case 'task':
        this.tasks.set(entry.task.id, entry.task);
        break;
      case 'taskRemoved':
        this.tasks.delete(entry.id);
        break;
      case 'reached':
        keepEarlier(this.reached, entry.id, entry.day);
        break;
    }
    this.holders.set(subjectOf(entry), project);
  }
}

/** What an entry is about; an entry of a type that has no rule here is about itself. */
export function subjectOf(entry: Entry): string {
  switch (entry.type) {
    case 'win':
    case 'redone':
      return winSubject(entry.win.id);
    case 'undone':
    case 'withdrawn':
      return winSubject(entry.id);
    case 'task':
      return taskSubject(entry.task.id);
    case 'taskRemoved':
      return taskSubject(entry.id);
    case 'review':
      return `review ${entry.week}`;
    case 'goal':
      return `goal ${entry.goal.id}`;
    case 'goalRemoved':
      return `goal ${entry.id}`;
    case 'pause':
      return `pause ${entry.pause.from}`;
    case 'pauseRemoved':
      return `pause ${entry.from}`;
    case 'reached':
      return `reached ${entry.id}`;
    default:
      return writeEntry(entry);
  }
}

/** The subject of a win's entries. */
export function winSubject(id: string): string {
  return `win ${id}`;
}

/** The subject of a task's entries. */
export function taskSubject(id: string): string {
  return `task ${id}`;
}
