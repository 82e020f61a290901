import { strict as assert } from 'node:assert';
import { readMessage } from '../../../src/views/panelMessages';

suite('Messages of the panel', () => {
  test('an answer to the weekly review names a day', () => {
    const answer = { type: 'answerReview', week: '2026-11-16', answer: 'Small steps' };
    assert.deepEqual(readMessage(answer), answer);
    assert.deepEqual(readMessage({ ...answer, answer: '' }), { ...answer, answer: '' });
    for (const week of ['2026-2-3', 'last', '', 5, undefined]) {
      assert.equal(readMessage({ ...answer, week }), undefined);
    }
    assert.equal(readMessage({ ...answer, answer: 'x'.repeat(10_001) }), undefined);
  });

  test('texts to share are asked for by name', () => {
    for (const type of ['copyStandup', 'weeklyStory', 'copyStory']) {
      assert.deepEqual(readMessage({ type, more: 'ignored' }), { type });
    }
    assert.equal(readMessage({ type: 'shoutOuts' }), undefined);
  });
});
