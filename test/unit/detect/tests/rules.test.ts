import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../../src/core/day';
import {
  type JudgedRun,
  judgeRun,
  type SuiteState,
  titleOf,
  whyOf,
} from '../../../../src/detect/tests/rules';

const day = '2024-05-06';
const green = (passed?: number, on = day): JudgedRun => ({
  outcome: 'green',
  day: on,
  ...(passed !== undefined && { passed }),
});
const red: JudgedRun = { outcome: 'red', day };

/** Judges runs one after the other. */
function judgeAll(runs: readonly JudgedRun[]) {
  let state: SuiteState = {};
  return runs.map(run => {
    const judged = judgeRun(state, run);
    state = judged.state;
    return judged;
  });
}

const reasonsOf = (...runs: JudgedRun[]): string[] => judgeAll(runs).map(one => one.reasons.join('+'));

suite('When a passing test run counts', () => {
  test('the first green run of the day counts', () => {
    assert.deepEqual(reasonsOf(green(), green(undefined, addDays(day, 1))), ['firstToday', 'firstToday']);
  });

  test('running a green suite again is no win', () => {
    assert.deepEqual(reasonsOf(green(), green(), green(3), green(3)), ['firstToday', '', '', '']);
  });

  test('a green run after a red one counts, once', () => {
    assert.deepEqual(reasonsOf(green(), red, red, green(), green()), ['firstToday', '', '', 'afterRed', '']);
  });

  test('more tests passed than in any earlier green run counts', () => {
    assert.deepEqual(reasonsOf(green(10), green(11), green(11), green(5), green(11), green(12)), [
      'firstToday',
      'moreTests',
      '',
      '',
      '',
      'moreTests',
    ]);
  });

  test('a red run is no win, however many tests passed, and sets no best', () => {
    assert.deepEqual(reasonsOf(green(10), { ...red, passed: 50 }, green(10), green(11)), [
      'firstToday',
      '',
      'afterRed',
      'moreTests',
    ]);
  });

  test('an unknown exit code is no win and changes nothing', () => {
    const state: SuiteState = { lastOutcome: 'red', lastGreenDay: day, bestCount: 3 };
    assert.deepEqual(judgeRun(state, { outcome: 'unknown', day, passed: 99 }), {
      state,
      reasons: [],
    });
  });

  test('a run told late, or a clock set back, makes no day new again', () => {
    assert.deepEqual(reasonsOf(green(), green(undefined, addDays(day, -1)), green()), ['firstToday', '', '']);
  });

  test('a run that meets several reasons counts once and names the strongest', () => {
    const judged = judgeRun({ lastOutcome: 'red', bestCount: 2, lastGreenDay: addDays(day, -1) }, green(3));
    assert.deepEqual(judged.reasons, ['afterRed', 'moreTests', 'firstToday']);
    assert.equal(whyOf(judged.reasons, 'npm test', 3), 'First green run of `npm test` after a red one.');
    assert.equal(titleOf(judged.reasons, 3), 'Green again after red');
  });

  test('each reason is one plain sentence', () => {
    assert.equal(whyOf(['firstToday'], 'npm test'), 'First green run of `npm test` today.');
    assert.equal(whyOf(['moreTests'], 'npm test', 214), 'More tests of `npm test` passed than ever: 214.');
    assert.equal(titleOf(['firstToday']), 'First green run today');
    assert.equal(titleOf(['moreTests'], 214), '214 tests pass, more than ever');
  });

  test('whatever is run, a win needs a new day, a red run before, or a new best', () => {
    const run = fc.record({
      outcome: fc.constantFrom('green' as const, 'red' as const, 'unknown' as const),
      day: fc.integer({ min: 0, max: 3 }).map(days => addDays(day, days)),
      passed: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(run, { maxLength: 30 }), runs => {
        const judged = judgeAll(runs);
        judged.forEach((one, index) => {
          const known = runs.slice(0, index).filter(before => before.outcome !== 'unknown');
          const greens = known.filter(before => before.outcome === 'green');
          const current = runs[index];
          const expected =
            current?.outcome === 'green' &&
            (known.at(-1)?.outcome === 'red' ||
              greens.every(before => before.day < current.day) ||
              (greens.some(before => before.passed > 0) &&
                greens.every(before => before.passed < current.passed)));
          assert.equal(one.reasons.length > 0, expected);
        });
      }),
    );
  });
});
