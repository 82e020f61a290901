import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Goal, goalProgress } from '../../../src/core/goals';
import type { RestRules } from '../../../src/core/rules';
import { isRest, later, life, lives, winsOn, withWin } from './reference';

const weekends: RestRules = { restDays: new Set([6, 0]), pauses: [] };
const fifteenAWeek: Goal = {
  id: 'g',
  title: '15 wins a week',
  kinds: 'all',
  target: 15,
  period: { every: 'week' },
};

/** 2024-01-01 was a Monday. */
const monday = '2024-01-01';

/** The goal on the last day that the picture shows. */
function progress(days: string, goal: Goal = fifteenAWeek, rules = weekends) {
  return goalProgress(goal, life(monday, days), rules, later(monday, days.length - 1));
}

suite('goals', () => {
  test('a week runs from Monday to Sunday, or from the weekday given', () => {
    const history = life(monday, '9.....21');
    const monday8 = goalProgress(fifteenAWeek, history, weekends, '2024-01-08');
    assert.deepEqual([monday8.startsOn, monday8.endsOn, monday8.current], ['2024-01-08', '2024-01-14', 1]);
    const sunday7 = goalProgress(fifteenAWeek, history, weekends, '2024-01-08', 0);
    assert.deepEqual([sunday7.startsOn, sunday7.endsOn, sunday7.current], ['2024-01-07', '2024-01-13', 3]);
  });

  test('a month runs to its last day', () => {
    const goal: Goal = { ...fifteenAWeek, period: { every: 'month' } };
    const february = goalProgress(goal, life('2024-01-31', '5.2'), weekends, '2024-02-29');
    assert.deepEqual([february.startsOn, february.endsOn, february.current], ['2024-02-01', '2024-02-29', 2]);
  });

  test('a goal with a date counts from its first to its last day', () => {
    const goal: Goal = { ...fifteenAWeek, period: { from: '2024-01-02', by: '2024-01-04' } };
    assert.equal(progress('91239', goal).current, 6);
    assert.equal(progress('91239', goal).endsOn, '2024-01-04');
  });

  test('it counts wins of its kinds only', () => {
    const goal: Goal = { ...fifteenAWeek, kinds: ['todo', 'step'] };
    const history = new Map([[monday, [1, 20, 300, 4000, 50000] as const]]);
    assert.equal(goalProgress(goal, history, weekends, monday).current, 4020);
    assert.equal(goalProgress(fifteenAWeek, history, weekends, monday).current, 54321);
  });

  test('what is left is spread over the due days from here, today until it has had its share', () => {
    // Of 15: Monday to Friday are due, 3 each.
    assert.deepEqual(pick(progress('.')), { left: 15, dueDaysLeft: 5, perDueDay: 3 });
    assert.deepEqual(pick(progress('2')), { left: 13, dueDaysLeft: 5, perDueDay: 3 });
    assert.deepEqual(pick(progress('3')), { left: 12, dueDaysLeft: 4, perDueDay: 3 });
    assert.deepEqual(pick(progress('333')), { left: 6, dueDaysLeft: 2, perDueDay: 3 });
    assert.deepEqual(pick(progress('337')), { left: 2, dueDaysLeft: 2, perDueDay: 1 });
    assert.deepEqual(pick(progress('3333.')), { left: 3, dueDaysLeft: 1, perDueDay: 3 });
    assert.deepEqual(pick(progress('33333.')), { left: 0, dueDaysLeft: 0, perDueDay: undefined });
    assert.deepEqual(pick(progress('3333..')), { left: 3, dueDaysLeft: 0, perDueDay: undefined });
  });

  test('within a whole win of an even pace it is on track', () => {
    assert.equal(progress('.').pace, 'on-track');
    assert.equal(progress('333').pace, 'on-track');
    assert.equal(progress('333').evenPaceNow, 0.6);
    assert.equal(progress('33.').evenPaceNow, 0.4);
    assert.equal(progress('331').pace, 'on-track');
  });

  test('ahead and behind are told in whole wins', () => {
    assert.deepEqual([progress('334').pace, progress('334').offPace], ['ahead', 1]);
    assert.deepEqual([progress('9').pace, progress('9').offPace], ['ahead', 6]);
    assert.deepEqual([progress('3.').pace, progress('3.').offPace], ['on-track', 0]);
    assert.deepEqual([progress('3..').pace, progress('3..').offPace], ['behind', -3]);
    const two: Goal = { ...fifteenAWeek, target: 2 };
    assert.deepEqual([progress('..', two).pace, progress('..', two).offPace], ['on-track', 0]);
    assert.deepEqual([progress('...', two).pace, progress('....', two).pace], ['on-track', 'behind']);
  });

  test('today does not put it behind while it lasts', () => {
    assert.equal(progress('3.').pace, 'on-track');
    assert.equal(progress('3..').pace, 'behind');
    assert.equal(progress('3..').offPace, -3);
  });

  test('rest days and pauses are not due, and wins on them count', () => {
    assert.equal(progress('33333').pace, 'done');
    assert.equal(progress('3333..').evenPaceNow, 1);
    const paused = { ...weekends, pauses: [{ from: '2024-01-02', to: '2024-01-03' }] };
    assert.equal(progress('5..', fifteenAWeek, paused).pace, 'on-track');
    assert.equal(progress('5..', fifteenAWeek, paused).perDueDay, 5);
    assert.equal(progress('5.4', fifteenAWeek, paused).offPace, 4);
  });

  test('in a period of nothing but rest days nothing is expected', () => {
    const paused = { ...weekends, pauses: [{ from: monday }] };
    assert.deepEqual(
      [progress('..', fifteenAWeek, paused).pace, progress('..', fifteenAWeek, paused).evenPaceNow],
      ['on-track', 0],
    );
    assert.equal(progress('.1', fifteenAWeek, paused).pace, 'ahead');
  });

  test('it is done as soon as the target is reached', () => {
    const done = progress('99');
    assert.deepEqual([done.pace, done.left, done.current], ['done', 0, 18]);
    assert.equal('perDueDay' in done, false);
  });

  test('after its last day what is missing is behind', () => {
    const goal: Goal = { ...fifteenAWeek, period: { from: monday, by: '2024-01-03' } };
    const over = progress('44.9.', goal);
    assert.deepEqual([over.pace, over.offPace, over.current, over.evenPaceNow], ['behind', -7, 8, 1]);
    assert.deepEqual(pick(over), { left: 7, dueDaysLeft: 0, perDueDay: undefined });
    assert.equal(progress('44.99', goal).offPace, -7);
    assert.equal(progress('449.', goal).pace, 'done');
    const paused = { ...weekends, pauses: [{ from: monday }] };
    const rested = progress('44.9.', goal, paused);
    assert.deepEqual([rested.pace, rested.offPace, rested.evenPaceNow], ['behind', -7, 1]);
  });

  test('before its first day nothing is expected', () => {
    const goal: Goal = { ...fifteenAWeek, period: { from: '2024-01-03', by: '2024-01-05' } };
    assert.deepEqual([progress('9', goal).pace, progress('9', goal).current], ['on-track', 0]);
    assert.equal(progress('9', goal).perDueDay, 5);
  });

  test('set in the middle of a week, it asks no pace of the days before', () => {
    const goal: Goal = { ...fifteenAWeek, period: { every: 'week', since: '2024-01-04' } };
    assert.deepEqual([progress('...1', goal).pace, progress('1...', goal).current], ['on-track', 1]);
    assert.equal(progress('.......3.', goal).evenPaceNow, 0.2);
  });
});

suite('goals of random histories', () => {
  const goals = fc.record({
    id: fc.constant('g'),
    title: fc.constant('goal'),
    kinds: fc.constant('all' as const),
    target: fc.integer({ min: 1, max: 60 }),
    period: fc.constantFrom({ every: 'week' as const }, { every: 'month' as const }),
  });

  test('count the wins of their days and pace them over the due ones', () => {
    fc.assert(
      fc.property(lives, goals, ({ history, rules, today }, goal) => {
        const actual = goalProgress(goal, history, rules, today);
        let wins = 0;
        let before = 0;
        let all = 0;
        for (let day = actual.startsOn; day <= actual.endsOn; day = later(day, 1)) {
          wins += winsOn(history, day);
          if (isRest(rules, day)) continue;
          all += 1;
          if (day < today) before += 1;
        }
        assert.ok(actual.startsOn <= today && today <= actual.endsOn);
        assert.equal(actual.current, wins);
        assert.equal(actual.left, Math.max(0, goal.target - wins));
        assert.ok(actual.evenPaceNow >= (all && before / all) - 1e-9);
        assert.ok(actual.evenPaceNow <= (all && (before + 1) / all) + 1e-9);
        assert.equal(actual.pace === 'done', wins >= goal.target);
        if (actual.perDueDay !== undefined)
          assert.ok(actual.perDueDay * actual.dueDaysLeft >= actual.left - 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('a win more never worsens the pace', () => {
    const order = ['behind', 'on-track', 'ahead', 'done'];
    fc.assert(
      fc.property(lives, goals, fc.nat(20), ({ history, rules, today }, goal, ago) => {
        const before = goalProgress(goal, history, rules, today);
        const after = goalProgress(goal, withWin(history, later(today, -ago)), rules, today);
        assert.ok(order.indexOf(after.pace) >= order.indexOf(before.pace));
        assert.ok(after.left <= before.left && after.dueDaysLeft <= before.dueDaysLeft);
      }),
      { numRuns: 1000 },
    );
  });
});

function pick({ left, dueDaysLeft, perDueDay }: ReturnType<typeof goalProgress>) {
  return { left, dueDaysLeft, perDueDay };
}
