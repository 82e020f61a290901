import * as vscode from 'vscode';
import type { FoundWin } from '../core/found';
import type { Checklists } from './checklists';
import type { Ledger } from './ledger';

/** A win that the user took back, or a step or task that the user removed. */
export interface Taken {
  readonly kind: 'win' | 'task';
  /** The title of the win, the step or the task. */
  readonly title: string;
  /** Brings it back, where it was, unless it is there already; whatever else happened since stays. */
  restore(): Promise<void>;
}

/** A win that was taken back, as `countIn` needs it. */
interface Undone extends FoundWin {
  readonly project: string;
  /** Whether its step was unticked for it. */
  readonly unticked: boolean;
}

/** Takes away what the user wants gone. What went last can be brought back by `restore` until the next thing happens. */
export class Undo implements vscode.Disposable {
  private taken: Taken | undefined;
  private working = false;
  private readonly changed = new vscode.EventEmitter<void>();
  /** After `last` became another. */
  readonly onDidChange = this.changed.event;
  private readonly listener: vscode.Disposable;

  constructor(
    private readonly ledger: Ledger,
    private readonly checklists: Checklists,
    private readonly now: () => number,
  ) {
    this.listener = ledger.onDidChange(() => {
      if (!this.working) this.set(undefined);
    });
  }

  /** What can be brought back. */
  get last(): Pick<Taken, 'kind' | 'title'> | undefined {
    return this.taken;
  }

  /** Brings the last one back. */
  async restore(): Promise<void> {
    await this.taken?.restore();
    this.set(undefined);
  }

  /** Takes a win back; undefined when it does not count. */
  takeBack(id: string): Promise<Taken | undefined> {
    return this.take(async () => {
      const found = await this.countOut(id);
      if (!found) return undefined;
      const restore = async (): Promise<void> => {
        if (!this.ledger.has(id)) await this.countIn(found);
      };
      return { kind: 'win', title: found.win.title, restore };
    });
  }

  /**
   * Removes a step, and the task with its last one, or the whole task when no step is named. Undefined when it is
   * not there.
   */
  remove(taskId: string, stepId?: string): Promise<Taken | undefined> {
    const { checklists } = this;
    return this.take(async () => {
      const task = checklists.find(taskId);
      const project = checklists.projectOf(taskId);
      const index = task?.steps.findIndex(({ id }) => id === stepId) ?? -1;
      const step = task?.steps[index];
      if (!task || (stepId !== undefined && !step)) return undefined;
      if (step) await checklists.removeStep(taskId, step.id);
      else await checklists.removeTask(taskId);
      const restore = async (): Promise<void> => {
        if (!checklists.find(taskId)) await checklists.restoreTask(task, project);
        else if (step) await checklists.restoreStep(taskId, step, task.steps[index + 1]?.id);
      };
      return { kind: 'task', title: (step ?? task).title, restore };
    });
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  /**
   * Takes a win back because the user says so: it stays so, whatever finds it again. The win of a step is
   * taken back by unticking it.
   * @returns the win, for `countIn`; undefined when it does not count
   */
  private async countOut(id: string): Promise<Undone | undefined> {
    const project = this.ledger.projectOfWin(id);
    const found = await this.ledger.winEntry(id);
    if (project === undefined || !found) return undefined;
    const { taskId, stepId } = found.win.source;
    if (found.win.kind === 'step' && taskId && stepId) {
      await this.checklists.tickStep(taskId, stepId, false);
    }
    // Not so the win of a step that is not there any more.
    if (!this.ledger.has(id)) return { ...found, project, unticked: true };
    await this.ledger.record(project, [{ type: 'undone', id, at: this.now() }]);
    return { ...found, project, unticked: false };
  }

  /** Brings back what `countOut` took back. */
  private async countIn({ win, offset, project, unticked }: Undone): Promise<void> {
    const { taskId, stepId } = win.source;
    // Its step may have been removed meanwhile.
    const task = unticked && taskId ? this.checklists.find(taskId) : undefined;
    if (task && stepId && task.steps.some(step => step.id === stepId)) {
      return this.checklists.tickStep(task.id, stepId, true, win.at, win.withAgent);
    }
    await this.ledger.record(project, [{ type: 'redone', win, offset, at: this.now() }]);
  }

  private async take(away: () => Promise<Taken | undefined>): Promise<Taken | undefined> {
    this.working = true;
    try {
      const taken = await away();
      if (taken) this.set(taken);
      return taken;
    } finally {
      this.working = false;
    }
  }

  private set(taken: Taken | undefined): void {
    if (this.taken === taken) return;
    this.taken = taken;
    this.changed.fire();
  }
}
