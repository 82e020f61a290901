import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestDay, bestWeek, peakOf, weekSoFar, winsByWeekday } from '../../../src/core/bests';
import { later, life, lives, winsOn } from './reference';

/** 2024-01-01 was a Monday. */
const monday = '2024-01-01';

suite('personal bests', () => {
  test('without a win there are none', () => {
    assert.equal(bestDay(new Map()), undefined);
    assert.equal(bestWeek(new Map([[monday, [0, 0, 0, 0, 0]]]), 1), undefined);
  });

  test('the best day has most wins; as many later do not replace it', () => {
    assert.deepEqual(bestDay(life(monday, '15.35')), { day: '2024-01-02', wins: 5 });
    const turned = new Map([...life(monday, '15.35')].reverse());
    assert.deepEqual(bestDay(turned), { day: '2024-01-02', wins: 5 });
  });

  test('the best week has most wins, from the weekday given', () => {
    const history = life(monday, '1.....41..');
    assert.deepEqual(bestWeek(history, 1), { from: monday, to: '2024-01-07', wins: 5 });
    assert.deepEqual(bestWeek(history, 0), { from: '2024-01-07', to: '2024-01-13', wins: 5 });
    assert.equal(bestWeek(life(monday, '2......2'), 1)?.from, monday);
  });
});

suite('insight', () => {
  test('wins are summed by weekday, Sunday first', () => {
    assert.deepEqual(winsByWeekday(life(monday, '12....53')), [5, 4, 2, 0, 0, 0, 0]);
    assert.deepEqual(winsByWeekday(life('1969-12-31', '123')), [0, 0, 0, 1, 2, 3, 0]);
  });

  test('the peak is named only when there is one', () => {
    assert.equal(peakOf([0, 3, 2]), 1);
    assert.equal(peakOf([3, 0, 3]), undefined);
    assert.equal(peakOf([0, 0]), undefined);
    assert.equal(peakOf([]), undefined);
  });

  test('this week stands against the average of the last four, whole and up to the same weekday', () => {
    // Four weeks of 10 wins, 4 of them by Wednesday, after two that are too long ago.
    const weeks = `99999999990...${'211.6..'.repeat(4)}21.`;
    assert.deepEqual(weekSoFar(life(monday, weeks), later(monday, weeks.length - 1), 1), {
      wins: 3,
      days: 2,
      weeks: 4,
      average: 10,
      averageByNow: 4,
    });
  });

  test('fewer weeks are averaged when there are fewer', () => {
    assert.deepEqual(weekSoFar(life(monday, '..3....1'), '2024-01-08', 1), {
      wins: 1,
      days: 1,
      weeks: 1,
      average: 3,
      averageByNow: 0,
    });
    assert.deepEqual(weekSoFar(life(monday, '..3'), '2024-01-04', 1), { wins: 3, days: 1, weeks: 0 });
    assert.deepEqual(weekSoFar(new Map(), monday, 1), { wins: 0, days: 0, weeks: 0 });
  });

  test('in random histories bests and sums are those of a plain count', () => {
    fc.assert(
      fc.property(lives, fc.nat(6), ({ history, today }, firstWeekday) => {
        const days = [...history.keys()].sort();
        const most = Math.max(0, ...days.map(day => winsOn(history, day)));
        const first = days.find(day => winsOn(history, day) === most);
        assert.deepEqual(bestDay(history), most > 0 ? { day: first, wins: most } : undefined);

        const week = bestWeek(history, firstWeekday);
        const sumFrom = (from: string): number =>
          [0, 1, 2, 3, 4, 5, 6].reduce((sum, index) => sum + winsOn(history, later(from, index)), 0);
        for (const day of days) {
          let from = day;
          while (new Date(from).getUTCDay() !== firstWeekday) from = later(from, -1);
          assert.ok(sumFrom(from) <= (week?.wins ?? 0));
        }
        if (week) assert.deepEqual([sumFrom(week.from), later(week.from, 6)], [week.wins, week.to]);

        let thisWeek = today;
        while (new Date(thisWeek).getUTCDay() !== firstWeekday) thisWeek = later(thisWeek, -1);
        const soFar = weekSoFar(history, today, firstWeekday);
        assert.equal(soFar.wins, sumFrom(thisWeek));
        let before = 0;
        for (const ago of [7, 14, 21, 28]) before += sumFrom(later(thisWeek, -ago));
        assert.ok(Math.abs((soFar.average ?? 0) * soFar.weeks - before) < 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});
