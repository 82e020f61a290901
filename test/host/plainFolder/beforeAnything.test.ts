import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { microWins } from '../support/microWins';

/** A box that opens would wait for an answer, and the command with it. */
const withNothingToDo = [
  'nextStep',
  'completeStep',
  'undoLastWin',
  'resumeStreak',
  'copyStandup',
  'shoutOuts',
  'rescan',
  'exportData',
  'exportTemplates',
  'keepTemplate',
  'openTaskSource',
];

suite('Before anything was done, in a folder without git', () => {
  for (const name of withNothingToDo) {
    test(`microwins.${name} asks nothing and changes nothing`, async () => {
      const api = await microWins();
      await vscode.commands.executeCommand(`microwins.${name}`);
      assert.equal(api.getProgress().total, 0);
      assert.deepEqual(vscode.window.visibleTextEditors, []);
    });
  }

  test('every milestone is ahead', async () => {
    const { milestones, momentum, streak } = (await microWins()).getProgress();
    assert.ok(milestones.every(({ current, reachedOn }) => current === 0 && reachedOn === undefined));
    assert.deepEqual([momentum, streak.current, streak.longest, streak.passes], [0, 0, 0, 0]);
  });
});
