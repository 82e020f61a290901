import path from 'node:path';
import * as vscode from 'vscode';
import { workspaceFolder } from './workspace';

/** Opens a file, replaces its text as a user who types would, and saves it. */
export async function save(name: string, text: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument(path.join(workspaceFolder(), name));
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  edit.replace(document.uri, whole, text);
  await vscode.workspace.applyEdit(edit);
  if (!(await document.save())) throw new Error(`${name} was not saved`);
}
