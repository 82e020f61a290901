import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Win } from '../../../src/api';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';

suite('The sample extension for the API', () => {
  let sample: vscode.Extension<{ text(): string }>;

  suiteSetup(async () => {
    const file = process.env.MICROWINS_TEST_EXTENSION;
    assert.ok(file, 'the workspace made no sample extension');
    await vscode.commands.executeCommand('workbench.extensions.installExtension', vscode.Uri.file(file));
    sample = await eventually('the sample extension is there', () =>
      vscode.extensions.getExtension('microwins-samples.review-wins'),
    );
    await sample.activate();
  });

  test('records a win and reads the progress', async () => {
    const api = await microWins();
    const before = api.getProgress();
    const win = await vscode.commands.executeCommand<Win>('reviewWins.finished', 'the parser');
    assert.equal(win.title, 'Reviewed: the parser');
    assert.match(win.why, /Review Wins/);
    assert.equal(api.getProgress().today.wins, before.today.wins + 1);
    assert.deepEqual(
      (await api.getWins({ kind: 'manual' })).map(({ id }) => id),
      [win.id],
    );
  });

  test('shows what has changed', async () => {
    await vscode.commands.executeCommand('reviewWins.finished', 'the printer');
    const { today, streak } = (await microWins()).getProgress();
    const text = `${today.byKind.manual} of ${today.wins} by hand, streak ${streak.current}`;
    await eventually(`the item says "${text}", not "${sample.exports.text()}"`, () => {
      return sample.exports.text() === text;
    });
  });

  test('lists the wins of a week', async () => {
    const lines = await vscode.commands.executeCommand<string[]>('reviewWins.summary');
    assert.deepEqual(lines.map(line => line.slice('2026-01-01  '.length)).sort(), [
      'Reviewed: the parser',
      'Reviewed: the printer',
    ]);
  });

  test('hears of a title that is refused', async () => {
    const api = await microWins();
    await assert.rejects(api.recordWin({ title: '  ' }), TypeError);
  });
});
