import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StreakRules } from '../../../src/core/rules';
import { weeksInARow } from '../../../src/core/weeks';
import { type Case, daysLived, isRest, later, life, lives, winsOn, withWin } from './reference';

const weekends: StreakRules = { restDays: new Set([6, 0]), minimumWins: 1, pauses: [] };

/** 2024-01-01 was a Monday. */
const monday = '2024-01-01';

/** SPEC 4 word by word: the lived days cut into weeks by walking back to the first weekday, then counted. */
function referenceWeeks(it: Case, firstWeekday: number): number {
  const weeks = new Map<string, string[]>();
  for (const lived of daysLived(it)) {
    let start = lived;
    while (new Date(start).getUTCDay() !== firstWeekday) start = later(start, -1);
    if (!weeks.has(start))
      weeks.set(
        start,
        [0, 1, 2, 3, 4, 5, 6].map(days => later(start, days)),
      );
  }
  let current = 0;
  const end = daysLived(it).at(-1) ?? '';
  for (const days of weeks.values()) {
    const active = days.some(day => day <= end && winsOn(it.history, day) >= it.rules.minimumWins);
    const isOver = (days.at(-1) ?? '') < it.today;
    if (active) current += 1;
    else if (isOver && !days.every(day => isRest(it.rules, day))) current = 0;
  }
  return current;
}

suite('weekly view', () => {
  const weeks = (days: string, rules = weekends, firstWeekday = 1) =>
    weeksInARow(life(monday, days), rules, later(monday, days.length - 1), firstWeekday);

  test('without a win there is no week', () => {
    assert.equal(weeks('...'), 0);
  });

  test('each week with at least one active day adds one', () => {
    assert.equal(weeks('..1.......1.........1.'), 3);
    assert.equal(weeks('..1.....'), 1);
  });

  test('a week without one ends it, this week not while it lasts', () => {
    const lastDay = '1......1.............';
    assert.equal(weeks(lastDay), 2);
    assert.equal(weeks(`${lastDay}.`), 0);
    assert.equal(weeks(`${lastDay}1`), 1);
  });

  test('a week of nothing but rest days is skipped', () => {
    const away = { ...weekends, pauses: [{ from: '2024-01-08', to: '2024-01-12' }] };
    assert.equal(weeks('1.............1', away), 2);
    const short = { ...weekends, pauses: [{ from: '2024-01-08', to: '2024-01-11' }] };
    assert.equal(weeks('1.............1', short), 1);
  });

  test('weeks begin on the weekday given', () => {
    // Monday the 1st and Sunday the 7th: one week from Monday, two from Sunday.
    assert.equal(weeks('1.....1', weekends, 1), 1);
    assert.equal(weeks('1.....1', weekends, 0), 2);
  });

  test('weeks go on across the end of a year', () => {
    const days = new Map([
      ['2020-12-28', [1, 0, 0, 0, 0] as const],
      ['2021-01-09', [0, 1, 0, 0, 0] as const],
    ]);
    assert.equal(weeksInARow(days, weekends, '2021-01-10', 1), 2);
    assert.equal(weeksInARow(days, weekends, '2021-01-10', 0), 2);
    // From Sunday, the 3rd to the 9th is the second week; from Saturday, the 9th begins a third.
    assert.equal(weeksInARow(days, weekends, '2021-01-10', 6), 1);
  });

  test('equals the slow reference on random lives, whatever weekday weeks begin on', () => {
    fc.assert(
      fc.property(lives, fc.nat(6), (it, firstWeekday) => {
        const reckoned = weeksInARow(it.history, it.rules, it.today, firstWeekday);
        assert.equal(reckoned, referenceWeeks(it, firstWeekday));
      }),
      { numRuns: 2000 },
    );
  });

  test('one more win never makes it shorter', () => {
    fc.assert(
      fc.property(lives, fc.nat(6), fc.nat(60), (it, firstWeekday, ago) => {
        const before = weeksInARow(it.history, it.rules, it.today, firstWeekday);
        const history = withWin(it.history, later(it.today, -ago));
        const after = weeksInARow(history, it.rules, it.today, firstWeekday);
        assert.ok(after >= before);
      }),
      { numRuns: 500 },
    );
  });
});
