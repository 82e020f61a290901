import * as vscode from 'vscode';
import type { Task } from '../core/task';
import type { Checklists } from './checklists';
import type { Ledger } from './ledger';

/** What the user removed last, a step or a whole task, until the next thing happens: so that it can be undone. */
export class Removal implements vscode.Disposable {
  private last: { readonly before: Task; readonly title: string } | undefined;
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
    const before = this.checklists.find(taskId);
    const title = stepId ? before?.steps.find(({ id }) => id === stepId)?.title : before?.title;
    if (!before || title === undefined) return;
    this.working = true;
    try {
      await (stepId ? this.checklists.removeStep(taskId, stepId) : this.checklists.removeTask(taskId));
      this.set({ before, title });
    } finally {
      this.working = false;
    }
  }

  /** Brings the last one back, where it was. */
  async restore(): Promise<void> {
    if (this.last) await this.checklists.restoreTask(this.last.before);
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private set(removed: { readonly before: Task; readonly title: string } | undefined): void {
    if (this.last === removed) return;
    this.last = removed;
    this.changed.fire();
  }
}
