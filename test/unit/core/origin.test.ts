import { strict as assert } from 'node:assert';
import { originLine, originText, readOrigin } from '../../../src/core/origin';

suite('Where a task came from', () => {
  test('is a path and a line', () => {
    const origin = { path: 'src/a b:c.ts', line: 12 };
    assert.deepEqual(readOrigin(originText(origin)), origin);
  });

  test('never leads out of the workspace', () => {
    for (const from of [
      '../a:1',
      'a/../../b:1',
      '/etc/passwd:1',
      'a\\..\\b:1',
      'file:///a:1',
      'a',
      ':1',
      'a//b:1',
    ]) {
      assert.equal(readOrigin(from), undefined, from);
    }
  });

  test('is found again after lines were added, nearest first', () => {
    const lines = ['x', '// TODO:  parse   the header', 'y', 'z', '// TODO: parse the header', 'w'];
    assert.equal(originLine(lines, 6, 'Parse the header'), 5);
    assert.equal(originLine(lines, 1, 'Parse the header'), 2);
    assert.equal(originLine(lines, 4, 'gone'), 4);
    assert.equal(originLine(lines, 99, 'gone'), 6);
    assert.equal(originLine([], 3, 'gone'), 1);
  });
});
