import * as l10n from '@vscode/l10n';
import { type Day, localOffset } from '../core/day';
import type { Entry } from '../core/entry';
import type { NewStep } from '../core/pastedSteps';
import type { Step, Task } from '../core/task';
import {
  createTask,
  maxSteps,
  stepWin,
  withoutStep,
  withStep,
  withStepBack,
  withStepDone,
  withStepFor,
  withStepMoved,
  withStepTitle,
  withTaskTitle,
} from '../core/tasks';
import { safeText } from '../core/text';
import type { Ledger } from './ledger';

/** What the user does with tasks and steps, as entries of the ledger. What is asked of a task that is gone does nothing. */
export class Checklists {
  constructor(
    private readonly ledger: Ledger,
    private readonly dayOf: (at: number, offset: number) => Day,
    private readonly now: () => number,
  ) {}

  /**
   * A new task of steps; the task as kept.
   * @param from what it was made of, as `Task` says
   */
  async addTask(title: string, steps: readonly (string | NewStep)[], from?: string): Promise<Task> {
    const task = createTask(title, steps, this.now(), () => crypto.randomUUID(), from);
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'task', task }]);
    return task;
  }

  async renameTask(taskId: string, title: string): Promise<void> {
    await this.change(taskId, task => withTaskTitle(task, title));
  }

  /** Forgets a task; the wins of its steps stay. */
  async removeTask(taskId: string): Promise<void> {
    const project = this.projectOf(taskId);
    if (project !== undefined) await this.ledger.record(project, [{ type: 'taskRemoved', id: taskId }]);
  }

  /** Brings back a removed task, in the project that it was in (see `projectOf`). */
  async restoreTask(task: Task, project: string | undefined): Promise<void> {
    await this.ledger.record(project ?? (await this.ledger.homeProject), [{ type: 'task', task }]);
  }

  /** One more step at the end of a task; false when it has as many as a task can. */
  async addStep(taskId: string, title: string): Promise<boolean> {
    if (safeText(title) === '') return true;
    let hasRoom = true;
    await this.change(taskId, task => {
      hasRoom = task.steps.length < maxSteps;
      return hasRoom ? withStep(task, title, () => crypto.randomUUID()) : task;
    });
    return hasRoom;
  }

  /**
   * Ticks a step, which is a win, or unticks it, which takes that win back.
   * @param withAgent whether a coding agent ticked it
   */
  async tickStep(
    taskId: string,
    stepId: string,
    done: boolean,
    at: number = this.now(),
    withAgent = false,
  ): Promise<void> {
    const consequenceIn = (task: Task): Entry[] => {
      const step = task.steps.find(({ id }) => id === stepId);
      if (!step) return [];
      const offset = localOffset(at);
      const why = withAgent
        ? l10n.t('An agent ticked this step of {0}, and you agreed.', task.title)
        : l10n.t('You ticked this step of {0}.', task.title);
      const win = stepWin(task, step, at, this.dayOf(at, offset), why);
      if (!done) return [{ type: 'withdrawn', id: win.id, at }];
      const counted = { win: withAgent ? { ...win, withAgent } : win, offset };
      // Whose win the user took back while it was gone counts again once it is ticked.
      return this.ledger.isUndone(win.id)
        ? [{ type: 'redone', ...counted, at: this.now() }]
        : [{ type: 'win', ...counted }];
    };
    await this.change(taskId, task => withStepDone(task, stepId, done ? at : undefined), consequenceIn);
  }

  async renameStep(taskId: string, stepId: string, title: string): Promise<void> {
    await this.change(taskId, task => withStepTitle(task, stepId, title));
  }

  /** Removes a step, and the task with its last one; the win of a ticked step stays. */
  async removeStep(taskId: string, stepId: string): Promise<void> {
    await this.change(taskId, task => {
      const isLast = task.steps.length === 1 && task.steps[0]?.id === stepId;
      return isLast ? undefined : withoutStep(task, stepId);
    });
  }

  /** Brings back a step that was removed, before another one of its task, or to the end. */
  async restoreStep(taskId: string, step: Step, before: string | undefined): Promise<void> {
    await this.change(taskId, task => withStepBack(task, step, before));
  }

  /** Moves a step before another one of its task, or to the end. */
  async moveStep(taskId: string, stepId: string, before: string | undefined): Promise<void> {
    await this.change(taskId, task => withStepMoved(task, stepId, before));
  }

  /** Commits to a step for a day, or for none. */
  async setStepFor(taskId: string, stepId: string, day: Day | undefined): Promise<void> {
    await this.change(taskId, task => withStepFor(task, stepId, day));
  }

  /** The task with this id, if it is still there. */
  find(taskId: string): Task | undefined {
    return this.ledger.tasks.find(task => task.id === taskId);
  }

  /** The project that a task is kept in, as the ledger names it; undefined for a task that is gone. */
  projectOf(taskId: string): string | undefined {
    return this.ledger.projectWith(({ tasks }) => tasks.some(({ id }) => id === taskId));
  }

  /**
   * Changes a task as it is when the change's turn has come: changes that come fast lose none of each other.
   * @param change gives the task as it is to be; undefined to forget it
   */
  private async change(
    taskId: string,
    change: (task: Task) => Task | undefined,
    consequences: (before: Task) => readonly Entry[] = () => [],
  ): Promise<void> {
    const project = this.projectOf(taskId);
    if (project === undefined) return;
    await this.ledger.record(project, () => {
      const before = this.find(taskId);
      if (!before) return [];
      const task = change(before);
      if (task === before) return [];
      if (!task) return [{ type: 'taskRemoved', id: taskId }];
      return [{ type: 'task', task: { ...task, touchedAt: this.now() } }, ...consequences(before)];
    });
  }
}
