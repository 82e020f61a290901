import type { Event } from 'vscode';

// To be copied by other extensions as it is: it imports nothing else of ours, and `createApi` must fit it.

/** What `extensions.getExtension('microwins.microwins').activate()` resolves to. Frozen, and so is all it returns. */
export interface MicroWinsApi {
  readonly version: 1;
  /** Resolves when the first scan of every open repository has been recorded. */
  readonly ready: Promise<void>;
  /**
   * Records a win of kind `manual`.
   * @param win `at` in ms since the epoch, now when absent; `source` is the caller's name for where it came from, "another extension" when absent
   * @throws TypeError when the title is empty, RangeError when the time is not finite, in the future or before 1970
   */
  recordWin(win: { title: string; at?: number; source?: string }): Promise<Win>;
  /**
   * Wins of all time, newest first, of the projects open in this window; `from` and `to` are days, inclusive.
   * @throws RangeError when a day is not written as `YYYY-MM-DD`, or a kind is none
   */
  getWins(filter?: { from?: string; to?: string; kind?: WinKind }): Promise<Win[]>;
  /** How the projects open in this window go. */
  getProgress(): Progress;
  /** The tasks of the projects open in this window. */
  getTasks(): Task[];
  /** Fires after wins, tasks or goals changed and were kept. */
  readonly onDidChange: Event<void>;
}

/** A commit, a closed TODO, a passing test run, a ticked step, or what was logged by hand or by an extension. */
export type WinKind = 'commit' | 'todo' | 'tests' | 'step' | 'manual';

/** One finished piece of work. */
export interface Win {
  /** Stays the same, however often it is found. */
  readonly id: string;
  readonly kind: WinKind;
  /** When it happened, ms since the epoch. */
  readonly at: number;
  /** The local day on which it happened, `YYYY-MM-DD`. */
  readonly day: string;
  /** Anybody may have written it: show it as text only. At most 200 characters. */
  readonly title: string;
  /** Seen and shown, and still able to be taken back. */
  readonly provisional: boolean;
  /** Made together with a coding agent. */
  readonly withAgent?: boolean;
  /** One plain sentence that says why it counted. */
  readonly why: string;
  /** Where it came from: `repository`, `sha`, `branch`, `file`, `command`, `task` … */
  readonly source: Readonly<Record<string, string>>;
}

/** How the user is doing. */
export interface Progress {
  readonly today: {
    readonly day: string;
    readonly wins: number;
    /** Wins that make a full day. */
    readonly goal: number;
    readonly byKind: Readonly<Record<WinKind, number>>;
  };
  /** In active days. */
  readonly streak: {
    readonly current: number;
    readonly longest: number;
    /** Rest passes held. */
    readonly passes: number;
    readonly todayCounts: boolean;
  };
  /** 0 to 100 */
  readonly momentum: number;
  /** Wins of all time. */
  readonly total: number;
  readonly milestones: readonly Milestone[];
  readonly goals: readonly GoalProgress[];
}

/** A fixed rung with progress towards it. */
export interface Milestone {
  /** `wins-100`, `commit-50`, `streak-7`, `tasks-5` … */
  readonly id: string;
  readonly title: string;
  readonly target: number;
  readonly current: number;
  /** The day it was reached; it stays so. */
  readonly reachedOn?: string;
}

/** How a goal stands against an even pace. */
export type Pace = 'ahead' | 'on-track' | 'behind' | 'done';

/** The user's own aim, with how far it is. */
export interface GoalProgress {
  readonly id: string;
  readonly title: string;
  readonly target: number;
  readonly current: number;
  readonly pace: Pace;
  /** The last day of it, `YYYY-MM-DD`. */
  readonly endsOn: string;
}

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
