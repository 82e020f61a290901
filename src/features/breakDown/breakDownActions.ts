import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { originText } from '../../core/origin';
import { commentListBelow, itemAt, listAt, type Outline } from '../../core/outline';
import { isOpen, openTask, type Todo } from '../../detect/todos/todo';
import { breakDownKind } from './breakDownKind';

/** A document and a line in it, 0-based. */
export interface CodeActionPlace {
  readonly document: vscode.TextDocument;
  readonly line: number;
}

/** Documents longer than this are no lists to read for a light bulb, UTF-16 units. */
const maxList = 500_000;

/** The light bulb's actions on a line: break down its TODO, its list item, its whole list. */
export async function codeActionsAt(
  { document, line }: CodeActionPlace,
  todosOf: (document: vscode.TextDocument) => Promise<readonly Todo[]>,
): Promise<vscode.CodeAction[]> {
  const actions: vscode.CodeAction[] = [];
  const add = (title: string, outline: Outline): void => {
    actions.push(actionOf(title, { ...outline, from: fromOf(document, line) }));
  };
  const todo = (await todosOf(document)).find(found => found.line === line && isOpen(found));
  if (todo && todo.tag !== openTask) {
    add(l10n.t('Break down this TODO'), {
      title: todo.text || todo.tag,
      steps: commentListBelow(document.getText(), line),
    });
  }
  const text = document.languageId === 'markdown' ? document.getText() : '';
  if (text === '' || text.length > maxList) return actions;
  const item = itemAt(text, line);
  if (item) add(todo ? l10n.t('Break down this TODO') : l10n.t('Break down this item'), item);
  const list = listAt(text, line);
  if (list) add(l10n.t('Make a task of this list'), list);
  return actions;
}

function actionOf(title: string, seed: Outline & { readonly from: string | undefined }): vscode.CodeAction {
  const action = new vscode.CodeAction(title, breakDownKind());
  const { from, ...outline } = seed;
  action.command = {
    command: 'microwins.breakDownTask',
    title,
    arguments: [{ ...outline, ...(from !== undefined && { from }) }],
  };
  return action;
}

/** Only a file of the workspace can be linked back to. */
function fromOf({ uri }: vscode.TextDocument, line: number): string | undefined {
  if (!vscode.workspace.getWorkspaceFolder(uri)) return undefined;
  return originText({ path: vscode.workspace.asRelativePath(uri), line: line + 1 });
}
