import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays, weekStart } from '../../../src/core/day';
import type { Kept } from '../../../src/core/overview';
import type { Task } from '../../../src/core/task';
import { countsOf, weekModel, weekSentences } from '../../../src/core/week';
import { totalOf } from '../../../src/core/win';
import { later, life, lives } from './reference';
import { nothing, settings } from './sample';

/** Monday 2 November 2026. */
const monday = '2026-11-02';
/** Thursday of the fourth week after it. */
const thursday = '2026-11-26';

function kept(days: Kept['days'], more: Partial<Kept> = {}): Kept {
  return { ...nothing, days, ...more };
}

function finished(title: string, day: string): Task {
  const at = Date.parse(day);
  return {
    id: title,
    title,
    createdAt: at - 1,
    finishedAt: at,
    steps: [{ id: 's', title: 's', doneAt: at }],
  };
}

suite('This week in a few sentences', () => {
  const told = (days: string, more: Partial<Kept> = {}, upTo = thursday): string[] =>
    weekSentences(kept(life(monday, days), more), settings, upTo, 'en-GB');

  test('says what was done, against the weeks before, and what was finished', () => {
    const it = kept(
      new Map([
        ...life(monday, '4....1.22.....1......'),
        ['2026-11-23', [2, 1, 0, 0, 0] as const],
        ['2026-11-25', [0, 0, 1, 1, 1] as const],
      ]),
      { tasks: [finished('Streaming parser', '2026-11-25'), finished('Long ago', '2026-11-03')] },
    );
    assert.deepEqual(weekSentences(it, settings, thursday, 'en-GB'), [
      '2 commits, 1 closed TODO, 1 green run, 1 step and 1 logged by hand on 2 days.',
      'The 3 weeks before had 3 wins by the same day, on average.',
      'Task finished: Streaming parser.',
      'It is the fullest week so far.',
    ]);
  });

  test('names the one day of a single day, and the fullest of several', () => {
    assert.equal(told('1', {}, '2026-11-03')[0], '1 commit on Monday.');
    assert.deepEqual(told('5......13', {}, '2026-11-11'), [
      '4 commits on 2 days.',
      'The week before had 5 wins by the same day.',
      'The fullest day was Tuesday, with 3 wins.',
      '2 weeks in a row have an active day.',
    ]);
  });

  test('says so plainly when there was nothing, and of a week that is over that there was none', () => {
    const over = weekSentences(kept(life(monday, '1')), settings, '2026-11-15', 'en-GB', true);
    assert.equal(over[0], 'No win in this week.');
    assert.deepEqual(told('', {}), ['No win this week yet.']);
    assert.deepEqual(told('1', {}, '2026-11-09'), [
      'No win this week yet.',
      'The week before had 1 win by the same day.',
    ]);
  });

  test('has one to four sentences, and its counts are the days’ counts', () => {
    fc.assert(
      fc.property(lives, fc.nat(6), ({ history, rules, today }, firstWeekday) => {
        const all = { ...settings, ...rules, firstWeekday };
        const sentences = weekSentences(kept(history, { pauses: rules.pauses }), all, today, 'en');
        assert.ok(sentences.length >= 1 && sentences.length <= 4);
        const from = weekStart(today, firstWeekday);
        const said = (sentences[0] ?? '')
          .replace(/ on \d.*$/, '')
          .matchAll(/(\d+) (?:commit|closed|green|step|logged)/g);
        const sum = [...said].reduce((total, [, count]) => total + Number(count), 0);
        assert.equal(sum, totalOf(countsOf(history, from, today)));
      }),
      { numRuns: 500 },
    );
  });
});

suite('The weekly review', () => {
  const lastWeek = addDays(weekStart(thursday, 1), -7);
  const wins = life(monday, '...............1');
  const review = (more: Partial<Kept> = {}, days = wins, putOff?: string, today = thursday) =>
    weekModel(kept(days, more), settings, today, 'en', putOff).review;

  test('asks what worked last week, when it had wins', () => {
    assert.deepEqual(review(), { week: lastWeek, question: 'What worked last week?' });
    assert.equal(review({}, life(monday, '1')), undefined);
    assert.equal(review({}, life(thursday, '1')), undefined);
  });

  test('asks no more once it was answered, or put off for that week', () => {
    assert.equal(review({ reviews: new Map([[lastWeek, 'Small steps']]) }), undefined);
    assert.equal(review({}, wins, lastWeek), undefined);
    assert.ok(review({}, wins, addDays(lastWeek, -7)));
    assert.ok(review({ reviews: new Map([[addDays(lastWeek, -7), 'Tests first']]) }));
  });

  test('is about the week before, whatever weekday weeks begin on', () => {
    const sunday = { ...settings, firstWeekday: 0 };
    const model = weekModel(kept(life(later(thursday, -7), '1')), sunday, thursday, 'en', undefined);
    assert.equal(model.review?.week, '2026-11-15');
  });
});
