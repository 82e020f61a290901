import type { Day } from './day';
import type { Goal } from './goals';
import type { Pause } from './rules';
import type { Task } from './task';
import type { Win } from './win';

/** One line of a project's journal: something that happened to its wins or tasks. */
export type Entry =
  /**
   * A win, new or with a new title or source; the last line for an id holds, but what is provisional takes no
   * confirmed one's place: a window may write it that has not heard of the commit yet. `offset`: minutes east of UTC.
   */
  | { readonly type: 'win'; readonly win: Win; readonly offset: number }
  /**
   * A win that turned out to be none (a step unticked, a commit dropped); it may come back. With `only`, what
   * another window has confirmed stays.
   */
  | { readonly type: 'withdrawn'; readonly id: string; readonly at: number; readonly only?: 'provisional' }
  /**
   * A win that the user took back, or a squash of commits that count: it stays so, whatever finds it again, until it
   * is `redone`.
   */
  | { readonly type: 'undone'; readonly id: string; readonly at: number }
  /** The user wants an undone win back. */
  | { readonly type: 'redone'; readonly win: Win; readonly offset: number; readonly at: number }
  /** A task as it is now; the last line for an id holds. */
  | { readonly type: 'task'; readonly task: Task }
  /** The user removed a task; the wins of its steps stay. */
  | { readonly type: 'taskRemoved'; readonly id: string }
  /** The answer to the weekly review's question about the week that began on `week`; the last line for it holds. */
  | { readonly type: 'review'; readonly week: Day; readonly answer: string }
  /** A goal as it is now; the last line for an id holds. */
  | { readonly type: 'goal'; readonly goal: Goal }
  | { readonly type: 'goalRemoved'; readonly id: string }
  /** Days off, named by their first day; the last line for it holds. */
  | { readonly type: 'pause'; readonly pause: Pause }
  | { readonly type: 'pauseRemoved'; readonly from: Day }
  /** A milestone was reached, and stays so. */
  | { readonly type: 'reached'; readonly id: string; readonly day: Day };

/** What the lines before say of wins. */
export interface WinsBefore {
  /** Whether the user took this win back. */
  isUndone(id: string): boolean;
  /** Whether this win counts and is not provisional. */
  isConfirmed(id: string): boolean;
}

/** Whether a line takes effect, given the lines before it: the one place that says so. */
export function takesEffect(entry: Entry, before: WinsBefore): boolean {
  switch (entry.type) {
    case 'win': {
      const { id, provisional } = entry.win;
      return !before.isUndone(id) && !(provisional && before.isConfirmed(id));
    }
    case 'withdrawn':
      return !(entry.only && before.isConfirmed(entry.id));
    default:
      return true;
  }
}
