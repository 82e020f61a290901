import * as vscode from 'vscode';
import { takingFirstAnswers } from '../../host/support/answers';
import { assert } from '../support/assert';
import { microWins } from '../support/microWins';

suite('In a browser: goals, pauses and words', () => {
  test('a goal is set, and a pause begun and ended', async () => {
    const api = await microWins();
    await takingFirstAnswers('microwins.setGoal', () => api.getProgress().goals.length === 1);
    assert.equal(api.getProgress().goals[0]?.title, '15 wins this week');
    let changes = 0;
    const listener = api.onDidChange(() => {
      changes++;
    });
    await takingFirstAnswers('microwins.pauseStreak', () => changes > 0);
    await vscode.commands.executeCommand('microwins.resumeStreak');
    listener.dispose();
  });

  test('the weekly story is written', async () => {
    const story = (): string | undefined =>
      vscode.workspace.textDocuments
        .find(({ isUntitled, languageId }) => isUntitled && languageId === 'markdown')
        ?.getText();
    await takingFirstAnswers('microwins.weeklyStory', () => story() !== undefined);
    assert.ok(story()?.startsWith('# Week of '), story());
  });

  test('commands that need git say so', async () => {
    for (const command of ['microwins.rescan', 'microwins.shoutOuts'])
      await vscode.commands.executeCommand(command);
  });
});
