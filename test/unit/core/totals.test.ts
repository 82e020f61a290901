import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { addDays } from '../../../src/core/day';
import {
  decodeDays,
  decodeSegment,
  encodeDays,
  encodeSegment,
  maxSegment,
  sumTotals,
  type Totals,
} from '../../../src/core/totals';
import type { KindCounts } from '../../../src/core/win';

const first = '2016-01-01';
const day = fc.integer({ min: -20_000, max: 20_000 }).map(number => addDays(first, number));
const count = fc.integer({ min: 0, max: 999 });
const counts = fc
  .tuple(count, count, count, count, count)
  .filter(each => each.some(wins => wins > 0)) as fc.Arbitrary<KindCounts>;
const lateDay = day.filter(each => each >= '1970-01-01');
const history = fc
  .array(fc.tuple(lateDay, counts), { maxLength: 60 })
  .map(entries => new Map<string, KindCounts>(entries));
const totals: fc.Arbitrary<Totals> = fc
  .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), history), { maxLength: 3 })
  .map(entries => new Map(entries.filter(([, days]) => days.size > 0)));

const inOrder = (days: ReadonlyMap<string, KindCounts>): [string, KindCounts][] =>
  [...days].sort(([one], [other]) => (one < other ? -1 : 1));

suite('Everywhere: totals by day', () => {
  test('what roams is read as it was written', () => {
    fc.assert(
      fc.property(history, days => assert.deepEqual(inOrder(decodeDays(encodeDays(days))), inOrder(days))),
    );
    fc.assert(
      fc.property(totals, each => {
        const read = decodeSegment(JSON.parse(JSON.stringify(encodeSegment(each))));
        assert.deepEqual(
          [...(read ?? [])].sort(),
          [...each].map(([id, days]) => [id, new Map(inOrder(days))]).sort(),
        );
      }),
    );
  });

  test('nothing that could roam makes it throw or count what is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-z:,;]{0,40}$/)), text => {
        for (const [each, wins] of decodeDays(text)) {
          assert.match(each, /^\d{4}-\d\d-\d\d$/);
          assert.ok(wins.every(number => Number.isInteger(number) && number >= 0));
        }
      }),
    );
    fc.assert(fc.property(fc.jsonValue(), value => void decodeSegment(value)));
  });

  test('a newer version’s segment is left alone', () => {
    assert.equal(decodeSegment({ version: 2, projects: {} }), undefined);
  });

  test('ten years of full days in four projects stay under 64 KiB: the oldest days stay behind', () => {
    const days = new Map<string, KindCounts>();
    for (let number = 0; number < 3652; number++) days.set(addDays(first, number), [12, 3, 2, 10, 1]);
    const all: Totals = new Map(['a', 'b', 'c', 'd'].map(id => [id, days]));
    const segment = encodeSegment(all);
    const size = JSON.stringify(segment).length;
    assert.ok(size < maxSegment && size > maxSegment * 0.95, `${size}`);
    const kept = decodeSegment(segment)?.get('a');
    assert.ok(kept?.has(addDays(first, 3651)));
    assert.ok(!kept?.has(first));
    assert.equal(Object.keys(encodeSegment(new Map([['a', days]])).projects).length, 1);
  });

  suite('computers are summed so that no win counts twice', () => {
    const on = (project: string, wins: KindCounts): Totals => new Map([[project, new Map([[first, wins]])]]);
    const cases: [name: string, computers: Totals[], expected: KindCounts][] = [
      ['one computer', [on('a', [1, 2, 3, 4, 5])], [1, 2, 3, 4, 5]],
      ['two projects: all of both', [on('a', [1, 0, 0, 0, 1]), on('b', [2, 1, 0, 0, 0])], [3, 1, 0, 0, 1]],
      [
        'commits pulled from the laptop are not counted again',
        [on('a', [3, 1, 0, 0, 0]), on('a', [3, 1, 0, 0, 0])],
        [3, 1, 0, 0, 0],
      ],
      [
        'before they are pulled, the computer that knows most speaks',
        [on('a', [3, 0, 0, 0, 0]), on('a', [1, 1, 0, 0, 0])],
        [3, 1, 0, 0, 0],
      ],
      [
        'test runs, steps and logged wins happen on one computer',
        [on('a', [0, 0, 1, 2, 0]), on('a', [0, 0, 1, 0, 3])],
        [0, 0, 2, 2, 3],
      ],
    ];
    for (const [name, computers, expected] of cases) {
      test(name, () => assert.deepEqual(sumTotals(computers).get(first), expected));
    }

    test('in whatever order they come, and none of them lowers a count', () => {
      fc.assert(
        fc.property(fc.array(totals, { maxLength: 4 }), computers => {
          const sum = sumTotals(computers);
          assert.deepEqual(inOrder(sumTotals([...computers].reverse())), inOrder(sum));
          for (const computer of computers) {
            for (const days of computer.values()) {
              for (const [each, wins] of days) {
                assert.ok(wins.every((number, kind) => number <= (sum.get(each)?.[kind] ?? 0)));
              }
            }
          }
        }),
      );
    });
  });
});
