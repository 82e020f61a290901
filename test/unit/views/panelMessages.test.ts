import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { readMessage } from '../../../src/views/panelMessages';

suite('A message that claims to come from the panel', () => {
  test('is read only in a form that the panel sends', () => {
    assert.deepEqual(readMessage({ type: 'openWin', id: 'commit-1' }), { type: 'openWin', id: 'commit-1' });
    for (const message of [
      { type: 'openWin' },
      { type: 'openWin', id: { toString: 'commit-1' } },
      { type: 'openWin', id: 'x'.repeat(201) },
      { type: 'showWins', count: 1e9 },
      { type: 'showWins', count: -1 },
      { type: 'notice', action: 'workbench.action.terminal.sendSequence' },
      { type: 'runCommand', command: 'workbench.action.quit' },
      { type: 'addStep', task: 'a', title: 'x'.repeat(10_001) },
      { type: 'constructor' },
      ['ready'],
      'ready',
      null,
    ]) {
      assert.equal(readMessage(message), undefined, JSON.stringify(message).slice(0, 80));
    }
  });

  test('whatever it is, it does not throw, and brings no more than it should', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), value => readMessage(value) === undefined),
    );
    const read = readMessage({ type: 'openWin', id: 'a', command: 'workbench.action.quit' });
    assert.deepEqual(read, { type: 'openWin', id: 'a' });
  });
});

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

  test('a list may name a day', () => {
    const list = { type: 'showWins', kind: 'all', search: '', newer: 0, count: 50 };
    assert.deepEqual(readMessage(list), list);
    assert.deepEqual(readMessage({ ...list, day: '2026-11-16' }), { ...list, day: '2026-11-16' });
    for (const day of ['16', '', 5, undefined]) assert.equal(readMessage({ ...list, day }), undefined);
  });

  test('texts to share are asked for by name', () => {
    for (const type of ['copyStandup', 'weeklyStory', 'copyStory']) {
      assert.deepEqual(readMessage({ type, more: 'ignored' }), { type });
    }
    assert.equal(readMessage({ type: 'shoutOuts' }), undefined);
  });
});
