import * as vscode from 'vscode';
import { placeOfDrop } from '../core/stepPlaces';
import type { Task } from '../core/task';
import { type TreeNode, type TreeSource, treeModel } from '../core/treeModel';
import type { FromPanel } from '../protocol';
import { treeItem } from './treeItems';

/** The view's id in the manifest. */
const treeId = 'microwins.tree';

const stepType = `application/vnd.code.tree.${treeId}`;

/** What the tree shows, and who does what the user asks of it. */
export interface TreeParts {
  source(): TreeSource;
  /** The same intents as the panel's. */
  handle(message: FromPanel): Promise<void>;
  readonly log: vscode.LogOutputChannel;
}

/** Gives VS Code the tree's lines, and takes steps that are dragged to another place of their task. */
export class TreeProvider
  implements vscode.TreeDataProvider<TreeNode>, vscode.TreeDragAndDropController<TreeNode>, vscode.Disposable
{
  readonly dragMimeTypes = [];
  readonly dropMimeTypes = [stepType];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  /** Whether a task was unfolded when it was first seen: said once, from then on it is the user's. */
  private readonly unfolded = new Map<string, boolean>();

  constructor(private readonly parts: TreeParts) {}

  /** Asks VS Code to read the lines again. */
  refresh(): void {
    this.changed.fire();
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    if (node.unfolded === undefined) return treeItem(node);
    const unfolded = this.unfolded.get(node.id) ?? node.unfolded;
    this.unfolded.set(node.id, unfolded);
    return treeItem({ ...node, unfolded });
  }

  getChildren(node?: TreeNode): TreeNode[] {
    return node ? [...(node.children ?? [])] : treeModel(this.parts.source());
  }

  handleDrag(nodes: readonly TreeNode[], data: vscode.DataTransfer): void {
    const [node] = nodes;
    if (node?.step) data.set(stepType, new vscode.DataTransferItem({ task: node.task, step: node.step }));
  }

  async handleDrop(target: TreeNode | undefined, data: vscode.DataTransfer): Promise<void> {
    const dragged = data.get(stepType)?.value as { task?: unknown; step?: unknown } | undefined;
    const task = this.taskOf(dragged?.task);
    // Another task's steps are another matter: there the drop does nothing.
    if (!task || typeof dragged?.step !== 'string' || target?.task !== task.id) return;
    const place = placeOfDrop(task, dragged.step, target.step);
    if (place) await this.parts.handle({ type: 'moveStep', task: task.id, step: dragged.step, ...place });
  }

  dispose(): void {
    this.changed.dispose();
  }

  private taskOf(id: unknown): Task | undefined {
    return this.parts.source().tasks.find(task => task.id === id);
  }
}

/** The tree as it is shown. */
export interface Tree {
  readonly provider: TreeProvider;
  selected(): TreeNode | undefined;
  readonly disposable: vscode.Disposable;
}

/** Shows the tree in the Explorer. A ticked checkbox is an intent; the tree draws what came of it. */
export function createTree(parts: TreeParts): Tree {
  const provider = new TreeProvider(parts);
  const view = vscode.window.createTreeView(treeId, {
    treeDataProvider: provider,
    dragAndDropController: provider,
    manageCheckboxStateManually: true,
  });
  const ticks = view.onDidChangeCheckboxState(({ items }) => {
    for (const [{ task, step }, state] of items) {
      if (!task || !step) continue;
      const done = state === vscode.TreeItemCheckboxState.Checked;
      parts.handle({ type: 'tickStep', task, step, done }).catch(error => {
        parts.log.error('A step could not be ticked.', error);
        provider.refresh();
      });
    }
  });
  const disposable = vscode.Disposable.from(view, ticks, provider);
  return { provider, selected: () => view.selection[0], disposable };
}
