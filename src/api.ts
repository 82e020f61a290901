import type { Event } from 'vscode';
import type { Progress } from './core/progress';
import type { Win, WinKind } from './core/win';

export type { GoalProgress, Milestone, Pace, Progress } from './core/progress';
export type { Win, WinKind } from './core/win';

/** A checklist of steps. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** ms since the epoch */
  readonly createdAt: number;
  /** When its last step was ticked, ms since the epoch. */
  readonly finishedAt?: number;
  readonly steps: readonly Step[];
}

/** A small piece of a task. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** When it was ticked, ms since the epoch. */
  readonly doneAt?: number;
  /** Whether the user committed to it for today. */
  readonly today?: boolean;
}

/** What `extensions.getExtension('microwins.microwins').activate()` resolves to. Frozen, and so is all it returns. */
export interface MicroWinsApi {
  readonly version: 1;
  /** Resolves when the first scan of every open repository has been recorded. */
  readonly ready: Promise<void>;
  /**
   * Records a win of kind `manual`.
   * @param win `at` in ms since the epoch, now when absent; `source` is the caller's name for where it came from
   * @throws TypeError when the title is empty, RangeError when the time is not finite or lies in the future
   */
  recordWin(win: { title: string; at?: number; source?: string }): Promise<Win>;
  /** Wins of the whole journal, newest first; `from` and `to` are days, inclusive. */
  getWins(filter?: { from?: string; to?: string; kind?: WinKind }): Promise<Win[]>;
  getProgress(): Progress;
  getTasks(): Task[];
  /** Fires after wins, tasks or goals changed and were kept. */
  readonly onDidChange: Event<void>;
}
