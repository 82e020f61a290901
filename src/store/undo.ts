import * as vscode from 'vscode';
import type { FoundWin } from '../core/found';
import type { Win } from '../core/win';
import type { Ledger } from './ledger';
import type { Recorder } from './recorder';

/** The last win that the user took back, until the next thing happens: so that this can be undone, too. */
export class Undo implements vscode.Disposable {
  private last: FoundWin | undefined;
  private working = false;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly listener: vscode.Disposable;

  constructor(
    ledger: Ledger,
    private readonly recorder: Recorder,
  ) {
    this.listener = ledger.onDidChange(() => {
      if (!this.working) this.set(undefined);
    });
  }

  /** The win that can be brought back. */
  get takenBack(): Win | undefined {
    return this.last?.win;
  }

  /** Takes a win back; undefined when it does not count. */
  async undo(id: string): Promise<Win | undefined> {
    this.working = true;
    try {
      this.set(await this.recorder.undo(id));
      return this.last?.win;
    } finally {
      this.working = false;
    }
  }

  /** Brings the last one back. */
  async redo(): Promise<void> {
    if (this.last) await this.recorder.redo(this.last);
  }

  dispose(): void {
    this.listener.dispose();
    this.changed.dispose();
  }

  private set(found: FoundWin | undefined): void {
    if (this.last === found) return;
    this.last = found;
    this.changed.fire();
  }
}
