import { strict as assert } from 'node:assert';
import { leftBranches, leftHeads } from '../../../../src/detect/commits/headMoves';
import { parseReflog } from '../../../../src/detect/git/reflog';

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string];
const line = (from: string, to: string, message: string): string =>
  `${from} ${to} Dev <dev@example.com> 1700000000 +0100\t${message}\n`;

suite('How HEAD moved', () => {
  test('a checkout tells which head and branch were left, and with them what was committed there', () => {
    const moves = parseReflog(
      line(a, a, 'checkout: moving from main to topic') +
        line(a, b, 'commit: on topic') +
        line(b, a, 'checkout: moving from topic to main') +
        line(a, c, 'commit: on main'),
    );
    assert.deepEqual(leftHeads(moves), [a, b]);
    assert.deepEqual([...leftBranches(moves)], [[b, 'topic']]);
  });
});
