import * as vscode from 'vscode';
import { eventually } from './eventually';

/** Runs a command that asks questions, and takes the first answer to each until it has ended. */
export async function takingFirstAnswers(command: string): Promise<void> {
  let ended = false;
  const end = (): void => {
    ended = true;
  };
  const running = vscode.commands.executeCommand(command);
  running.then(end, end);
  await eventually(`${command} ends`, async () => {
    if (!ended) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return ended;
  });
  await running;
}

/** What VS Code is asked to tell the user in messages while a command runs. */
export async function told(command: string): Promise<string[]> {
  const { window } = vscode;
  const show = window.showInformationMessage;
  const texts: string[] = [];
  window.showInformationMessage = async (text: string): Promise<undefined> => {
    texts.push(text);
  };
  try {
    await vscode.commands.executeCommand(command);
  } finally {
    window.showInformationMessage = show;
  }
  return texts;
}
