import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commit } from '../support/git';
import { isGuarded, noted } from '../support/guard';
import { microWins } from '../support/microWins';
import { logsAWin } from '../support/steps';
import { workspaceFolder } from '../support/workspace';

suite('Restricted Mode', () => {
  test('no history is read, and logged wins work', async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    const api = await microWins();
    await commit(workspaceFolder(), 'Not to be read');
    await logsAWin(api, 'Read the code before trusting it');
    assert.deepEqual(
      (await api.getWins()).map(win => win.kind),
      ['manual'],
    );
  });

  test('asking for all history again reads none', async () => {
    await vscode.commands.executeCommand('microwins.rescan');
    assert.equal((await (await microWins()).getWins({ kind: 'commit' })).length, 0);
  });

  test('no program was started', () => {
    const started = noted().filter(({ what }) => what === 'spawn');
    // These tests' own git.
    assert.ok(!isGuarded || started.length > 0, 'nothing would be noted');
    assert.deepEqual(
      started.filter(({ ours }) => ours),
      [],
    );
  });

  test('no history is read for shout-outs, and standup and story work', async () => {
    const api = await microWins();
    await api.recordWin({ title: 'Read the licence' });
    const before = vscode.workspace.textDocuments.length;
    await vscode.commands.executeCommand('microwins.shoutOuts');
    assert.equal(vscode.workspace.textDocuments.length, before);
    await vscode.commands.executeCommand('microwins.copyStandup');
    assert.match(await vscode.env.clipboard.readText(), /^- Read the licence$/m);
  });
});
