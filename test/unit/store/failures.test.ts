import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import { type FileHandle, mkdir, open, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Project } from '../../../src/store/project';
import { header, idsIn, Storage, won } from './support';

/** Makes writes to files fail or fall short, as a full disk does, until it is put back. */
async function stubWrite(write: (real: FileHandle['write'], bytes: Buffer) => unknown): Promise<() => void> {
  const handle = await open(process.execPath, 'r');
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const real = prototype.write;
  prototype.write = function stubbed(this: FileHandle, bytes: Buffer) {
    return write(real.bind(this) as FileHandle['write'], bytes);
  } as FileHandle['write'];
  return () => {
    prototype.write = real;
  };
}

function noSpace(): Error {
  return Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
}

suite('A disk that can’t be written', () => {
  let storage: Storage;
  let project: Project;
  setup(async () => {
    storage = await Storage.create();
    project = await storage.open();
    await project.append([won('a')]);
  });
  teardown(() => storage.dispose());

  /** Three appends fail; then the trouble ends, and a fourth one works. */
  async function failThenWork(end: () => Promise<void>): Promise<void> {
    for (const ids of [['b'], ['c', 'd'], ['e']]) {
      await assert.rejects(project.append(ids.map(id => won(id))));
      assert.ok(project.journal.waiting.length > 0);
    }
    assert.deepEqual(project.days.get('2026-11-18'), [5, 0, 0, 0, 0]);
    await end();
    await project.append([won('f')]);
    assert.equal(project.journal.waiting.length, 0);
    assert.deepEqual(project.days.get('2026-11-18'), [6, 0, 0, 0, 0]);
  }

  test('wins that are written while the journal can’t be read back count at once, and once when it can', async () => {
    const real = project.journal.readOn.bind(project.journal);
    project.journal.readOn = async () => 0;
    await project.append([won('b')]);
    assert.deepEqual(project.days.get('2026-11-18'), [2, 0, 0, 0, 0]);
    project.journal.readOn = real;
    await project.catchUp();
    assert.deepEqual(project.days.get('2026-11-18'), [2, 0, 0, 0, 0]);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b']);
  });

  test('wins stay in memory, and are written in order and once when a folder took the journal’s place', async () => {
    await rm(storage.journal);
    await mkdir(storage.journal);
    await failThenWork(() => rm(storage.journal, { recursive: true }));
    assert.deepEqual(idsIn(await storage.read()), ['b', 'c', 'd', 'e', 'f']);
  });

  test('… and when a file took the folder’s place', async () => {
    const folder = path.dirname(storage.journal);
    await rm(folder, { recursive: true });
    await writeFile(folder, 'not a folder');
    await failThenWork(() => unlink(folder));
    assert.deepEqual(idsIn(await storage.read()), ['b', 'c', 'd', 'e', 'f']);
  });

  test('… and when nothing fits any more', async () => {
    const restore = await stubWrite(() => Promise.reject(noSpace()));
    await failThenWork(async () => restore());
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b', 'c', 'd', 'e', 'f']);
  });

  if (existsSync('/dev/full')) {
    test('… and when the system says so', async () => {
      await rm(storage.journal);
      await symlink('/dev/full', storage.journal);
      await assert.rejects(project.append([won('b')]), { code: 'ENOSPC' });
      await rm(storage.journal);
      await project.append([won('c')]);
      assert.deepEqual(idsIn(await storage.read()), ['b', 'c']);
    });
  }

  test('what a full disk took in part is written once; half a line does not swallow the next', async () => {
    let calls = 0;
    const restore = await stubWrite((real, bytes) => {
      if (++calls > 1) return Promise.reject(noSpace());
      return real(bytes.subarray(0, bytes.indexOf('\n') + 20)); // the first line, and a bit of the second
    });
    try {
      await assert.rejects(project.append([won('b'), won('c')]), { code: 'ENOSPC' });
    } finally {
      restore();
    }
    await project.append([won('d')]);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b', 'c', 'd']);
    const again = storage.project();
    assert.equal((await again.open()).unreadable, 1);
    assert.deepEqual(again.days.get('2026-11-18'), [4, 0, 0, 0, 0]);
  });

  test('a write that falls short goes on with a whole line', async () => {
    let calls = 0;
    const restore = await stubWrite((real, bytes) =>
      real(++calls === 1 ? bytes.subarray(0, bytes.indexOf('\n') + 20) : bytes),
    );
    try {
      await project.append([won('b'), won('c'), won('d')]);
    } finally {
      restore();
    }
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b', 'c', 'd']);
  });

  test('what waits goes first, with nothing new', async () => {
    await rm(storage.journal);
    await mkdir(storage.journal);
    await assert.rejects(project.append([won('b')]));
    await assert.rejects(project.journal.flush());
    await rm(storage.journal, { recursive: true });
    await project.journal.flush();
    assert.deepEqual(idsIn(await storage.read()), ['b']);
    await project.journal.flush();
    assert.deepEqual(idsIn(await storage.read()), ['b']);
    assert.ok((await storage.read()).startsWith(`${header}\n`));
  });

  test('appends at the same time wait for one another', async () => {
    await Promise.all(['b', 'c', 'd'].map(id => project.append([won(id)])));
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b', 'c', 'd']);
  });
});
