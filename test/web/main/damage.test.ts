import * as vscode from 'vscode';
import { projectFolder } from '../support/files';
import { microWins } from '../support/microWins';

suite('In a browser: before the window is opened again', () => {
  test('a file of the journal is damaged', async () => {
    await microWins();
    const file = vscode.Uri.joinPath(await projectFolder(), '000000000000001-damaged.jsonl');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('{"type":"win","win":{"id":"half'));
  });
});
