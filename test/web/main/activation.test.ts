import * as vscode from 'vscode';
import { assert } from '../support/assert';
import { microWins } from '../support/microWins';

suite('In a browser', () => {
  test('the extension runs in a worker, without Node and without a server', async () => {
    await microWins();
    assert.equal(vscode.env.uiKind, vscode.UIKind.Web);
    assert.equal(vscode.env.remoteName, undefined);
    assert.equal(typeof process, 'undefined');
    assert.equal(typeof Buffer, 'undefined');
    assert.ok('importScripts' in globalThis, 'this is no worker');
    assert.equal(vscode.extensions.getExtension('vscode.git'), undefined);
  });

  test('a logged win counts', async () => {
    const api = await microWins();
    const { total, today, streak } = api.getProgress();
    await api.recordWin({ title: 'Reviewed a change', source: 'a test' });
    assert.equal(api.getProgress().total, total + 1);
    assert.equal(api.getProgress().today.byKind.manual, today.byKind.manual + 1);
    assert.ok(api.getProgress().streak.current >= streak.current);
    const [win] = await api.getWins();
    assert.equal(
      [win?.title, win?.kind, win?.why],
      ['Reviewed a change', 'manual', 'It was recorded by a test.'],
    );
  });

  test('what was taken back counts no more', async () => {
    const api = await microWins();
    await api.recordWin({ title: 'A slip' });
    const { total } = api.getProgress();
    await vscode.commands.executeCommand('microwins.undoLastWin');
    assert.equal(api.getProgress().total, total - 1);
    assert.ok((await api.getWins()).every(({ title }) => title !== 'A slip'));
  });
});
