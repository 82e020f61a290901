import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { similarEnough, similarity } from '../../../../src/detect/todos/similarity';

interface Pairs {
  readonly same: [string, string][];
  readonly different: [string, string][];
}

const pairs: Pairs = JSON.parse(readFileSync(join('test', 'fixtures', 'todos', 'rewordings.json'), 'utf8'));

suite('TODOs: similar texts', () => {
  test('every rewording is found', () => {
    const missed = pairs.same.filter(([a, b]) => similarity(a, b) < similarEnough);
    assert.deepEqual(missed, []);
  });

  test('hardly any two different TODOs are taken for one', () => {
    const mistaken = pairs.different.filter(([a, b]) => similarity(a, b) >= similarEnough);
    assert.deepEqual(mistaken, [
      ['drop support for node 14', 'add support for deno'],
      ['needs a lock', 'needs a test'],
    ]);
  });

  test('case, punctuation and blanks make no difference', () => {
    assert.equal(similarity('Handle the  empty case.', 'handle the empty case'), 1);
    assert.equal(similarity('???', '???'), 1);
    assert.equal(similarity('', ''), 1);
    assert.equal(similarity('', 'a'), 0);
  });

  test('of an address only its end counts', () => {
    const at = (issue: string) => `remove when https://github.com/owner/repository/issues/${issue} is fixed`;
    assert.equal(similarity(at('1234'), 'remove when #1234 is fixed'), 1);
    assert.ok(similarity('https://example.org/issues/12', 'https://example.org/issues/345') < similarEnough);
    assert.equal(similarity('https://example.org/', 'http://example.org'), 1);
  });

  test('it is a number from 0 to 1, the same both ways', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const score = similarity(a, b);
        assert.ok(score >= 0 && score <= 1);
        assert.equal(score, similarity(b, a));
      }),
    );
  });
});
