import { strict as assert } from 'node:assert';
import { takingFirstAnswers, told } from '../support/answers';
import { microWins } from '../support/microWins';

suite('Goals and pauses', () => {
  test('microwins.setGoal sets a goal, which the API gives with its pace', async () => {
    const api = await microWins();
    await takingFirstAnswers('microwins.setGoal');
    const [goal] = api.getProgress().goals;
    assert.equal(goal?.title, '15 wins this week');
    assert.equal(goal?.target, 15);
    assert.match(goal?.endsOn ?? '', /^\d{4}-\d\d-\d\d$/);
    const before = goal?.current ?? 0;
    await api.recordWin({ title: 'Towards the goal' });
    assert.equal(api.getProgress().goals[0]?.current, before + 1);
  });

  test('microwins.pauseStreak pauses, microwins.resumeStreak resumes: the streak is the same', async () => {
    const api = await microWins();
    const { current } = api.getProgress().streak;
    await takingFirstAnswers('microwins.pauseStreak');
    assert.equal(api.getProgress().streak.current, current);
    assert.deepEqual(await told('microwins.resumeStreak'), []);
    assert.equal(api.getProgress().streak.current, current);
    assert.deepEqual(await told('microwins.resumeStreak'), ['The streak is not paused.']);
  });
});
