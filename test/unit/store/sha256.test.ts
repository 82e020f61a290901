import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import * as onNode from '../../../src/store/sha256';
import * as inBrowser from '../../../src/store/web/sha256';

suite('SHA-256', () => {
  test('is the same in a browser as on Node, for any text of any length', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.nat(300).map(length => 'ä'.repeat(length)),
    );
    fc.assert(
      fc.property(text, value => {
        assert.equal(inBrowser.sha256Hex(value), onNode.sha256Hex(value));
        assert.deepEqual([...inBrowser.sha256(value)], [...onNode.sha256(value)]);
      }),
    );
  });
});
