import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { workspaceFolder } from '../support/workspace';

suite('A folder without git: closed TODOs', () => {
  test('a TODO present when the file was opened and gone when saved: 1 win, withdrawn when it is back', async () => {
    const api = await microWins();
    const file = path.join(workspaceFolder(), 'plan.ts');
    await writeFile(file, '// TODO: sort the notes\n');
    await vscode.window.showTextDocument(vscode.Uri.file(file));
    await save('plan.ts', '// TODO: sort the notes\n// TODO: written just now\n');
    await save('plan.ts', '// sorted\n');
    const win = await eventually('the TODO is closed', async () => (await api.getWins({ kind: 'todo' }))[0]);
    assert.equal(win.title, 'sort the notes');
    assert.equal(win.provisional, false);
    assert.equal((await api.getWins({ kind: 'todo' })).length, 1);
    await save('plan.ts', '// TODO: sort the notes\n');
    await eventually('it is withdrawn', async () => (await api.getWins({ kind: 'todo' })).length === 0);
  });

  test('moved to another open file: none', async () => {
    const api = await microWins();
    for (const [name, text] of [
      ['from.ts', '// TODO: water the plants\n// TODO: close the window\n'],
      ['to.ts', '// elsewhere\n'],
    ] as const) {
      const file = path.join(workspaceFolder(), name);
      await writeFile(file, text);
      await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false });
    }
    await save('from.ts', '// nothing\n');
    await eventually('both are gone', async () => (await api.getWins({ kind: 'todo' })).length === 2);
    await save('to.ts', '// TODO: water the plants\n');
    await eventually('one of them has moved', async () => (await api.getWins({ kind: 'todo' })).length === 1);
    assert.equal((await api.getWins({ kind: 'todo' }))[0]?.title, 'close the window');
  });
});
