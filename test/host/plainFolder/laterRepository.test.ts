import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commit, git } from '../support/git';
import { microWins, winTitled, winTitles } from '../support/microWins';
import { workspaceFolder } from '../support/workspace';

suite('A folder that becomes a repository', () => {
  test('commits count from then on, and nothing is lost on the way', async () => {
    const api = await microWins();
    await api.recordWin({ title: 'Before there was git' });
    await git(workspaceFolder(), 'init');
    await commit(workspaceFolder(), 'First of a young repository');
    await vscode.commands.executeCommand('microwins.rescan');
    await winTitled(api, 'First of a young repository');
    assert.ok((await winTitles(api)).includes('Before there was git'));
  });
});
