import { strict as assert } from 'node:assert';
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Entry } from '../../../src/core/entry';
import { decodeSegment, encodeSegment } from '../../../src/core/totals';
import { Everywhere } from '../../../src/store/everywhere';
import { FolderStorage } from '../../../src/store/folderStorage';
import { Journal } from '../../../src/store/journal';
import { Ledger } from '../../../src/store/ledger';
import { StateStore } from '../../../src/store/state';

/** State that roams, as VS Code keeps it for one computer. */
class Memory implements vscode.Memento {
  readonly values = new Map<string, unknown>();
  synced: readonly string[] = [];
  keys(): readonly string[] {
    return [...this.values.keys()];
  }
  get<T>(key: string, fallback?: T): T {
    return (this.values.has(key) ? this.values.get(key) : fallback) as T;
  }
  async update(key: string, value: unknown): Promise<void> {
    this.values.set(key, value);
  }
  setKeysForSync(keys: readonly string[]): void {
    this.synced = keys;
  }
}

const day = '2026-11-18';
const at = Date.UTC(2026, 10, 18, 12);

function commit(id: string): Entry {
  const win = { id, kind: 'commit', at, day, title: id, provisional: false, why: '', source: {} } as const;
  return { type: 'win', win, offset: 0 };
}

suite('Everywhere', () => {
  let storage: string;
  let memory: Memory;
  let ledger: Ledger;
  let everywhere: Everywhere;
  const log = vscode.window.createOutputChannel('Everywhere', { log: true });
  const winsOf = (): number | undefined => everywhere.days.get(day)?.[0];
  const ownKey = (): string => memory.synced[0] ?? '';

  setup(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'microwins-everywhere-'));
    memory = new Memory();
    ledger = new Ledger(new FolderStorage(storage, log), new StateStore(new Memory()), log, () =>
      assert.fail(),
    );
    await ledger.load('folder');
    await ledger.record('here', [commit('a'), commit('b')]);
    everywhere = new Everywhere(new FolderStorage(storage, log), memory, ledger, log);
  });

  teardown(async () => {
    everywhere.dispose();
    ledger.dispose();
    await rm(storage, { recursive: true, force: true });
  });

  suiteTeardown(() => log.dispose());

  const other = async (id: string, ...entries: Entry[]): Promise<Journal> => {
    const journal = new Journal(storage, id);
    await mkdir(journal.folder, { recursive: true });
    await journal.append(entries);
    return journal;
  };

  test('with one project on one computer there is no more to see', async () => {
    await everywhere.refresh();
    assert.equal(everywhere.isAvailable, false);
    assert.equal(winsOf(), 2);
  });

  test('sums the projects on this computer, and follows them', async () => {
    const journal = await other('there', commit('c'));
    await everywhere.refresh();
    assert.equal(everywhere.isAvailable, true);
    assert.equal(winsOf(), 3);
    await journal.append([commit('d'), { type: 'withdrawn', id: 'c', at }, commit('e')]);
    await everywhere.refresh();
    assert.equal(winsOf(), 4);
    assert.equal(everywhere.hours[12], 4);
    await ledger.record('here', [commit('f')]);
    assert.equal(winsOf(), 5);
  });

  test('what was summed up is read again only when its journal has grown, damaged or not', async () => {
    const journal = await other('there', commit('c'));
    await everywhere.refresh();
    const file = path.join(journal.folder, 'totals.json');
    assert.match(await readFile(file, 'utf8'), /"version":2/);
    await rm(file);
    await appendFile(file, '{"version":2,"size":');
    const again = new Everywhere(new FolderStorage(storage, log), memory, ledger, log);
    await again.refresh();
    assert.equal(again.days.get(day)?.[0], 3);
    again.dispose();
  });

  test('a segment of each computer roams, without a name in it', async () => {
    await everywhere.refresh();
    const segment = memory.get<unknown>(ownKey());
    assert.ok(decodeSegment(segment));
    assert.ok(!JSON.stringify(segment).includes('here'));
    const laptop = encodeSegment(new Map([['elsewhere', new Map([[day, [7, 0, 0, 0, 0] as const]])]]));
    memory.values.set('microwins.days.laptop', laptop);
    await everywhere.refresh();
    assert.equal(everywhere.isAvailable, true);
    assert.equal(winsOf(), 9);
    assert.deepEqual([...memory.synced].sort(), ['microwins.days.laptop', ownKey()].sort());
  });

  test('the same project on two computers counts once', async () => {
    await everywhere.refresh();
    memory.values.set('microwins.days.laptop', memory.get<unknown>(ownKey()));
    await everywhere.refresh();
    assert.equal(winsOf(), 2);
  });

  test('an own segment that another computer overwrote is put right', async () => {
    await everywhere.refresh();
    const own = memory.get<unknown>(ownKey());
    memory.values.set(ownKey(), { version: 1, projects: {} });
    await everywhere.refresh();
    assert.deepEqual(memory.get<unknown>(ownKey()), own);
  });

  test('the user chooses what the numbers are about', async () => {
    await other('there', commit('c'));
    await everywhere.refresh();
    assert.equal(everywhere.isOn, false);
    await everywhere.show(true);
    assert.equal(everywhere.isOn, true);
  });
});
