import { strict as assert } from 'node:assert';
import { readSeed } from '../../../src/views/breakDown/seed';
import { iconLabel } from '../../../src/views/labels';

suite('What the command “Break Down a Task…” is called with', () => {
  test('is a title, and steps as texts or as new steps', () => {
    assert.deepEqual(
      readSeed({ title: 'T', steps: ['a', { title: 'b', done: true }, ' '], from: 'a.ts:3' }),
      {
        title: 'T',
        steps: [{ title: 'a' }, { title: 'b', done: true }],
        from: 'a.ts:3',
      },
    );
    assert.deepEqual(readSeed({ title: 'T' }), { title: 'T', steps: [] });
  });

  test('is made safe, and nothing when it is anything else', () => {
    assert.deepEqual(readSeed({ title: 'a\u202eb', steps: ['c\nd'] }), {
      title: 'a\\u202eb',
      steps: [{ title: 'c d' }],
    });
    for (const other of [undefined, null, 'T', 1, {}, { title: 1 }, { title: 'T', steps: [{}] }]) {
      assert.equal(readSeed(other), undefined);
    }
    assert.equal(readSeed({ title: 'T', steps: new Array(5000).fill('a') })?.steps.length, 5000);
  });

  test('is shown as text: an icon in it is none', () => {
    assert.doesNotMatch(iconLabel('add', 'a $(bug) b').slice('$(add)'.length), /\$\(/);
  });
});
