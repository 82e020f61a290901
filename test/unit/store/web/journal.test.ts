import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/entry';
import { LedgerState } from '../../../../src/core/ledger';
import { Project } from '../../../../src/store/project';
import { BatchJournal } from '../../../../src/store/web/journal';
import { won } from '../support';
import { type Kept, MemoryFiles } from './memoryFiles';

const folder = 'projects/p';

suite('The journal in a browser', () => {
  let kept: Kept;
  let clock: number;

  setup(() => {
    kept = new Map();
    clock = 1_763_500_000_000;
  });

  /** A tab on the project, opened. */
  const tab = async (files = new MemoryFiles(kept), now = () => clock): Promise<Project> => {
    const project = new Project('p', new BatchJournal(files, folder, now), undefined);
    const opened = await project.open();
    assert.equal(opened.couldRead, true);
    return project;
  };

  const stateOf = (project: Project): unknown => ({
    days: [...project.days].sort(),
    recent: project.recent,
    tasks: [...project.tasks].sort((one, other) => (one.id < other.id ? -1 : 1)),
  });

  test('is a file for each write, which nobody writes to again', async () => {
    const project = await tab();
    await project.append([won('a'), won('b')]);
    const [first] = [...kept];
    await project.append([won('c')]);
    assert.equal(kept.size, 2);
    assert.deepEqual([...kept][0], first);
    assert.deepEqual((await tab()).days.get('2026-11-18'), [3, 0, 0, 0, 0]);
  });

  test('what waits when nothing can be written is written later, once', async () => {
    const files = new MemoryFiles(kept);
    const project = await tab(files);
    files.stopAfter = 0;
    await assert.rejects(project.append([won('a')]));
    assert.deepEqual(project.days.get('2026-11-18'), [1, 0, 0, 0, 0]);
    files.stopAfter = Number.POSITIVE_INFINITY;
    await project.append([won('b')]);
    assert.equal(kept.size, 1);
    assert.deepEqual((await tab()).days.get('2026-11-18'), [2, 0, 0, 0, 0]);
  });

  test('an answer comes after its question, though the clock was set back between', async () => {
    await (await tab()).append([won('a')]);
    clock -= 3_600_000;
    await (await tab()).append([{ type: 'undone', id: 'a', at: clock }]);
    assert.equal((await tab()).has('a'), false);
  });

  test('a damaged file is copied aside, once; the good lines count', async () => {
    await (await tab()).append([won('a'), won('b')]);
    const [[name = '', text = ''] = []] = [...kept];
    kept.set(name, text.replace('"type":"win"', '"type":"wi'));
    const opened = await new BatchJournal(new MemoryFiles(kept), folder).open(() => undefined);
    assert.deepEqual([opened.unreadable, opened.couldRead], [1, true]);
    assert.equal(kept.get(opened.aside ?? ''), kept.get(name));
    const again = await new BatchJournal(new MemoryFiles(kept), folder).open(() => undefined);
    assert.equal(again.aside, undefined);
    assert.equal((await tab()).has('b'), true);
    assert.equal(kept.size, 2);
  });

  test('lines below a damaged header count, wherever it stands', async () => {
    await (await tab()).append([won('a')]);
    const [[name = '', text = ''] = []] = [...kept];
    kept.set(name, `"type"${text.slice(7)}`);
    assert.equal((await tab()).has('a'), true);
  });

  test('lines of a newer version stay as they are, and are told', async () => {
    await (await tab()).append([won('a')]);
    const newer = `${folder}/000000000000009-newer.jsonl`;
    const text = '{"type":"journal","version":9,"at":9,"by":"x"}\n{"type":"dream"}\n';
    kept.set(newer, text);
    const project = new Project('p', new BatchJournal(new MemoryFiles(kept), folder), undefined);
    assert.equal((await project.open()).newer, 1);
    for (let count = 0; count < 50; count++) await project.append([won(`w${count}`)]);
    await tab();
    assert.equal(kept.get(newer), text);
  });

  test('many small files become few when it is opened, and say the same', async () => {
    const project = await tab();
    for (let count = 0; count < 100; count++) await project.append([won(`w${count}`)]);
    assert.equal(kept.size, 100);
    const before = stateOf(project);
    const opened = await tab();
    assert.equal(kept.size, 1);
    assert.deepEqual(stateOf(opened), before);
    assert.deepEqual(stateOf(await tab()), before);
  });

  test('a folder’s journal moves into its project’s', async () => {
    const files = new MemoryFiles(kept);
    const former = new BatchJournal(files, 'projects/folder');
    await former.append([won('a')]);
    const project = await tab(files);
    await project.journal.adopt(former);
    await project.catchUp();
    assert.equal(project.has('a'), true);
    assert.ok([...kept.keys()].every(file => file.startsWith(folder)));
  });

  test('a line of a newer version moves along as it is', async () => {
    const files = new MemoryFiles(kept);
    const former = new BatchJournal(files, 'projects/folder');
    await former.append([won('a')]);
    const [file = ''] = kept.keys();
    const text = `${kept.get(file)}{"type":"of tomorrow"}\n`;
    await files.write(file, text);
    await (await tab(files)).journal.adopt(former);
    assert.deepEqual([...kept.values()], [text]);
  });

  const entry: fc.Arbitrary<Entry> = fc.oneof(
    fc.constantFrom('a', 'b', 'c').map(id => won(id)),
    fc.record({ type: fc.constant('undone' as const), id: fc.constantFrom('a', 'b', 'c'), at: fc.nat() }),
    fc.record({ type: fc.constant('withdrawn' as const), id: fc.constantFrom('a', 'b', 'c'), at: fc.nat() }),
    fc
      .record({ id: fc.constantFrom('t', 'u'), title: fc.constantFrom('one', 'other') })
      .map(task => ({ type: 'task' as const, task: { ...task, createdAt: 1, steps: [] } })),
  );
  const step = fc.record({
    tab: fc.nat(2),
    act: fc.oneof(
      { weight: 5, arbitrary: fc.array(entry, { minLength: 1, maxLength: 3 }) },
      fc.constantFrom('look' as const, 'reload' as const, 'die' as const),
    ),
    ms: fc.integer({ min: -50, max: 50 }),
    stopAfter: fc.nat(40),
  });

  test('tabs that write, look, are opened anew and die at any time lose nothing, and agree', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 120 }), fc.boolean(), async (steps, blind) => {
        kept = new Map();
        const files = [0, 1, 2].map(() => new MemoryFiles(kept, blind));
        const tabs = await Promise.all(files.map(each => tab(each)));
        const acknowledged: Entry[] = [];
        for (const { tab: index, act, ms, stopAfter } of steps) {
          clock += ms;
          const own = files[index] as MemoryFiles;
          if (act === 'look') await tabs[index]?.catchUp();
          else if (act === 'reload' || act === 'die') {
            own.reload();
            // What is put together at the start may be cut off anywhere.
            if (act === 'die') own.stopAfter = stopAfter;
            await tab(own);
            own.stopAfter = Number.POSITIVE_INFINITY;
            own.reload();
            tabs[index] = await tab(own);
          } else {
            await tabs[index]?.append(act);
            acknowledged.push(...act);
          }
        }
        for (const [index, own] of files.entries()) {
          own.reload();
          await tabs[index]?.catchUp();
        }
        const fresh = await tab(new MemoryFiles(kept));
        const { entries } = await fresh.journal.readAll();
        const texts = entries.map(each => JSON.stringify(each)).sort();
        assert.deepEqual(texts, acknowledged.map(each => JSON.stringify(each)).sort());
        for (const each of tabs) assert.deepEqual(stateOf(each), stateOf(fresh));
        const folded = new LedgerState();
        for (const each of entries) folded.apply(each);
        assert.deepEqual([...folded.days], [...fresh.days]);
      }),
      { numRuns: 300 },
    );
  });
});
