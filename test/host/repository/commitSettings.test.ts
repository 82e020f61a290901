import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { microWins } from '../support/microWins';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

/** SPEC 2.1, the rows about authors, settings and rescanning. */
suite('Whose commits count, and when, SPEC 2.1', () => {
  let it: Scenario;
  suiteSetup(async () => {
    it = new Scenario(await microWins(), workspaceFolder());
  });
  setup(async () => {
    await it.git('checkout', '--quiet', 'main');
  });

  test('by an agent’s own identity: none, unless listed in microwins.commits.emails', async () => {
    await it.commit('r19 by an agent', {}, '--author=Agent <agent@example.com>');
    await it.counts(/^r19 /, []);
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('commits.emails', ['Agent@example.com'], vscode.ConfigurationTarget.Global);
    await it.win('r19 by an agent');
    await setting.update('commits.emails', undefined, vscode.ConfigurationTarget.Global);
  });

  test('with an agent as co-author: 1 win, labelled', async () => {
    await it.commit('r20 together\n\nCo-authored-by: Claude <noreply@anthropic.com>');
    assert.equal((await it.win('r20 together')).withAgent, true);
    await it.commit('r20 alone');
    assert.equal((await it.win('r20 alone')).withAgent, undefined);
  });

  test('as a co-author of somebody else’s commit: 1 win', async () => {
    await it.commit(
      'r21 paired\n\nCo-authored-by: Dev <DEV@example.com>',
      {},
      '--author=Pair <pair@example.com>',
    );
    assert.match((await it.win('r21 paired')).why, /co-author/);
  });

  test('.mailmap joins an author’s addresses', async () => {
    await it.write('.mailmap', 'Dev <dev@example.com> <old@example.com>\n');
    await it.commit('r22 under an old address', {}, '--author=Dev <old@example.com>');
    await it.win('r22 under an old address');
  });

  test('with commits switched off nothing counts; switched on again, what was missed does', async () => {
    await it.write('r23.ts', '// TODO: seen while commits are off\n');
    await it.commit('r23 before');
    await it.win('r23 before');
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('commits.enabled', false, vscode.ConfigurationTarget.Global);
    await it.write('r23.ts', '// nothing\n');
    await it.commit('r23 while off');
    // Commits are still read for the TODOs that they close.
    await it.win('seen while commits are off');
    assert.deepEqual(await it.titles(/^r23/), ['r23 before']);
    await setting.update('commits.enabled', undefined, vscode.ConfigurationTarget.Global);
    await it.win('r23 while off');
  });

  test('rescanning adds nothing that is known', async () => {
    await it.settled();
    const ids = (await it.api.getWins()).map(({ id }) => id);
    // The command waits for its message to be dismissed by nobody: it resolves when the history has been read.
    await vscode.commands.executeCommand('microwins.rescan');
    assert.deepEqual(
      (await it.api.getWins()).map(({ id }) => id),
      ids,
    );
    assert.equal(new Set(ids).size, ids.length);
  });
});
