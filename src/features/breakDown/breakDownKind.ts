import * as vscode from 'vscode';

/** The kind of the light bulb's actions for breaking down what is on a line. */
export function breakDownKind(): vscode.CodeActionKind {
  return vscode.CodeActionKind.Refactor.append('breakDown');
}
