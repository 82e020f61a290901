import { strict as assert } from 'node:assert';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { findRepository } from '../../../../src/detect/git/repository';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

/** The rest of SPEC 2.1's last rows: kinds of repositories. */
suite('Commits, SPEC 2.1: kinds of repositories', () => {
  let box: GitSandbox;
  setup(() => {
    box = new GitSandbox();
    for (const subject of ['one', 'two', 'three'])
      box.git('commit', '--quiet', '--allow-empty', '-m', subject);
  });
  teardown(() => box.dispose());

  test('a bare repository: none, and no error', async () => {
    const bare = path.join(box.base, 'bare.git');
    box.git('clone', '--quiet', '--bare', '.', bare);
    assert.equal(await findRepository(new CommitHouse().git, bare), undefined);
  });

  test('a folder opened through a link: its files are known by the path they are opened by', async () => {
    const { git } = new CommitHouse();
    const link = path.join(box.base, 'link');
    symlinkSync(box.root, link, 'junction');
    mkdirSync(path.join(box.root, 'src'));
    assert.equal((await findRepository(git, link))?.root, link);
    assert.equal((await findRepository(git, path.join(link, 'src')))?.root, link);
    assert.equal((await findRepository(git, link))?.name, path.basename(box.root));
    const inner = path.join(box.base, 'inner');
    symlinkSync(path.join(box.root, 'src'), inner, 'junction');
    assert.equal((await findRepository(git, inner))?.root, box.root);
  });

  test('a shallow clone: its commits count, once, also when its history is fetched later', async () => {
    const clone = path.join(box.base, 'shallow');
    box.git('clone', '--quiet', '--depth=1', `file://${box.root}`, clone);
    box.git('-C', clone, 'config', 'user.email', 'dev@example.com');
    const house = new CommitHouse();
    await house.scan(await house.repository(clone));
    assert.deepEqual(
      house.ledger.recent.map(({ title }) => title),
      ['three'],
    );
    box.git('-C', clone, 'fetch', '--quiet', '--unshallow');
    const whole = await house.repository(clone);
    await house.rescan(whole);
    assert.deepEqual(house.ledger.recent.map(({ title }) => title).sort(), ['one', 'three', 'two']);
    assert.deepEqual(house.log.lines, []);
  });

  test('a submodule, and the same repository in its own window: 1 win each', async () => {
    const outer = new GitSandbox('outer');
    try {
      outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', box.root, 'inner');
      const house = new CommitHouse();
      await house.scan(await house.repository(path.join(outer.root, 'inner')));
      await house.scan(await house.repository(box.root));
      assert.deepEqual(house.ledger.recent.map(({ title }) => title).sort(), ['one', 'three', 'two']);
    } finally {
      outer.dispose();
    }
  });

  test('a repository in which nothing is new after a reload: what it won before shows', async () => {
    const house = new CommitHouse();
    const repository = await house.repository(box.root);
    await house.scan(repository);
    const opened = [...house.opened];
    assert.equal(opened.length, 1);
    house.reload();
    await house.scan(repository);
    assert.deepEqual([...house.opened], opened);
    assert.equal(house.findings.length, 1);
  });

  test('own commits from another machine count as far back as before, also once history was read anew', async () => {
    const day = 24 * 60 * 60_000;
    let now = Date.now();
    const house = new CommitHouse({ now: () => now });
    const repository = await house.repository(box.root);
    await house.scan(repository);
    now += 200 * day;
    await house.rescan(repository);
    const other = path.join(box.base, 'other');
    box.git('clone', '--quiet', box.root, other);
    const date = new Date(Date.now() + day).toISOString();
    const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const me = ['-c', 'user.name=Dev', '-c', 'user.email=dev@example.com'];
    box.gitWith({ env }, '-C', other, ...me, 'commit', '--quiet', '--allow-empty', '-m', 'elsewhere');
    box.git('pull', '--quiet', '--ff-only', other);
    await house.scan(repository);
    assert.ok(house.ledger.recent.some(({ title }) => title === 'elsewhere'));
  });

  test('an empty repository: its first commit is a win, though nothing before this moment counts', async () => {
    const empty = new GitSandbox('empty');
    try {
      const house = new CommitHouse({ backfillDays: 0 });
      const repository = await house.repository(empty.root);
      await house.scan(repository);
      empty.git('commit', '--quiet', '--allow-empty', '-m', 'the first');
      await house.scan(repository);
      assert.deepEqual(
        house.ledger.recent.map(({ title }) => title),
        ['the first'],
      );
    } finally {
      empty.dispose();
    }
  });
});
