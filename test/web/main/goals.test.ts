import * as vscode from 'vscode';
import { takingFirstAnswers, told } from '../../host/support/answers';
import { assert } from '../support/assert';
import { microWins } from '../support/microWins';

suite('In a browser: goals, pauses and words', () => {
  test('a goal is set, and a pause begun and ended', async () => {
    const api = await microWins();
    await takingFirstAnswers('microwins.setGoal');
    assert.equal(api.getProgress().goals[0]?.title, '15 wins this week');
    await takingFirstAnswers('microwins.pauseStreak');
    assert.equal(await told('microwins.resumeStreak'), []);
    assert.equal(await told('microwins.resumeStreak'), ['The streak is not paused.']);
  });

  test('the weekly story is written', async () => {
    const story = (): string | undefined =>
      vscode.workspace.textDocuments
        .find(({ isUntitled, languageId }) => isUntitled && languageId === 'markdown')
        ?.getText();
    await takingFirstAnswers('microwins.weeklyStory');
    assert.ok(story()?.startsWith('# Week of '), story());
  });

  test('commands that need git say so', async () => {
    const text = 'There is no git repository in this window.';
    for (const command of ['microwins.rescan', 'microwins.shoutOuts'])
      assert.equal(await told(command), [text]);
  });
});
