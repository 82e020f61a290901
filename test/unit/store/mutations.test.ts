import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import type { Entry } from '../../../src/core/entry';
import { noHours } from '../../../src/core/ledger';
import { writeEntry } from '../../../src/store/entries';
import { Journal } from '../../../src/store/journal';
import { Project } from '../../../src/store/project';
import { setTextAside } from '../../../src/store/quarantine';
import { StateStore, type StoredState } from '../../../src/store/state';
import { MementoStub } from './mementoStub';
import { header, makeWin, Storage, won } from './support';

const runs = 1000;
const sha = (digit: number): string => digit.toString(16).repeat(40);

/** Every type of entry; wins with ids that no small mutation makes of one another. */
const entries: readonly Entry[] = [
  ...[1, 2, 3, 4].map(digit => won(`commit-${sha(digit)}`, { source: { sha: sha(digit) } })),
  won(`manual-${sha(5)}`, { kind: 'manual', title: 'Größe, 大きさ, 👍' }),
  { type: 'withdrawn', id: `commit-${sha(10)}`, at: 1 },
  { type: 'undone', id: `commit-${sha(11)}`, at: 1 },
  { type: 'redone', win: makeWin(`todo-${sha(6)}`, { kind: 'todo' }), offset: 0, at: 1 },
  {
    type: 'task',
    task: { id: sha(12), title: 'Task', createdAt: 1, steps: [{ id: 's', title: 'Step', doneAt: 2 }] },
  },
  { type: 'goal', goal: { id: sha(13), title: 'Goal', kinds: 'all', target: 5, period: { every: 'week' } } },
  { type: 'pause', pause: { from: '2026-08-01', to: '2026-08-14' } },
  { type: 'reached', id: 'wins-10', day: '2026-11-18' },
  won(`tests-${sha(7)}`, { kind: 'tests' }),
];
const lines = entries.map(writeEntry);
const journal = Buffer.from(`${[header, ...lines].join('\n')}\n`);

/** Bytes put in the place of others: what a bad disk, a power cut, or an editor does. */
const mutation = fc
  .record({
    at: fc.nat(journal.length),
    length: fc.oneof(fc.nat(3), fc.nat(400), fc.nat(journal.length)),
    bytes: fc.oneof(
      fc.constant(Buffer.alloc(0)),
      fc.uint8Array({ maxLength: 20 }).map(Buffer.from),
      fc.nat(5000).map(length => Buffer.alloc(length)),
      fc
        .constantFrom('\n', '\r\n', '\ufeff', '{', '"', '\\', '{"type":"wish"}\n', '\nnull\n')
        .map(Buffer.from),
      fc
        .tuple(fc.nat(journal.length), fc.nat(500))
        .map(([from, size]) => journal.subarray(from, from + size)),
    ),
  })
  .map(({ at, length, bytes }) => ({ at, length, bytes }));

function mutate(original: Buffer, changes: readonly { at: number; length: number; bytes: Buffer }[]): Buffer {
  return changes.reduce(
    (now, { at, length, bytes }) => Buffer.concat([now.subarray(0, at), bytes, now.subarray(at + length)]),
    original,
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

suite('Stored data, mutated', () => {
  test(`a journal, ${runs} times: nothing is thrown, good lines survive, the original is kept aside`, async function () {
    this.timeout(60_000);
    const storage = await Storage.create();
    let round = 0;
    try {
      const changes = fc.array(mutation, { minLength: 1, maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(changes, async each => {
          const id = `p${round++}`;
          const bytes = mutate(journal, each);
          await storage.put(bytes, id);
          const project = storage.project(id);
          const opened = await project.open();
          assert.ok(opened.couldRead);

          const left = bytes.toString('utf8').split('\n');
          const isNewers = left.some(line => /"type":"journal","version":([2-9]|1\d)/.test(line));
          const expectGood = (of: Project): void => {
            entries.forEach((entry, index) => {
              if (isNewers || entry.type !== 'win' || !left.includes(lines[index] ?? '')) return;
              assert.ok(of.has(entry.win.id), `lost ${entry.win.id}`);
            });
          };
          expectGood(project);
          // An oracle of its own: what is neither empty nor JSON was damaged.
          const isDamage = (line: string): boolean =>
            line.trim() !== '' && !isJson(line.replace(/^[\p{Cc}\s\ufeff]+|[\p{Cc}\s\ufeff]+$/gu, ''));
          if (!isNewers && left.some(isDamage)) assert.ok(opened.unreadable > 0);
          const copies = await storage.copies(id);
          assert.deepEqual(copies, opened.unreadable > 0 ? [bytes.toString('latin1')] : []);

          await project.append([won('new')]);
          const after = await readFile(project.journal.file);
          if (!isNewers) assert.ok(after.subarray(0, bytes.length).equals(bytes));
          const again = storage.project(id);
          assert.equal((await again.open()).aside, undefined);
          expectGood(again);
          assert.ok(again.has('new'));
          assert.deepEqual(again.days, project.days);
        }),
        { numRuns: runs },
      );
    } finally {
      await storage.dispose();
    }
  });

  const state: StoredState = {
    version: 1,
    home: 'p',
    homeFolder: 'f',
    projects: {
      p: {
        days: { '2026-11-17': [1, 2, 3, 4, 5], '2026-11-18': [1, 0, 0, 0, 0] },
        recent: [makeWin('a'), makeWin('b', { withAgent: true })],
        tasks: [{ id: 't', title: 'Task', createdAt: 1, steps: [{ id: 's', title: 'Step', doneAt: 2 }] }],
        finished: [3],
        goals: [{ id: 'g', title: 'Goal', kinds: ['commit'], target: 5, period: { every: 'week' } }],
        pauses: [{ from: '2026-08-01' }],
        reached: { 'wins-10': '2026-11-18' },
        reviews: { '2026-11-09': 'Small steps.' },
        hours: noHours.map((_, hour) => hour),
      },
      q: {
        days: {},
        recent: [],
        tasks: [],
        finished: [],
        goals: [],
        pauses: [],
        reached: {},
        reviews: {},
        hours: noHours,
      },
    },
    cursors: {
      '/r/.git': { project: 'p', heads: [sha(1)], since: 1, reflog: 2 },
      '/s/.git': { project: 'q', heads: [], since: 1, reflog: 2, rest: { head: sha(2), until: 3 } },
    },
    backlogs: { '/r/.git': [{ head: sha(1), since: 1 }] },
  };

  /** Every place in a stored value, as the keys that lead to it. */
  function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
    if (typeof value !== 'object' || value === null) return [path];
    return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
  }

  function withValueAt(value: unknown, path: readonly string[], put: unknown): unknown {
    const [key, ...rest] = path;
    if (key === undefined) return put;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
      ? [...value]
      : { ...(value as object) };
    const fields = copy as Record<string, unknown>;
    const inner = withValueAt(fields[key], rest, put);
    if (inner === undefined) delete fields[key];
    else fields[key] = inner;
    return copy;
  }

  test(`workspace state, ${runs} times: nothing is thrown, good parts survive, the original is kept aside`, async () => {
    const junk = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<unknown>(undefined, -1, 0.5, 1e300, '', 'x', null, [], {}, '2026-02-30', 2, -1e9),
      fc.constantFrom<unknown>(...placesIn(state).map(path => path.reduce(innerOf, state))),
    );
    const changes = fc.array(fc.tuple(fc.constantFrom(...placesIn(state)), junk), {
      minLength: 1,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(changes, async each => {
        const stored = each.reduce<unknown>((now, [path, put]) => {
          const there = path
            .slice(0, -1)
            .every((_, index) => isObject(path.slice(0, index + 1).reduce(innerOf, now)));
          return there && (path.length === 0 || isObject(now)) ? withValueAt(now, path, put) : now;
        }, state);
        const memento = new MementoStub();
        await memento.update('microwins.state', stored);
        const kept = memento.get<unknown>('microwins.state');
        const store = new StateStore(memento);
        const loaded = await store.load();

        const asides = memento.keys().filter(key => key.startsWith('microwins.state.damaged-'));
        assert.deepEqual(
          asides.map(key => memento.get(key)),
          loaded.damaged ? [kept] : [],
        );
        if (!loaded.newer && isObject(kept)) {
          for (const part of ['projects', 'cursors', 'backlogs'] as const) {
            for (const [key, value] of Object.entries(state[part])) {
              const path = [part, key];
              const same = JSON.stringify(path.reduce(innerOf, kept)) === JSON.stringify(value);
              if (same) assert.deepEqual(loaded.state[part][key], value, `lost ${path.join(' ')}`);
            }
          }
        }
        for (const [id, cached] of Object.entries(loaded.state.projects)) {
          const project = new Project(id, new Journal('/nowhere', id), cached);
          assert.deepEqual(project.toStored(), cached);
        }
        await store.save(loaded.state);
        const again = await new StateStore(memento).load();
        assert.deepEqual(again, { ...loaded, damaged: false });
      }),
      { numRuns: runs },
    );
  });

  test('workspace state that can’t be written either does not stop the start', async () => {
    const memento = new MementoStub({ 'microwins.state': 'broken' });
    memento.broken = true;
    assert.equal((await new StateStore(memento).load()).damaged, true);
  });

  test('a folder for the copy of damaged state: it is put there once, and never overwritten', async () => {
    const storage = await Storage.create();
    try {
      for (const stored of ['broken', 'broken', 'otherwise']) {
        const memento = new MementoStub({ 'microwins.state': stored });
        assert.equal(
          (
            await new StateStore(memento, {
              setAside: async (...given) => void (await setTextAside(storage.folder, ...given)),
            }).load()
          ).damaged,
          true,
        );
        assert.deepEqual(memento.keys(), ['microwins.state']);
      }
      const copies = await storage.filesAt(storage.folder);
      assert.deepEqual(copies.map(copy => copy.text).sort(), ['"broken"', '"otherwise"']);
      assert.match(copies[0]?.name ?? '', /^state\.damaged-\d{4}-\d\d-\d\d-[0-9a-f]{12}\.json$/);
    } finally {
      await storage.dispose();
    }
  });
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function innerOf(value: unknown, key: string): unknown {
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
