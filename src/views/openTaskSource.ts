import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { originLine, readOrigin } from '../core/origin';
import type { Task } from '../core/task';
import { safeText } from '../core/text';
import { plainLabel } from './labels';
import { plainMessage } from './plainMessage';

/** Shows the line that a task was made of. */
export async function openTaskSource({ title, from = '' }: Task): Promise<void> {
  const origin = readOrigin(from);
  for (const uri of origin ? candidates(origin.path) : []) {
    const document = await vscode.workspace.openTextDocument(uri).then(
      opened => opened,
      () => undefined, // gone, or not in this folder
    );
    if (!document || !origin) continue;
    const line = originLine(document.getText().split(/\r\n|\n|\r/), origin.line, title) - 1;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(line, 0, line, 0) });
    return;
  }
  const text =
    from === '' ? l10n.t('This task was not made of a file.') : l10n.t('{0} is not there.', safeText(from));
  void vscode.window.showInformationMessage(plainMessage(text));
}

/** Asks which of the tasks that were made of a file is meant. */
export async function askTaskWithSource(tasks: readonly Task[]): Promise<Task | undefined> {
  const items = tasks.flatMap(task =>
    task.from === undefined
      ? []
      : [{ label: plainLabel(task.title), description: plainLabel(safeText(task.from)), task }],
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No task was made of a file yet.'));
    return undefined;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Go to a Task’s Source'),
    placeHolder: l10n.t('Which task?'),
  });
  return picked?.task;
}

/** With several folders, the path begins with the name of one. */
function candidates(path: string): vscode.Uri[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const named = folders
    .filter(({ name }) => folders.length > 1 && path.startsWith(`${name}/`))
    .map(({ name, uri }) => vscode.Uri.joinPath(uri, path.slice(name.length + 1)));
  return [...named, ...folders.map(({ uri }) => vscode.Uri.joinPath(uri, path))];
}
