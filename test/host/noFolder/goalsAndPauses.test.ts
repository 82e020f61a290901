import { strict as assert } from 'node:assert';
import type { Goal } from '../../../src/core/goals';
import { forgetGoal, type KeepingParts, keepPause } from '../../../src/features/goalsAndPauses';
import { type Answer, askPages, back, done, type Page } from '../../../src/views/ask';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';

const today = '2026-11-18';

suite('Goals and pauses that are taken back', () => {
  let own: OwnLedger;
  let parts: KeepingParts;

  setup(async () => {
    own = await openOwnLedger();
    parts = { ledger: own.ledger, recorder: own.recorder, locale: 'en', today: () => today };
  });

  teardown(() => own.close());

  test('a new pause from today takes the place of one that runs', async () => {
    await keepPause({ from: '2026-11-10' }, parts);
    await keepPause({ from: today, to: '2026-11-20' }, parts);
    assert.deepEqual(own.ledger.pauses, [
      { from: '2026-11-10', to: '2026-11-17' },
      { from: today, to: '2026-11-20' },
    ]);
    await keepPause({ from: today, to: today }, parts);
    assert.deepEqual(own.ledger.pauses.at(-1), { from: today, to: today });
    await own.recorder.resume(today);
    assert.deepEqual(own.ledger.pauses, [{ from: '2026-11-10', to: '2026-11-17' }]);
  });

  test('days off in the past are taken back, and what was there before is back', async () => {
    const short = { from: '2026-11-02', to: '2026-11-03' };
    const long = { from: '2026-11-02', to: '2026-11-06' };
    const undoShort = await keepPause(short, parts);
    const undoLong = await keepPause(long, parts);
    // The days are another pause's by now.
    await undoShort();
    assert.deepEqual(own.ledger.pauses, [long]);
    await undoLong();
    assert.deepEqual(own.ledger.pauses, [short]);
    await undoShort();
    assert.deepEqual(own.ledger.pauses, []);
  });

  test('a goal that was forgotten comes back to its project, once', async () => {
    const period = { every: 'week', since: today } as const;
    const goal: Goal = { id: 'g1', title: '15 wins this week', kinds: 'all', target: 15, period };
    await own.recorder.setGoal(goal);
    await own.ledger.setHome('folder-other');
    const undo = await forgetGoal(goal, parts);
    assert.deepEqual(own.ledger.goals, []);
    await undo();
    await undo();
    assert.deepEqual(own.ledger.goals, [goal]);
    assert.equal(
      own.ledger.projectWith(({ goals }) => goals.length > 0),
      own.project,
    );
  });
});

suite('Questions asked in turn', () => {
  const asked: string[] = [];
  const page = (name: string, ...answers: Answer<Page | typeof done>[]): Page => {
    return async canGoBack => {
      asked.push(`${name}${canGoBack ? ' or back' : ''}`);
      return answers.shift();
    };
  };

  setup(() => {
    asked.length = 0;
  });

  test('go back to the one before, by the way that led to them', async () => {
    const last = page('last', back, done);
    const first = page('first', page('middle', last, last));
    assert.equal(await askPages(first), true);
    assert.deepEqual(asked, ['first', 'middle or back', 'last or back', 'middle or back', 'last or back']);
  });

  test('are over when the user leaves', async () => {
    assert.equal(await askPages(page('first', page('second', undefined))), false);
    assert.deepEqual(asked, ['first', 'second or back']);
  });
});
