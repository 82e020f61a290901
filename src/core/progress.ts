import type { Day } from './day';
import type { WinKind } from './win';

/** A fixed rung with progress towards it. */
export interface Milestone {
  /** `wins-100`, `commit-50`, `streak-7`, `tasks-5`. */
  readonly id: string;
  readonly title: string;
  readonly target: number;
  readonly current: number;
  readonly reachedOn?: Day;
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
  readonly endsOn: Day;
}

/** How the user is doing: the numbers of SPEC 4, as the exported API gives them. */
export interface Progress {
  readonly today: {
    readonly day: Day;
    readonly wins: number;
    readonly goal: number;
    readonly byKind: Readonly<Record<WinKind, number>>;
  };
  readonly streak: {
    readonly current: number;
    readonly longest: number;
    readonly passes: number;
    readonly todayCounts: boolean;
  };
  /** 0 to 100 */
  readonly momentum: number;
  readonly total: number;
  readonly milestones: readonly Milestone[];
  readonly goals: readonly GoalProgress[];
}
