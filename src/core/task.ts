import type { Day } from './day';

/** A small piece of a task. Ticking it is a win. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** When it was ticked, ms since the epoch. */
  readonly doneAt?: number;
  /** The day that the user committed to it for. */
  readonly forDay?: Day;
}

/** A checklist that the user made of a larger piece of work. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** ms since the epoch */
  readonly createdAt: number;
  /** When its last step was ticked, ms since the epoch. */
  readonly finishedAt?: number;
  /** When it was last changed, ms since the epoch. */
  readonly touchedAt?: number;
  readonly steps: readonly Step[];
  /** What it was made of: a file and its line (from 1), as `path:line`. */
  readonly from?: string;
}
