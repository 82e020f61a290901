import * as vscode from 'vscode';
import { eventually } from './eventually';

/** Runs a command that asks questions, and takes the first answer to each until something has happened. */
export async function takingFirstAnswers(
  command: string,
  happened: () => boolean | Promise<boolean>,
): Promise<void> {
  const running = vscode.commands.executeCommand(command);
  await eventually(`${command} does its work`, async () => {
    if (await happened()) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return happened();
  });
  await running;
}
