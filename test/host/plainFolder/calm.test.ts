import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commit, git } from '../support/git';
import { microWins, winTitled, winTitles } from '../support/microWins';
import { logsAWin } from '../support/steps';
import { workspaceFolder } from '../support/workspace';

suite('A folder without git', () => {
  test('opens calmly, and logged wins work', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, 0);
    await logsAWin(api, 'Sorted the notes');
  });

  test('commits count once the folder has become a repository, and nothing is lost on the way', async () => {
    const api = await microWins();
    await git(workspaceFolder(), 'init');
    await commit(workspaceFolder(), 'First of a young repository');
    await vscode.commands.executeCommand('microwins.rescan');
    await winTitled(api, 'First of a young repository');
    assert.ok((await winTitles(api)).includes('Sorted the notes'));
  });
});
