import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { microWins } from '../support/microWins';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

suite('Undoing wins', () => {
  test('microwins.undoLastWin takes the newest win back, and no rescan brings it', async () => {
    const it = new Scenario(await microWins(), workspaceFolder());
    await it.commit('To be taken back', { GIT_AUTHOR_DATE: new Date(Date.now() + 5000).toISOString() });
    await it.win('To be taken back');
    const { total } = it.api.getProgress();
    await vscode.commands.executeCommand('microwins.undoLastWin');
    assert.equal(it.api.getProgress().total, total - 1);
    await vscode.commands.executeCommand('microwins.rescan');
    await it.git('commit', '--quiet', '--amend', '--no-edit', '--allow-empty');
    await it.counts(/taken back/, []);
  });
});
