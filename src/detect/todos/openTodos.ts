import * as vscode from 'vscode';
import { maxFileBytes } from './diff';
import { scanFile, type TodoReader } from './reader';
import { isOpen, type Todo } from './todo';

/** The open TODOs of a file as it is saved, in its order; none of an excluded or very large file. */
export async function openTodos(file: vscode.Uri, reader: TodoReader): Promise<readonly Todo[]> {
  const name = relativePath(file);
  if (reader.roleOf(name) !== 'counts') return [];
  const { size } = await vscode.workspace.fs.stat(file);
  if (size > maxFileBytes) return [];
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  return scanFile(reader, name, text).filter(isOpen);
}

/** A file's path below its workspace folder, with forward slashes. */
export function relativePath(file: vscode.Uri): string {
  return vscode.workspace.asRelativePath(file, false).replaceAll('\\', '/');
}
