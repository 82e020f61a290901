import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { TreeNode } from '../core/treeModel';

/** The command that a click or Enter on a win runs. */
export const openWinCommand = 'microwins.tree.openWin' as const;

/** A line of the tree as VS Code draws it: as text only, since titles come from repositories. Nothing is Markdown. */
export function treeItem(node: TreeNode): vscode.TreeItem {
  const item = new vscode.TreeItem(node.label, collapsible(node));
  item.id = node.id;
  item.tooltip = node.tooltip;
  item.contextValue = node.context;
  item.accessibilityInformation = { label: node.spoken };
  if (node.description) item.description = node.description;
  if (node.icon) item.iconPath = new vscode.ThemeIcon(node.icon);
  if (node.checked !== undefined) item.checkboxState = checkbox(node, node.checked);
  if (node.win) {
    item.command = { command: openWinCommand, title: l10n.t('Open what it came from'), arguments: [node] };
  }
  return item;
}

function collapsible({ children, unfolded }: TreeNode): vscode.TreeItemCollapsibleState {
  if (!children) return vscode.TreeItemCollapsibleState.None;
  return unfolded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

function checkbox({ spoken }: TreeNode, checked: boolean): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: checked ? l10n.t('Untick this step') : l10n.t('Tick this step'),
    accessibilityInformation: { label: spoken },
  };
}
