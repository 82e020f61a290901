import * as vscode from 'vscode';
import { eventually } from './eventually';

/** A terminal in the first folder of the window (or the given one), with its shell's integration ready. */
export async function openTerminal(folder?: string): Promise<vscode.Terminal> {
  const terminal = vscode.window.createTerminal(folder ? { cwd: folder } : {});
  terminal.show(true);
  await eventually('the shell reports its integration', () => terminal.shellIntegration);
  return terminal;
}

/**
 * Types a command line into a terminal and waits for its end.
 * @returns the exit code, undefined where the shell tells none
 */
export async function runInTerminal(terminal: vscode.Terminal, line: string): Promise<number | undefined> {
  const integration = terminal.shellIntegration;
  if (!integration) throw new Error('The terminal has no shell integration');
  let execution: vscode.TerminalShellExecution | undefined;
  const ended = new Promise<number | undefined>(resolve => {
    const listener = vscode.window.onDidEndTerminalShellExecution(event => {
      if (event.execution !== execution) return;
      listener.dispose();
      resolve(event.exitCode);
    });
  });
  execution = integration.executeCommand(line);
  return ended;
}
