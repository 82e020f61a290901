import { strict as assert } from 'node:assert';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Journal } from '../../../src/store/journal';
import { header, idsIn, lineOf, makeWin, Storage, won } from './support';

suite('The journal', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test('begins with a header, and holds one line for each entry', async () => {
    const project = await storage.open();
    await project.append([won('a'), won('b')]);
    assert.equal(await storage.read(), `${header}\n${lineOf('a')}\n${lineOf('b')}\n`);
    assert.equal(project.days.get('2026-11-18')?.[0], 2);
  });

  test('is read again by the next window, and each window reads on what another writes', async () => {
    const one = await storage.open();
    const other = await storage.open();
    await one.append([won('a')]);
    assert.equal(await other.catchUp(), true);
    await other.append([won('b')]);
    assert.equal(await one.catchUp(), true);
    assert.equal(await one.catchUp(), false);
    for (const project of [one, other, await storage.open()]) assert.ok(project.has('a') && project.has('b'));
  });

  test('gives its wins in full, those not yet written too', async () => {
    const project = await storage.open();
    await project.append([won('a')]);
    await rm(storage.journal);
    await mkdir(storage.journal);
    await assert.rejects(project.append([won('b')]));
    await rm(storage.journal, { recursive: true });
    const { entries } = await project.journal.readAll();
    assert.deepEqual(entries, [won('b')]);
  });

  test('finds the lines of one win without parsing the rest', async () => {
    const project = await storage.open();
    await project.append([won('a'), won('b'), won('a', { title: 'reworded' })]);
    const { entries, unreadable } = await project.journal.readAll(line => line.includes('"id":"a"'));
    assert.deepEqual(entries, [won('a'), won('a', { title: 'reworded' })]);
    assert.equal(unreadable, 0);
  });

  test('takes in another project’s wins, what waits there, and what only a newer version can tell', async () => {
    const home = await storage.open();
    const former = storage.project('former');
    await former.open();
    await former.append([won('a')]);
    await writeFile(former.journal.file, `{"type":"wish","id":"w"}\nhalf a li\n${lineOf('b')}`, {
      flag: 'a',
    });
    await home.journal.adopt(former.journal);
    await home.catchUp();
    assert.ok(home.has('a') && home.has('b'));
    assert.ok((await storage.read()).includes('{"type":"wish","id":"w"}\n'));
    await assert.rejects(stat(former.journal.file), { code: 'ENOENT' });
    await home.journal.adopt(former.journal);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b']);
  });

  test('a win of another window goes to a journal of its own once the former one was taken in', async () => {
    const former = await storage.open();
    const other = await storage.open();
    await former.append([won('a')]);
    await storage.project('home').journal.adopt(former.journal);
    await other.append([won('b')]);
    assert.deepEqual(idsIn(await storage.read()), ['b']);
  });
});

suite('A journal with damage', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  const good = [lineOf('a'), lineOf('b')] as const;
  const cases: readonly (readonly [name: string, content: string | Buffer, unreadable: number])[] = [
    ['half a line at the end', `${header}\n${good[0]}\n${good[1]}\n${lineOf('c').slice(0, 40)}`, 1],
    ['half a line in the middle', `${header}\n${good[0]}\n${lineOf('c').slice(0, 40)}\n${good[1]}\n`, 1],
    ['NUL bytes at the end', `${header}\n${good[0]}\n${good[1]}\n${'\0'.repeat(4096)}`, 1],
    ['NUL bytes before a line', `${header}\n${good[0]}\n\0\0\0\0${good[1]}\n`, 0],
    ['a line of NUL bytes', `${header}\n${good[0]}\n\0\0\0\0\n${good[1]}\n`, 1],
    ['a byte order mark', `\ufeff${header}\n${good[0]}\n${good[1]}\n`, 0],
    ['CRLF line ends', `${header}\r\n${good[0]}\r\n\r\n${good[1]}\r\n`, 0],
    ['no line end after the last line', `${header}\n${good[0]}\n${good[1]}`, 0],
    ['a line of 10 MB', `${header}\n${good[0]}\n{"type":"${'x'.repeat(10 << 20)}\n${good[1]}\n`, 1],
    [
      'bytes that are no UTF-8',
      Buffer.concat([
        Buffer.from(`${header}\n${good[0]}\n`),
        Buffer.from([0xff, 0xfe, 0x80, 0x0a]),
        Buffer.from(`${good[1]}\n`),
      ]),
      1,
    ],
    ['duplicate lines', `${header}\n${good[0]}\n${good[1]}\n${good[0]}\n${good[1]}\n`, 0],
    ['no header', `${good[0]}\n${good[1]}\n`, 0],
    ['a header cut short', `{"type":"journ\n${good[0]}\n${good[1]}\n`, 1],
    ['a win without an id', `${header}\n${good[0]}\n{"type":"win","offset":0,"win":{}}\n${good[1]}\n`, 1],
    ['JSON that is no entry', `${header}\n${good[0]}\nnull\n[]\n7\n"x"\n{}\n${good[1]}\n`, 5],
  ];
  for (const [name, content, unreadable] of cases) {
    test(`${name}: good lines are kept, the damaged original is kept aside once, and it works on`, async () => {
      await storage.put(content);
      const project = storage.project();
      const opened = await project.open();
      assert.equal(opened.unreadable, unreadable);
      assert.equal(opened.aside !== undefined, unreadable > 0);
      assert.ok(project.has('a') && project.has('b'));
      assert.deepEqual(project.days.get('2026-11-18'), [2, 0, 0, 0, 0]);
      const original = Buffer.from(content).toString('latin1');
      assert.deepEqual(await storage.copies(), unreadable > 0 ? [original] : []);

      await project.append([won('new')]);
      assert.ok((await readFile(storage.journal)).toString('latin1').startsWith(original));
      const again = storage.project();
      const reopened = await again.open();
      assert.ok(again.has('a') && again.has('b') && again.has('new'));
      assert.equal(reopened.aside, undefined);
      assert.deepEqual(await storage.copies(), unreadable > 0 ? [original] : []);
    });
  }

  test('damage of another kind makes another copy; the first stays', async () => {
    await storage.put(`${header}\nbroken\n`);
    await storage.open();
    await storage.put(`${header}\nbroken in another way\n`);
    const { aside } = await storage.project().open();
    assert.match(path.basename(aside ?? ''), /^journal\.damaged-\d{4}-\d\d-\d\d-[0-9a-f]{12}\.jsonl$/);
    const copies = await storage.copies();
    assert.deepEqual(copies.sort(), [`${header}\nbroken in another way\n`, `${header}\nbroken\n`].sort());
  });

  test('an empty file is a new journal', async () => {
    await storage.put('');
    const project = storage.project();
    assert.deepEqual(await project.open(), { couldRead: true, unreadable: 0, newer: 0 });
    await project.append([won('a')]);
    assert.equal(await storage.read(), `${header}\n${lineOf('a')}\n`);
  });

  test('a line without its end that turns out whole is no damage, and counts once', async () => {
    await storage.put(`${header}\n${lineOf('a')}`);
    const project = await storage.open();
    assert.ok(project.has('a'));
    await project.append([won('b')]);
    assert.deepEqual(idsIn(await storage.read()), ['a', 'b']);
    assert.deepEqual(project.days.get('2026-11-18'), [2, 0, 0, 0, 0]);
  });

  test('a journal that was replaced is read from its beginning', async () => {
    await storage.put(`${header}\n${lineOf('a')}\n`);
    const project = await storage.open();
    await storage.put(`${lineOf('b')}\n${lineOf('c')}\n${lineOf('d')}\n`);
    await project.catchUp();
    for (const id of ['a', 'b', 'c', 'd']) assert.ok(project.has(id));
  });
});

suite('A journal that can’t be read', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test('a folder in its place: what is cached is shown, new wins count, and all is right when it is gone', async () => {
    const before = await storage.open();
    await before.append([won('old', { day: '2026-11-01' }), won('a')]);
    const content = await storage.read();
    await rm(storage.journal);
    await mkdir(storage.journal);

    const { Project } = await import('../../../src/store/project');
    const project = new Project('p', new Journal(storage.folder, 'p'), before.toStored());
    const opened = await project.open();
    assert.equal(opened.couldRead, false);
    assert.equal((opened.error as NodeJS.ErrnoException).code, 'EISDIR');
    await assert.rejects(project.append([won('b')]));
    assert.deepEqual(project.days.get('2026-11-18'), [2, 0, 0, 0, 0]);
    assert.deepEqual(project.days.get('2026-11-01'), [1, 0, 0, 0, 0]);
    await assert.rejects(project.append([won('c')]));

    await rm(storage.journal, { recursive: true });
    await writeFile(storage.journal, content);
    await project.append([won('d')]);
    assert.deepEqual(idsIn(await storage.read()), ['old', 'a', 'b', 'c', 'd']);
    assert.deepEqual(project.days.get('2026-11-18'), [4, 0, 0, 0, 0]);
    assert.deepEqual((await storage.open()).days, project.days);
  });

  test('a file in place of the project’s folder', async () => {
    await mkdir(path.join(storage.folder, 'projects'));
    await writeFile(path.join(storage.folder, 'projects', 'p'), 'not a folder');
    const project = storage.project();
    const opened = await project.open();
    assert.equal(opened.couldRead, false);
    await assert.rejects(project.append([won('a')]));
    assert.ok(project.has('a'));
  });

  test('no permission, which only stops those who are not root', async () => {
    await storage.put(`${header}\n${lineOf('a')}\n`);
    await chmod(storage.journal, 0);
    const project = storage.project();
    const opened = await project.open();
    assert.equal(opened.couldRead, process.getuid?.() === 0 || process.platform === 'win32');
    await chmod(storage.journal, 0o600);
    await project.catchUp();
    assert.ok(project.has('a'));
  });
});

suite('A journal of a newer version', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test('is left untouched, and told; wins go to a file beside it and are read again', async () => {
    const newer = `{"type":"journal","version":2,"by":"someone"}\n${lineOf('a')}\n{"type":"win","v2":true}\nnot JSON\n`;
    await storage.put(newer);
    const project = storage.project();
    assert.deepEqual(await project.open(), { couldRead: true, unreadable: 0, newer: 3 });
    assert.equal(project.has('a'), false);
    await project.append([won('b')]);
    await project.append([won('c')]);
    assert.equal(await storage.read(), newer);
    assert.deepEqual(await storage.names(), ['journal-v1.jsonl', 'journal.jsonl']);

    const again = storage.project();
    assert.equal((await again.open()).newer, 3);
    assert.ok(again.has('b') && again.has('c'));
    assert.deepEqual((await again.journal.readAll()).entries, [won('b'), won('c')]);
  });

  test('a type of entry that is not known yet is left untouched, too', async () => {
    const journal = `${header}\n${lineOf('a')}\n{"type":"wish","id":"w"}\n`;
    await storage.put(journal);
    const project = storage.project();
    assert.deepEqual(await project.open(), { couldRead: true, unreadable: 0, newer: 1 });
    await project.append([won('b')]);
    assert.equal(await storage.read(), `${journal}${lineOf('b')}\n`);
    assert.deepEqual(await storage.copies(), []);
  });

  test('is not taken in by another project', async () => {
    const newer = `{"type":"journal","version":2}\n${lineOf('a')}\n`;
    await storage.put(newer);
    const home = storage.project('home');
    await home.journal.adopt(storage.project().journal);
    assert.equal(await storage.read(), newer);
    assert.deepEqual((await home.journal.readAll()).entries, []);
  });

  test('keeps a win’s fields that this version knows', async () => {
    await storage.put(`${header}\n${JSON.stringify({ ...won('a'), mood: 'fine' })}\n`);
    assert.deepEqual((await storage.open()).find('a'), makeWin('a'));
  });
});
