import * as vscode from 'vscode';
import { eventually } from '../../host/support/eventually';
import { assert } from '../support/assert';
import { file, save } from '../support/files';
import { microWins } from '../support/microWins';

suite('In a browser: closed TODOs', () => {
  test('a TODO present when the file was opened and gone when saved: 1 win, withdrawn when it is back', async () => {
    const api = await microWins();
    const todos = (): Promise<unknown> =>
      api.getWins({ kind: 'todo' }).then(wins => wins.map(win => win.title));
    await vscode.workspace.fs.writeFile(
      file('plan.ts'),
      new TextEncoder().encode('// TODO: sort the notes\n'),
    );
    await vscode.window.showTextDocument(file('plan.ts'));
    await save(
      'plan.ts',
      '// TODO: sort the notes\nconst text = "TODO: no comment";\n// TODO: written now\n',
    );
    await save('plan.ts', '// sorted\n');
    await eventually(
      'the TODO is closed',
      async () => JSON.stringify(await todos()) === '["sort the notes"]',
    );
    await save('plan.ts', '// TODO: sort the notes\n');
    await eventually('it is withdrawn', async () => JSON.stringify(await todos()) === '[]');
    await save('plan.ts', '// sorted at last\n');
    await eventually(
      'it is closed again',
      async () => JSON.stringify(await todos()) === '["sort the notes"]',
    );
  });

  test('its win opens the file, wherever that is', async () => {
    const api = await microWins();
    const [win] = await api.getWins({ kind: 'todo' });
    assert.equal(win?.source.file, 'plan.ts');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('microwins.tree.openWin', { win: win?.id });
    await eventually(
      'it is shown',
      () => vscode.window.activeTextEditor?.document.uri.path === '/project/plan.ts',
    );
  });
});
