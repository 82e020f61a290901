import { strict as assert } from 'node:assert';
import type { Goal } from '../../../src/core/goals';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';

const today = '2026-11-18';

suite('Goals and pauses that are taken back', () => {
  let own: OwnLedger;

  setup(async () => {
    own = await openOwnLedger();
  });

  teardown(() => own.close());

  test('a new pause from today takes the place of one that runs', async () => {
    await own.plans.takeDaysOff({ from: '2026-11-10' }, today);
    await own.plans.takeDaysOff({ from: today, to: '2026-11-20' }, today);
    assert.deepEqual(own.ledger.pauses, [
      { from: '2026-11-10', to: '2026-11-17' },
      { from: today, to: '2026-11-20' },
    ]);
    await own.plans.takeDaysOff({ from: today, to: today }, today);
    assert.deepEqual(own.ledger.pauses.at(-1), { from: today, to: today });
    await own.plans.resume(today);
    assert.deepEqual(own.ledger.pauses, [{ from: '2026-11-10', to: '2026-11-17' }]);
  });

  test('days off in the past are taken back, and what was there before is back', async () => {
    const short = { from: '2026-11-02', to: '2026-11-03' };
    const long = { from: '2026-11-02', to: '2026-11-06' };
    const undoShort = await own.plans.takeDaysOff(short, today);
    const undoLong = await own.plans.takeDaysOff(long, today);
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
    await own.plans.setGoal(goal);
    await own.ledger.setHome('folder-other');
    const undo = await own.plans.forgetGoal(goal);
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
