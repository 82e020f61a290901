import type { Task } from '../../core/task';
import { progressedAt, stepWinId, withStep, withStepDone } from '../../core/tasks';

/** Whether a side has ever seen a win. */
type Saw = (winId: string) => boolean;

/**
 * One task of two forms: the one ticked last (mine, when both were at once), with the steps that only the
 * other has, and with the ticks of the other that its own side never saw. An open step whose win its side did see was
 * unticked there, and stays open. The same object as `mine` when nothing changes.
 */
export function mergeTasks(mine: Task, theirs: Task, sawHere: Saw, sawThere: Saw): Task {
  // By the ticks: a later title is worth less than a win.
  const isTheirs = progressedAt(theirs) > progressedAt(mine);
  const [base, other, saw] = isTheirs ? [theirs, mine, sawThere] : [mine, theirs, sawHere];
  let merged = base;
  for (const step of other.steps) {
    const known = merged.steps.find(({ id }) => id === step.id);
    if (!known) merged = withStep(merged, step.title, () => step.id);
    if (step.doneAt !== undefined && (!known || !saw(stepWinId(base, step.id)))) {
      merged = withStepDone(merged, step.id, step.doneAt);
    }
  }
  return merged;
}
