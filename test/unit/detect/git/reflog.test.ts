import { strict as assert } from 'node:assert';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseReflog, readReflog } from '../../../../src/detect/git/reflog';

const [a, b, c] = ['a', 'b', 'c'].map(letter => letter.repeat(40)) as [string, string, string];
const line = (from: string, to: string, message: string): string =>
  `${from} ${to} Dev <dev@example.com> 1700000000 +0100\t${message}\n`;

suite('Reading the reflog', () => {
  let folder: string;
  setup(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'reflog-'));
  });
  teardown(() => rm(folder, { recursive: true, force: true }));

  const actions: [message: string, action: string][] = [
    ['commit: parser: accept nothing', 'commit'],
    ['commit (initial): start', 'commit (initial)'],
    ['commit (amend): again', 'commit (amend)'],
    ['reset: moving to HEAD~1', 'reset'],
    ['rebase (pick): x', 'rebase (pick)'],
    ['checkout: moving from main to topic', 'checkout'],
  ];
  for (const [message, action] of actions) {
    test(`"${message}" is ${action}`, () => {
      const [move] = parseReflog(line(a, b, message));
      const { from, to, at, email } = move ?? {};
      assert.deepEqual([from, to, at, email], [a, b, 1_700_000_000_000, 'dev@example.com']);
      assert.equal(move?.action, action);
    });
  }

  test('a line without a message is a move all the same', () => {
    assert.deepEqual(parseReflog(`${a} ${b} Dev <d@x> 1 +0000\n`), [
      { from: a, to: b, at: 1000, action: '', email: 'd@x' },
    ]);
  });

  test('a further read starts where the last one ended', async () => {
    const file = path.join(folder, 'HEAD');
    await writeFile(file, line(a, b, 'commit: one'));
    const first = await readReflog(file, 0);
    assert.deepEqual(
      first?.moves.map(({ to }) => to),
      [b],
    );
    await appendFile(file, line(b, c, 'commit: two') + line(c, a, 'reset: moving to HEAD~2'));
    const second = await readReflog(file, first?.position ?? 0);
    assert.deepEqual(
      second?.moves.map(({ action }) => action),
      ['commit', 'reset'],
    );
  });

  test('of a long reflog only the end is read', async () => {
    const file = path.join(folder, 'HEAD');
    await writeFile(file, line(a, b, 'commit: x').repeat(20_000) + line(b, c, 'commit: last'));
    const read = await readReflog(file);
    assert.equal(read?.head, c);
    assert.deepEqual(read?.moves, []);
  });

  test('there may be none', async () => {
    assert.equal(await readReflog(path.join(folder, 'HEAD'), 0), undefined);
  });
});
