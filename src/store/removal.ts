import * as vscode from 'vscode';
import type { Checklists } from './checklists';
import type { Ledger } from './ledger';

/** A step or a whole task that was removed. */
export interface Removed {
  readonly title: string;
  /** Brings it back, where it was; whatever else happened to the task since stays. */
  restore(): Promise<void>;
}

/**
 * Removes a step, and the task with its last one, or the whole task when no step is named.
 * Undefined when it is not there.
 */
export async function removeFrom(
  checklists: Checklists,
  taskId: string,
  stepId?: string,
): Promise<Removed | undefined> {
  const task = checklists.find(taskId);
  const project = checklists.projectOf(taskId);
  if (!task) return undefined;
  if (stepId === undefined) {
    await checklists.removeTask(taskId);
    return { title: task.title, restore: () => checklists.restoreTask(task, project) };
  }
  const index = task.steps.findIndex(({ id }) => id === stepId);
  const step = task.steps[index];
  if (!step) return undefined;
  await checklists.removeStep(taskId, stepId);
  const next = task.steps[index + 1]?.id;
  return {
    title: step.title,
    restore: () =>
      checklists.find(taskId)
        ? checklists.restoreStep(taskId, step, next)
        : checklists.restoreTask(task, project),
  };
}

/** What the user removed last in the panel, until the next thing happens: so that it can be undone there. */
export class Removal implements vscode.Disposable {
  private last: Removed | undefined;
  private working = false;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly listener: vscode.Disposable;

  constructor(
    ledger: Ledger,
    private readonly checklists: Checklists,
  ) {
    this.listener = ledger.onDidChange(() => {
      if (!this.working) this.set(undefined);
    });
  }

  /** The title of what can be brought back. */
  get title(): string | undefined {
    return this.last?.title;
  }

  /** Removes a step, or the whole task when none is named. */
  async remove(taskId: string, stepId?: string): Promise<void> {
    this.working = true;
    try {
      const removed = await removeFrom(this.checklists, taskId, stepId);
      if (removed) this.set(removed);
    } finally {
      this.working = false;
    }
  }

  /** Brings the last one back. */
  async restore(): Promise<void> {
    await this.last?.restore();
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private set(removed: Removed | undefined): void {
    if (this.last === removed) return;
    this.last = removed;
    this.changed.fire();
  }
}
