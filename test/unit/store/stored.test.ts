import { strict as assert } from 'node:assert';
import { addDays } from '../../../src/core/day';
import { noHours } from '../../../src/core/ledger';
import type { Task } from '../../../src/core/task';
import type { KindCounts } from '../../../src/core/win';
import { bounded, withScan } from '../../../src/store/standing';
import type { Standing } from '../../../src/store/state';
import { storedProject } from '../../../src/store/stored';
import { makeWin } from './support';

const counts: KindCounts = [12, 3, 4, 27, 1];
const tenYears = Array.from({ length: 3653 }, (_, index) => addDays('2016-11-21', index));
const uuid = (of: number): string => `${String(of).padStart(8, '0')}-9a3c-4d52-8c4e-1f2a3b4c5d6e`;

/** A task of 100 steps, all of them done. */
function finishedTask(index: number): Task {
  const at = 1_700_000_000_000 + index * 86_400_000;
  const steps = Array.from({ length: 100 }, (_, step) => ({
    id: uuid(index * 100 + step),
    title: `Step ${step} of a task that was broken down into many`,
    doneAt: at,
  }));
  return { id: uuid(index), title: `Task ${index}`, createdAt: at, finishedAt: at, steps };
}

const large = {
  days: new Map(tenYears.map(day => [day, counts])),
  recent: Array.from({ length: 500 }, (_, index) => makeWin(`w${index}`, { title: '好'.repeat(200) })),
  tasks: Array.from({ length: 1000 }, (_, index) => finishedTask(index)),
  finished: Array.from({ length: 1000 }, (_, index) => 1_700_000_000_000 + index),
  goals: [],
  pauses: [],
  reached: new Map([['wins-10000', '2026-01-01']]),
  reviews: new Map(tenYears.filter((_, index) => index % 7 === 0).map(day => [day, 'x'.repeat(2000)])),
  hours: noHours,
};

suite('What workspace state keeps of a project', () => {
  test('is less than 256 KiB with 100,000 steps done in 1,000 tasks over ten years', () => {
    const stored = storedProject(large);
    assert.ok(Buffer.byteLength(JSON.stringify(stored)) < 256 * 1024);
    assert.equal(Object.keys(stored.days).length, tenYears.length);
    assert.deepEqual(stored.finished, large.finished.slice(0, 100));
  });

  test('is what is shown first: open tasks, the newest wins, the last answers', () => {
    const open: Task = { id: 'open', title: 'Open', createdAt: 1, steps: [{ id: 's', title: 'Step' }] };
    const stored = storedProject({ ...large, tasks: [...large.tasks, open] });
    assert.deepEqual(stored.tasks[0], open);
    assert.deepEqual(stored.tasks[1], finishedTask(999));
    assert.equal(stored.recent[0]?.id, 'w0');
    assert.ok('2026-11-16' in stored.reviews && !('2020-11-16' in stored.reviews));
  });

  test('holds nothing that is too large by itself, whatever an import brought', () => {
    const recent = [makeWin('huge', { source: { command: 'x'.repeat(1_000_000) } }), ...large.recent];
    const stored = storedProject({ ...large, recent });
    assert.ok(Buffer.byteLength(JSON.stringify(stored)) < 256 * 1024);
  });

  test('of answers the beginning, and of tasks those that fit, beside one that does not', () => {
    const steps = Array.from({ length: 100 }, (_, step) => ({ id: uuid(step), title: '步'.repeat(200) }));
    const wide: Task = { id: 'wide', title: 'Wide', createdAt: 2, steps };
    const small: Task = { id: 'small', title: 'Small', createdAt: 1, steps: [{ id: 's', title: 'Step' }] };
    const reviews = new Map([['2026-11-16', '好'.repeat(2000)]]);
    const stored = storedProject({ ...large, reviews, tasks: [wide, small] }, 20);
    assert.deepEqual(stored.tasks, [small]);
    assert.equal(stored.reviews['2026-11-16'], `${'好'.repeat(99)}…`);
  });

  test('is less for each, the more there are: 256 KiB hold those of a window, and where 100 repositories stand', () => {
    let standing: Standing = { cursors: {}, backlogs: {} };
    const sha = '5'.repeat(40);
    const cursor = {
      project: `git-${sha}`,
      heads: Array(16).fill(sha),
      since: 1_700_000_000_000,
      reflog: 1e6,
    };
    for (let each = 0; each < 100; each++) {
      standing = withScan(standing, { gitFolder: `/home/user/repositories/${each}/.git`, cursor });
    }
    standing = bounded(standing, new Set());
    for (const [among, years] of [
      [1, 10],
      [5, 2],
      [10, 1],
    ] as const) {
      const days = new Map([...large.days].slice(-365 * years));
      const projects = Array.from({ length: among }, () => storedProject({ ...large, days }, among));
      assert.ok(Buffer.byteLength(JSON.stringify({ projects, ...standing })) < 256 * 1024);
      assert.ok(projects.every(({ recent }) => recent.length > 0));
    }
  });
});
