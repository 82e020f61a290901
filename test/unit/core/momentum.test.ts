import assert from 'node:assert/strict';
import fc from 'fast-check';
import { momentumOf, momentumTrend } from '../../../src/core/momentum';
import type { MomentumRules } from '../../../src/core/rules';
import { later, life, lives, referenceMomentum, winsOn, withWin } from './reference';

const everyDay: MomentumRules = { restDays: new Set(), pauses: [], dailyGoal: 3 };
const weekends: MomentumRules = { ...everyDay, restDays: new Set([6, 0]) };

/** 2024-01-01 was a Monday. */
const monday = '2024-01-01';

function momentum(days: string, rules: MomentumRules = everyDay): number {
  return momentumOf(life(monday, days), rules, later(monday, days.length - 1));
}

function near(actual: number | undefined, expected: number): void {
  if (actual === undefined || Math.abs(actual - expected) > 1e-9) assert.equal(actual, expected);
}

suite('momentum', () => {
  const m = 0.5 ** (1 / 13);

  test('is 0 before the first win', () => {
    assert.equal(momentum('...'), 0);
    assert.deepEqual(momentumTrend(life(monday, '...'), everyDay, monday, 60).series, []);
  });

  test('starts at 0 before the first win’s day', () => {
    near(momentum('3'), 100 * (1 - m));
    near(momentum('....3'), 100 * (1 - m));
  });

  test('13 full days are half of the way, 26 three quarters', () => {
    near(momentum('3'.repeat(13)), 50);
    near(momentum('3'.repeat(26)), 75);
  });

  test('a day’s value is its share of the daily goal, at most 1', () => {
    near(momentum('1'), (100 / 3) * (1 - m));
    near(momentum('9'), 100 * (1 - m));
    near(momentum('2', { ...everyDay, dailyGoal: 8 }), 25 * (1 - m));
  });

  test('one missed day at 100 costs about 5 points', () => {
    const year = '3'.repeat(400);
    const cost = momentum(year) - momentum(`${year}..`);
    assert.ok(cost > 5 && cost < 5.5, `${cost}`);
  });

  test('rest days without wins are left out', () => {
    near(momentum('33333...', weekends), momentum('33333.', weekends));
    near(momentum('33333..3', weekends), momentum('333333'));
  });

  test('days inside a pause without wins are left out, set before or after', () => {
    near(momentum('33333.......', { ...everyDay, pauses: [{ from: '2024-01-06' }] }), momentum('33333'));
  });

  test('a rest day with wins is due', () => {
    near(momentum('333333', weekends), momentum('333333'));
  });

  test('today never lowers it while it lasts: the greater of without and with is shown', () => {
    const yesterday = momentum('3'.repeat(100));
    assert.equal(momentum(`${'3'.repeat(100)}.`), yesterday);
    assert.equal(momentum(`${'3'.repeat(100)}1`), yesterday);
    assert.ok(momentum(`${'3'.repeat(100)}3`) > yesterday);
    near(momentum(`${'3'.repeat(100)}1.`), yesterday * m + (100 / 3) * (1 - m));
  });

  test('a win on the day after today, from a zone ahead, can only raise it', () => {
    const history = life(monday, '33.3');
    near(momentumOf(history, everyDay, '2024-01-03'), momentum('333'));
    assert.equal(momentumOf(life(monday, '33.......3'), everyDay, '2024-01-03'), momentum('33'));
  });

  test('its series are the values at the end of the last due days, oldest first', () => {
    const history = life(monday, '33333..3');
    const series = momentumTrend(history, weekends, '2024-01-08', 60).series;
    assert.equal(series.length, 6);
    near(series[0], 100 * (1 - m));
    near(series[4], momentum('33333'));
    near(series[5], momentum('333333'));
    assert.deepEqual(momentumTrend(history, weekends, '2024-01-08', 2).series, series.slice(4));
    assert.deepEqual(momentumTrend(history, weekends, '2024-01-08', 0).series, []);
  });

  test('its value of four weeks ago is that of the end of that day', () => {
    const history = life(monday, `${'3'.repeat(20)}${'.'.repeat(20)}`);
    near(momentumTrend(history, everyDay, later(monday, 19 + 28), 60).before, momentum('3'.repeat(20)));
    near(momentumTrend(history, everyDay, later(monday, 20 + 28), 60).before, momentum('3'.repeat(20)) * m);
    assert.equal(momentumTrend(history, everyDay, later(monday, 27), 60).before, 0);
  });
});

suite('momentum of random histories', () => {
  test('is what SPEC 4 says, word by word', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const expected = referenceMomentum({ history, rules, today });
        near(momentumOf(history, rules, today), expected.at(-1)?.value ?? 0);
        const series = momentumTrend(history, rules, today, 60).series;
        const last = expected.slice(-60);
        assert.equal(series.length, last.length);
        series.forEach((value, index) => {
          near(value, last[index]?.value ?? -1);
        });
        const then = later(today, -28);
        near(
          momentumTrend(history, rules, today, 60).before,
          expected.filter(({ day }) => day <= then).at(-1)?.value ?? 0,
        );
      }),
      { numRuns: 10_000 },
    );
  });

  test('stays between 0 and 100', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const value = momentumOf(history, rules, today);
        assert.ok(value >= 0 && value <= 100);
      }),
      { numRuns: 500 },
    );
  });

  test('a win more today, or on any day that was due, never lowers it', () => {
    fc.assert(
      fc.property(lives, fc.nat(100), ({ history, rules, today }, pick) => {
        const won = [...history.keys()].filter(day => winsOn(history, day) > 0);
        for (const day of [today, won[pick % Math.max(1, won.length)] ?? today]) {
          const more = withWin(history, day);
          assert.ok(momentumOf(more, rules, today) >= momentumOf(history, rules, today) - 1e-9);
        }
      }),
      { numRuns: 500 },
    );
  });
});
