/** A small piece of a task. Ticking it is a win. */
export interface Step {
  readonly id: string;
  readonly title: string;
  /** When it was ticked, ms since the epoch. */
  readonly doneAt?: number;
  /** Whether the user committed to it for today. */
  readonly today?: boolean;
}

/** A checklist that the user made of a larger piece of work. */
export interface Task {
  readonly id: string;
  readonly title: string;
  /** ms since the epoch */
  readonly createdAt: number;
  /** When its last step was ticked, ms since the epoch. */
  readonly finishedAt?: number;
  readonly steps: readonly Step[];
}
