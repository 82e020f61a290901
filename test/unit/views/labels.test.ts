import { strict as assert } from 'node:assert';
import { maxTitle } from '../../../src/core/text';
import { cutInWords } from '../../../src/views/labels';

suite('A title as it is typed', () => {
  test('says when less of it will be kept, and only then', () => {
    assert.equal(cutInWords('x'.repeat(maxTitle)), undefined);
    assert.equal(cutInWords(`  ${'x'.repeat(maxTitle)}  `), undefined);
    assert.equal(cutInWords('Wait…'), undefined);
    assert.equal(cutInWords('x'.repeat(maxTitle + 1)), 'Cut to 200 characters');
  });
});
