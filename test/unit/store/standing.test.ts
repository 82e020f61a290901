import { strict as assert } from 'node:assert';
import { bounded, withBacklogRead, withScan } from '../../../src/store/standing';
import type { Standing } from '../../../src/store/state';

const sha = (of: number): string => String(of).padStart(40, '0');
const heads = Array.from({ length: 16 }, (_, index) => sha(index));
const cursor = { project: `git-${sha(0)}`, heads, since: 1_700_000_000_000, reflog: 123_456 };
const nobody: ReadonlySet<string> = new Set();
const none: Standing = { cursors: {}, backlogs: {} };

suite('How far repositories have been read', () => {
  test('is forgotten of those that were scanned longest ago, when worktrees come and go by the thousand', () => {
    let standing = withScan(none, { gitFolder: 'main', cursor });
    for (let index = 0; index < 1000; index++) {
      const backlog = { head: sha(index), since: index };
      standing = withScan(standing, { gitFolder: `worktree ${index}`, cursor, backlog });
      standing = bounded(withScan(standing, { gitFolder: 'main', cursor }), nobody);
    }
    assert.deepEqual(standing.cursors.main, cursor);
    assert.deepEqual(standing.cursors['worktree 999'], cursor);
    assert.equal(standing.cursors['worktree 0'], undefined);
    assert.ok(Object.keys(standing.cursors).length <= 50);
    assert.ok(Object.keys(standing.backlogs).every(folder => folder in standing.cursors));
    assert.ok(JSON.stringify(standing).length < 64 * 1024);
  });

  test('is never forgotten of those that are open, however many they are', () => {
    const open = new Set(Array.from({ length: 250 }, (_, index) => `repository ${index}`));
    let standing = none;
    for (const gitFolder of ['left', ...open]) standing = withScan(standing, { gitFolder, cursor });
    assert.deepEqual(new Set(Object.keys(bounded(standing, open).cursors)), open);
  });

  test('keeps what waits to be read, oldest first and each once, until it has been', () => {
    const [first, second] = [
      { head: sha(1), since: 1 },
      { head: sha(2), since: 2 },
    ];
    let standing = none;
    for (const backlog of [first, second, second])
      standing = withScan(standing, { gitFolder: 'r', cursor, backlog });
    assert.deepEqual(standing.backlogs.r, [first, second]);
    const left = { head: sha(1), since: 5 };
    standing = withBacklogRead(standing, 'r', first, left);
    assert.deepEqual(standing.backlogs.r, [left, second]);
    for (const read of [left, second]) standing = withBacklogRead(standing, 'r', read);
    assert.deepEqual(standing.backlogs, {});
  });
});
