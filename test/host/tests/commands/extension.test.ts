import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Win } from '../../../../src/api';
import { eventually } from '../../support/eventually';
import { microWins } from '../../support/microWins';
import { openTerminal, runInTerminal } from '../../support/terminal';
import { Package } from '../support/house';

suite('Passing tests, in the extension as users have it', () => {
  /** The wins of a package's tests, once there are so many. */
  const winsOf = async (project: Package, count: number): Promise<readonly Win[]> => {
    const api = await microWins();
    return eventually(`${project.name} has ${count} wins`, async () => {
      const wins = await api.getWins({ kind: 'tests' });
      const own = wins.filter(win => win.source.folder === project.name);
      return own.length >= count && own;
    });
  };

  test('a green run is a win, green after red another, and running it again none', async () => {
    const project = await new Package('smoke').create({ 'test:last': 'node run.js' });
    const terminal = await openTerminal(project.folder);
    await runInTerminal(terminal, 'npm test');
    await runInTerminal(terminal, 'npm test');
    await winsOf(project, 1);
    await project.tests(0, 1);
    await runInTerminal(terminal, 'npm test');
    await project.tests(1);
    await runInTerminal(terminal, 'npm test');
    await runInTerminal(terminal, 'npm run test:last');
    const wins = await winsOf(project, 3);
    assert.deepEqual(wins.map(win => win.why).reverse(), [
      'First green run of `npm test` today.',
      'First green run of `npm test` after a red one.',
      'First green run of `npm run test:last` today.',
    ]);
    terminal.dispose();
  });

  test('microwins.tests.enabled turns it off and on without a reload', async () => {
    const settings = vscode.workspace.getConfiguration('microwins.tests');
    const project = await new Package('switched').create({ 'test:on': 'node run.js' });
    const terminal = await openTerminal(project.folder);
    await settings.update('enabled', false, vscode.ConfigurationTarget.Global);
    await runInTerminal(terminal, 'npm test');
    await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    await runInTerminal(terminal, 'npm run test:on');
    const wins = await winsOf(project, 1);
    assert.deepEqual(
      wins.map(win => win.source.command),
      ['npm run test:on'],
    );
    terminal.dispose();
  });
});
