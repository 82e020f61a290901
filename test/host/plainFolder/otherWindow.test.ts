import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { EditorLanguages } from '../../../src/detect/todos/editorLanguages';
import { FolderSaves } from '../../../src/detect/todos/folderSaves';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { KeptWins } from '../support/keptWins';
import { workspaceFolder } from '../support/workspace';

suite('A folder without git that is open in two windows', () => {
  const log = vscode.window.createOutputChannel('Saves', { log: true });
  const languages = new EditorLanguages(() => ({ tags: ['TODO'], exclude: [] }), log);
  const open: FolderSaves[] = [];
  /** A window that was opened just now. */
  const openedNow = (sink: KeptWins): FolderSaves => {
    const readerFor = (file: vscode.Uri) => languages.inFolderOf(file);
    const host = { sink, isInRepository: () => false, readerFor, homeProject: async () => 'folder-notes' };
    const saves = new FolderSaves(host, log);
    open.push(saves);
    saves.start();
    return saves;
  };
  teardown(() => {
    for (const saves of open.splice(0)) saves.dispose();
  });
  suiteTeardown(() => {
    languages.dispose();
    log.dispose();
  });

  test('a TODO that the other window closed is not withdrawn by saving some other file', async () => {
    const shared = path.join(workspaceFolder(), 'shared.ts');
    await writeFile(shared, '// TODO: sweep the stairs\n');
    await writeFile(path.join(workspaceFolder(), 'mine.ts'), '// TODO: mop the floor\n');
    for (const name of ['shared.ts', 'mine.ts']) {
      const file = vscode.Uri.file(path.join(workspaceFolder(), name));
      await vscode.window.showTextDocument(file, { preview: false });
    }
    const theirs = new KeptWins();
    const other = openedNow(theirs);
    await save('shared.ts', '// swept\n');
    const win = await eventually('the other window has the win', () => theirs.titled('sweep the stairs'));
    other.dispose();
    await save('shared.ts', '// TODO: sweep the stairs\n');

    const ours = new KeptWins();
    openedNow(ours);
    // The other window's save reaches this one as a file that changed on disk.
    await writeFile(shared, '// swept\n');
    const document = await vscode.workspace.openTextDocument(shared);
    await eventually('the file is read anew', () => document.getText() === '// swept\n');
    ours.heard(win);
    await save('mine.ts', '// mopped\n');
    await eventually('the own TODO is closed', () => ours.titled('mop the floor'));
    assert.deepEqual(ours.withdrawn, []);
    assert.ok(ours.titled('sweep the stairs'));
  });
});
