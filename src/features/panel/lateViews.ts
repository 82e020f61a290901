import * as vscode from 'vscode';
import { isMadeNow } from '../../core/celebrations';
import type { TreeSource } from '../../core/treeModel';
import type { Win } from '../../core/win';
import type { FromPanel } from '../../protocol';
import type { Checklists } from '../../store/checklists';
import type { Undo } from '../../store/undo';
import { createTree, type TreeProvider } from '../../views/tree';
import { registerTreeCommands } from '../../views/treeCommands';
import { Walkthrough } from '../../views/walkthrough';
import { type MilestoneParts, Milestones } from './milestones';

/** What these views need of the rest. */
export interface LateParts extends MilestoneParts {
  readonly checklists: Checklists;
  /** The same intents as the panel's. */
  handle(message: FromPanel): Promise<void>;
  readonly undo: Undo;
  /** What to do next, and the open steps that look done. */
  suggestions(): Pick<TreeSource, 'next' | 'offers'>;
  /** Resolves when the first scan has been recorded. */
  readonly ready: Promise<unknown>;
}

/** The Explorer view, milestones and the walkthrough's ticks. A bundle of its own: activation need not wait for it. */
export class LateViews implements vscode.Disposable {
  private readonly parts: LateParts;
  private readonly walkthrough = new Walkthrough();
  private readonly tree: TreeProvider;
  private readonly disposables: vscode.Disposable[] = [];
  private madeWin = false;
  private isDisposed = false;

  constructor(parts: LateParts) {
    this.parts = parts;
    const { presenter, ledger, ready, log } = parts;
    const tree = createTree({
      source: () => ({ ...presenter.treeSource(), ...parts.suggestions() }),
      handle: message => parts.handle(message),
      log,
    });
    this.disposables.push(
      tree.disposable,
      registerTreeCommands({ ...parts, selected: tree.selected }),
      ledger.onDidChange(({ added }) => this.tellWalkthrough(added)),
    );
    this.tree = tree.provider;
    this.tellWalkthrough([]);
    void ready.then(() => {
      if (!this.isDisposed) this.disposables.push(new Milestones(parts));
    });
  }

  /** Call it when something may have changed that the tree shows. */
  draw(): void {
    this.tree.refresh();
  }

  dispose(): void {
    this.isDisposed = true;
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private tellWalkthrough(added: readonly Win[]): void {
    const { ledger } = this.parts;
    // Steps and logged wins are the user's own doing whenever they were; of the rest, what was made just now.
    this.madeWin ||= [...added, ...ledger.recent].some(({ kind }) => kind === 'step' || kind === 'manual');
    this.madeWin ||= added.some(win => isMadeNow(win, Date.now()));
    this.walkthrough.tell({
      hasTask: ledger.tasks.length > 0,
      madeWin: this.madeWin,
      hasGoal: ledger.goals.length > 0,
    });
  }
}
