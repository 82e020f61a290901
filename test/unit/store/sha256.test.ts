import { strict as assert } from 'node:assert';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from '../../../src/store/sha256';

suite('SHA-256', () => {
  test('is the same as Node’s, for any text of any length', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(300).map(length => 'ä'.repeat(length)),
    );
    fc.assert(
      fc.property(text, value => {
        assert.equal(sha256Hex(value), createHash('sha256').update(value).digest('hex'));
      }),
    );
  });
});
