import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';

/** The path of the window's first folder, or of the given one. */
export function workspaceFolder(index = 0): string {
  const folder = vscode.workspace.workspaceFolders?.[index];
  assert.ok(folder, `the window has no folder ${index}`);
  return folder.uri.fsPath;
}
