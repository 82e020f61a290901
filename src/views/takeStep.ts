import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { OpenTodo } from '../core/nextStep';
import { plainMessage } from './plainMessage';

/** How a red suite is run again: its task, or a line in a terminal; else VS Code's Test Explorer runs it. */
export interface RunAgain {
  /** The test command alone. */
  readonly command: string;
  readonly task?: string;
  readonly line?: string;
  readonly folder?: string;
}

/** How long a new terminal's shell may take to report itself, ms. */
const shellWait = 3000;

/** Runs a red suite again, where the user sees it. */
export async function runTests({ command, task, line, folder }: RunAgain): Promise<void> {
  if (task !== undefined) {
    const found = (await vscode.tasks.fetchTasks()).find(({ name }) => name === task);
    if (found) await vscode.tasks.executeTask(found);
    else {
      const text = l10n.t('VS Code knows no task “{0}” any more.', task);
      void vscode.window.showInformationMessage(plainMessage(text));
    }
    return;
  }
  if (line === undefined) {
    await vscode.commands.executeCommand('testing.reRunFailTests');
    return;
  }
  const terminal = vscode.window.createTerminal(folder === undefined ? {} : { cwd: folder });
  terminal.show();
  const shell = await integrationOf(terminal);
  // A line that does more than test (commit, install, delete) is only typed: Enter is the user's.
  if (line.trim() !== command) terminal.sendText(line, false);
  else if (shell) shell.executeCommand(line);
  else terminal.sendText(line);
}

/** Shows where changes are committed. */
export async function openSourceControl(): Promise<void> {
  await vscode.commands.executeCommand('workbench.view.scm');
}

/** Shows a TODO in its file. */
export async function openTodo({ uri, line }: OpenTodo): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
  const row = Math.min(line, document.lineCount - 1);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(row, 0, row, 0) });
}

/** A new terminal's shell integration, if it comes: then the run is seen and judged. */
function integrationOf(terminal: vscode.Terminal): Promise<vscode.TerminalShellIntegration | undefined> {
  if (terminal.shellIntegration) return Promise.resolve(terminal.shellIntegration);
  return new Promise(resolve => {
    const end = (integration?: vscode.TerminalShellIntegration): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve(integration);
    };
    const timer = setTimeout(() => end(), shellWait);
    const listener = vscode.window.onDidChangeTerminalShellIntegration(event => {
      if (event.terminal === terminal) end(event.shellIntegration);
    });
  });
}
