import { strict as assert } from 'node:assert';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import type { Entry } from '../../../src/core/entry';
import { LedgerState } from '../../../src/core/ledger';
import { compact } from '../../../src/store/compaction';
import { writeEntry } from '../../../src/store/entries';
import { header, idsIn, lineOf, Storage, won } from './support';

const long = 'x'.repeat(900);

/** Lines that later ones take the place of: more than a megabyte of them. */
function superseded(times = 700): string[] {
  return Array.from({ length: times }, (_, index) => [
    writeEntry(won('old', { title: `${index}${long}` })),
    writeEntry({ type: 'task', task: { id: 't', title: `${index}${long}`, createdAt: 1, steps: [] } }),
  ]).flat();
}

/** All that the views can see. */
function seen(state: LedgerState, ids: readonly string[]): unknown {
  const of = (id: string): unknown => [state.has(id), state.seen(id), state.isUndone(id)];
  return [state.days, state.recent, state.total, state.tasks, state.goals, state.pauses, ids.map(of)];
}

suite('Compaction', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  const fold = async (): Promise<LedgerState> => {
    const state = new LedgerState();
    for (const entry of (await storage.project().journal.readAll()).entries) state.apply(entry);
    return state;
  };

  test('happens at the start when most of more than a megabyte is superseded, and changes no number', async () => {
    const others = [
      lineOf('a'),
      'broken',
      '{"type":"wish","id":"w"}',
      writeEntry({ type: 'withdrawn', id: 'a', at: 1 }),
    ];
    await storage.put(`${[header, ...others, ...superseded(), lineOf('b')].join('\n')}\n{"type":"wi`);
    const before = await fold();
    const project = await storage.open();
    const [first, ...left] = (await storage.read()).split('\n');
    assert.match(first ?? '', /^\{"type":"journal","version":1,"compacted":"[-0-9a-f]{36}"\}$/);
    assert.deepEqual(left, [header, ...others, ...superseded().slice(-2), lineOf('b'), '{"type":"wi']);
    assert.deepEqual(seen(await fold(), ['a', 'b', 'old']), seen(before, ['a', 'b', 'old']));

    await project.append([won('c')]);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'old', 'b', 'c']);
    assert.deepEqual(project.days.get('2026-11-18'), [3, 0, 0, 0, 0]);
    assert.deepEqual((await storage.open()).days, project.days);
  });

  test('leaves a journal alone where little is superseded, or that is not of this version', async () => {
    const wins = Array.from({ length: 1500 }, (_, index) =>
      writeEntry(won(`w${index}`, { title: `${index}${long}` })),
    );
    const journals = [
      `${[header, ...superseded(), ...wins].join('\n')}\n`,
      `${[header, ...superseded(100)].join('\n')}\n`,
      `${superseded().join('\n')}\n`,
      `${['{"type":"journal","version":2}', ...superseded()].join('\n')}\n`,
    ];
    for (const journal of journals) {
      await storage.put(journal);
      await storage.open();
      assert.equal(await compact(storage.journal), false);
      assert.equal(await storage.read(), journal);
      assert.deepEqual(await storage.names(), ['journal.jsonl']);
    }
  });

  test('another window notices, and goes on', async () => {
    await storage.put(`${[header, lineOf('a'), ...superseded()].join('\n')}\n`);
    const other = storage.project();
    await other.journal.readOn(() => undefined);
    await storage.open();
    assert.ok((await stat(storage.journal)).size < 10_000);
    await other.append([won('b')]);
    for (const id of ['a', 'b', 'old']) assert.ok(other.has(id), id);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'old', 'b']);
  });

  test('what a crash left unfinished is removed by the next append and never takes the journal’s place', async () => {
    await storage.put(`${[header, lineOf('a')].join('\n')}\n`);
    const unfinished = `${storage.journal}.compacting-1`;
    await writeFile(unfinished, `${header}\n`);
    const project = await storage.open();
    await project.append([won('b')]);
    assert.deepEqual(await storage.names(), ['journal.jsonl']);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b']);
  });

  test('loses no line that windows write meanwhile, whoever compacts at the same time', async function () {
    this.timeout(60_000);
    let rewritten = 0;
    for (let round = 0; round < 30; round++) {
      await storage.put(`${[header, lineOf('a'), ...superseded()].join('\n')}\n`);
      const windows = [storage.project(), storage.project()];
      let appending = true;
      const written = ['a', 'old'];
      const compacting = [0, 1].map(async () => {
        while (appending) if (await compact(storage.journal)) rewritten++;
      });
      try {
        await Promise.all(
          windows.map(async (window, index) => {
            for (let count = 0; count < 5; count++) {
              // Each at another moment of the compaction.
              await new Promise(resolve => setTimeout(resolve, (round * 7 + index * 3 + count) % 25));
              const id = `w${index}-${count}`;
              await window.append([won(id)]);
              written.push(id);
              assert.ok(idsIn(await storage.read()).includes(id), `round ${round}: ${id} is lost at once`);
            }
          }),
        );
      } finally {
        appending = false;
        await Promise.all(compacting);
      }
      const ids = new Set(idsIn(await storage.read()));
      for (const id of written) assert.ok(ids.has(id), `round ${round}: ${id} is lost`);
      assert.deepEqual(await readdir(path.dirname(storage.journal)), ['journal.jsonl']);
      await rm(storage.journal);
    }
    assert.ok(rewritten > 0, 'no compaction came through');
  });

  test('folding gives the same before and after, whatever happened to the wins', async function () {
    this.timeout(60_000);
    const ids = ['w0', 'w1', 'w2'];
    const win = fc.record({
      id: fc.constantFrom(...ids),
      at: fc.nat(3),
      day: fc.constantFrom('2026-11-17', '2026-11-18'),
      provisional: fc.boolean(),
    });
    const entry: fc.Arbitrary<Entry> = fc.oneof(
      { weight: 4, arbitrary: win.map(({ id, ...more }) => won(id, more)) },
      win.map(({ id, ...more }): Entry => ({ ...won(id, more), type: 'redone', at: 1 }) as Entry),
      fc.constantFrom(...ids).map((id): Entry => ({ type: 'withdrawn', id, at: 1 })),
      fc.constantFrom(...ids).map((id): Entry => ({ type: 'withdrawn', id, at: 1, only: 'provisional' })),
      fc.constantFrom(...ids).map((id): Entry => ({ type: 'undone', id, at: 1 })),
      fc
        .nat(2)
        .map(
          (id): Entry => ({ type: 'task', task: { id: `t${id}`, title: `${id}`, createdAt: 1, steps: [] } }),
        ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 30 }), fc.nat(30), async (entries, at) => {
        const lines = entries.map(writeEntry);
        lines.splice(at, 0, ...superseded());
        await storage.put(`${[header, ...lines].join('\n')}\n`);
        const before = await fold();
        assert.equal(await compact(storage.journal), true);
        assert.deepEqual(seen(await fold(), [...ids, 'old']), seen(before, [...ids, 'old']));
      }),
      { numRuns: 100 },
    );
  });
});
