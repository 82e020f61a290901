import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nameSince } from '../../../src/store/projectId';
import { SameProjects } from '../../../src/store/sameProjects';

const root = (of: number): string => String(of).padStart(40, '0');
const name = (of: number): string => `git-${root(of)}`;

suite('A project whose first commit was rewritten', () => {
  let storage: string;
  let same: SameProjects;
  setup(async () => {
    storage = await mkdtemp(path.join(tmpdir(), 'micro-same-'));
    same = new SameProjects(storage);
  });
  teardown(() => rm(storage, { recursive: true, force: true }));

  test('is found under its new name', async () => {
    await same.note(name(2), name(1));
    assert.equal(await same.of(name(2)), name(1));
    assert.equal(await new SameProjects(storage).of(name(2)), name(1));
    assert.equal(await same.of(name(1)), name(1));
  });

  test('stays apart from one in which something is kept already', async () => {
    await mkdir(path.join(storage, 'projects', name(2)), { recursive: true });
    await writeFile(path.join(storage, 'projects', name(2), 'journal.jsonl'), '');
    await same.note(name(2), name(1));
    assert.equal(await same.of(name(2)), name(2));
  });

  test('is another’s name only where the note is whole', async () => {
    await same.note(name(2), name(1));
    await writeFile(path.join(storage, 'projects', name(2), 'same-as'), '../elsewhere\n');
    assert.equal(await same.of(name(2)), name(2));
  });

  test('has no other name while that commit is there, or where no commit names it', () => {
    const since = (project: string, now: string[], elsewhere: string[] = []): string | undefined =>
      nameSince(project, { now, anywhere: [...now, ...elsewhere] });
    assert.equal(since(name(1), [root(2)]), name(2));
    assert.equal(since(name(1), [root(0), root(1)]), undefined);
    assert.equal(since(name(1), [root(2)], [root(1)]), undefined);
    assert.equal(since(name(1), []), undefined);
    assert.equal(since('folder-1', [root(2)]), undefined);
  });
});
