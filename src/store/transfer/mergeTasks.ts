import type { Task } from '../../core/task';
import { progressedAt, stepWinId, withStep, withStepDone } from '../../core/tasks';

/** What one side knows of the wins of a task's steps. */
export interface StepWins {
  /** Whether it has ever seen a win. */
  saw(winId: string): boolean;
  /** When a win was withdrawn last, because its step was unticked, ms since the epoch. */
  withdrawnAt(winId: string): number | undefined;
}

/**
 * One task of two forms: the one ticked or unticked last (mine, when both were at once), with the steps that only the
 * other has, and with the ticks of the other that its own side never saw. An open step whose win its side did see was
 * unticked there, and stays open. The same object as `mine` when nothing changes.
 */
export function mergeTasks(mine: Task, theirs: Task, winsHere: StepWins, winsThere: StepWins): Task {
  // A later title is worth less than a win.
  const isTheirs = workedOnAt(theirs, winsThere) > workedOnAt(mine, winsHere);
  const [base, other, wins] = isTheirs ? [theirs, mine, winsThere] : [mine, theirs, winsHere];
  let merged = base;
  for (const step of other.steps) {
    const known = merged.steps.find(({ id }) => id === step.id);
    if (!known) merged = withStep(merged, step.title, () => step.id);
    if (step.doneAt !== undefined && (!known || !wins.saw(stepWinId(base, step.id)))) {
      merged = withStepDone(merged, step.id, step.doneAt);
    }
  }
  return merged;
}

function workedOnAt(task: Task, { withdrawnAt }: StepWins): number {
  const unticked = task.steps.map(({ id }) => withdrawnAt(stepWinId(task, id)) ?? 0);
  return Math.max(progressedAt(task), ...unticked);
}
