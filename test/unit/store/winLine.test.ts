import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import * as v from 'valibot';
import { winKinds } from '../../../src/core/win';
import { readEntry, schemas } from '../../../src/store/entries';
import { plainWinEntry } from '../../../src/store/winLine';

const good = {
  id: 'commit-1',
  kind: 'commit',
  at: 1_763_000_000_000,
  day: '2025-11-13',
  title: 'Fix it',
  provisional: false,
  why: 'You made this commit.',
  source: { sha: 'abc', branch: 'main' },
};

/** What stands in a field now and then: good, nearly good, or nothing of the kind. */
const strange: Record<string, fc.Arbitrary<unknown>> = {
  id: fc.constantFrom('', 'a', 'a'.repeat(200), 'a'.repeat(201), 7),
  kind: fc.constantFrom(...winKinds, 'Commit', '', null),
  at: fc.oneof(fc.double(), fc.nat(), fc.constantFrom('1', null, 9e15, -1)),
  day: fc.constantFrom('2024-02-29', '2025-02-29', '2025-13-01', '2025-1-1', 20_251_113),
  title: fc.constantFrom('', 'a'.repeat(1000), 'a'.repeat(1001), ['a']),
  provisional: fc.constantFrom(true, false, 'false', undefined),
  withAgent: fc.constantFrom(true, false, 'true', null),
  why: fc.constantFrom('', 'a'.repeat(1001), null),
  source: fc.oneof(
    fc.dictionary(fc.constantFrom('sha', '__proto__', 'prototype', 'constructor', 'toString'), fc.string()),
    fc.constantFrom({ sha: 1 }, [], null, 'sha'),
  ),
  extra: fc.constantFrom(1, 'more'),
};

suite('Win lines of the everyday form', () => {
  test('an everyday line is read without the schema', () => {
    const line = { type: 'win', win: good, offset: 60 };
    assert.deepEqual(plainWinEntry(line), line);
    assert.ok(plainWinEntry({ ...line, win: { ...good, withAgent: true } }));
  });

  test('what is read by hand is what the schema reads', () => {
    const parts = fc.record(strange, { requiredKeys: [] });
    fc.assert(
      fc.property(parts, fc.constantFrom(60, 'x', null), fc.boolean(), (odd, offset, extra) => {
        const text = JSON.stringify({
          type: 'win',
          win: { ...good, ...odd },
          offset,
          ...(extra && { extra }),
        });
        const read = plainWinEntry(JSON.parse(text));
        const schema = v.safeParse(schemas().win, JSON.parse(text).win);
        if (read) assert.deepEqual(read, { type: 'win', win: schema.output, offset });
        const goodLine = schema.success && offset === 60;
        const expected = goodLine ? { type: 'win', win: schema.output, offset } : undefined;
        assert.deepEqual(readEntry(text), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
