import { strict as assert } from 'node:assert';
import { renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Repository } from '../../../../src/detect/git/repository';
import { GitSandbox } from '../../support/gitSandbox';
import { TodoHouse } from '../../support/todoHouse';

const open = '// TODO: handle errors\nrun();\n';
const done = 'run();\n';

/** SPEC 2.2 in real repositories: what a commit, or a save, did to the TODOs of a file. */
suite('Closed TODOs, SPEC 2.2, in repositories', () => {
  let box: GitSandbox;
  let house: TodoHouse;
  let repository: Repository;

  setup(async () => {
    box = new GitSandbox();
    house = new TodoHouse();
    commit(box.root, 'a.ts', open);
    repository = await house.repository(box.root);
    await house.scan(repository);
  });
  teardown(() => box.dispose());

  function commit(folder: string, file: string, text: string | Buffer): void {
    writeFileSync(path.join(folder, file), text);
    box.git('-C', folder, 'add', '--all');
    box.git('-C', folder, 'commit', '-qm', `Write ${file} ${text.length}`);
  }
  const closed = async (): Promise<string[]> => {
    await house.scan(repository);
    return house.closed;
  };

  test('closed in a worktree of another name, then merged: 1 win', async () => {
    const folder = path.join(box.base, 'elsewhere');
    box.git('worktree', 'add', '-q', '-b', 'other', folder);
    const worktree = await house.repository(folder);
    await house.scan(worktree);
    commit(folder, 'a.ts', done);
    await house.scan(worktree);
    assert.deepEqual(house.closed, ['handle errors']);
    box.git('merge', '-q', '--ff-only', 'other');
    assert.deepEqual(await closed(), ['handle errors']);
  });

  test('a folder that was renamed adds nothing when it is read again', async () => {
    commit(box.root, 'a.ts', done);
    assert.deepEqual(await closed(), ['handle errors']);
    const renamed = path.join(box.base, 'renamed');
    renameSync(box.root, renamed);
    await house.scan(await house.repository(renamed));
    assert.deepEqual(house.closed, ['handle errors']);
    renameSync(renamed, box.root);
  });

  test('the same TODO in two projects whose folders have one name: a win each', async () => {
    const other = new GitSandbox();
    try {
      commit(other.root, 'README', 'another project');
      commit(other.root, 'a.ts', open);
      const its = await house.repository(other.root);
      await house.scan(its);
      commit(other.root, 'a.ts', done);
      commit(box.root, 'a.ts', done);
      await house.scan(its);
      assert.deepEqual(await closed(), ['handle errors', 'handle errors']);
    } finally {
      other.dispose();
    }
  });

  for (const [how, text] of [
    ['UTF-16', Buffer.from(`\ufeff${open}`, 'utf16le')],
    ['Latin-1', Buffer.from(`// ${'ä'.repeat(9)}\n${open}`, 'latin1')],
  ] as const) {
    test(`a file that is written in ${how} from now on closes nothing`, async () => {
      commit(box.root, 'a.ts', text);
      assert.deepEqual(await closed(), []);
    });
  }

  test('a TODO that moved to a file in a language that is not known closes nothing', async () => {
    box.write('rules.jq', '. # TODO: handle errors\n');
    commit(box.root, 'a.ts', done);
    assert.deepEqual(await closed(), []);
  });

  test('an amended commit takes its TODOs along: those that stand again are open', async () => {
    commit(box.root, 'a.ts', done);
    await closed();
    const [win] = house.ledger.recent.filter(({ kind }) => kind === 'todo');
    box.git('commit', '-q', '--amend', '-m', 'In other words');
    await closed();
    const [after] = house.ledger.recent.filter(({ kind }) => kind === 'todo');
    assert.equal(after?.id, win?.id);
    assert.equal(after?.source.sha, box.git('rev-parse', 'HEAD'));
    box.write('a.ts', open);
    box.git('commit', '-q', '--amend', '--allow-empty', '-am', 'Not yet');
    assert.deepEqual(await closed(), []);
  });

  test('an amended commit that is dropped by reset takes its closed TODOs along', async () => {
    commit(box.root, 'a.ts', done);
    await closed();
    box.git('commit', '-q', '--amend', '-m', 'In other words');
    await closed();
    box.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(await closed(), []);
  });

  test('a rebased commit takes its closed TODOs along, and gives them back when it is dropped', async () => {
    box.git('branch', 'upstream');
    commit(box.root, 'a.ts', done);
    await closed();
    box.git('checkout', '-q', 'upstream');
    commit(box.root, 'b.ts', '// b\n');
    await closed();
    box.git('checkout', '-q', 'main');
    box.git('rebase', '-q', 'upstream');
    assert.deepEqual(await closed(), ['handle errors']);
    const [win] = house.ledger.recent.filter(({ kind }) => kind === 'todo');
    assert.equal(win?.source.sha, box.git('rev-parse', 'HEAD'));
    box.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(await closed(), []);
  });

  test('a commit that is rebased and amended in one go takes its closed TODOs along', async () => {
    box.write('a.ts', done);
    const earlier = new Date(Date.now() - 60_000).toISOString();
    const env = { GIT_AUTHOR_DATE: earlier, GIT_COMMITTER_DATE: earlier };
    box.gitWith({ env }, 'commit', '-qam', 'Close it');
    await closed();
    const before = box.git('rev-parse', 'HEAD');
    // Signing does the same: another commit, of the same author and time.
    const amend = 'GIT_COMMITTER_DATE=2030-01-01T00:00:00Z git commit -q --amend --no-edit';
    box.git('rebase', '-q', '--force-rebase', '-x', amend, 'HEAD~1');
    assert.notEqual(box.git('rev-parse', 'HEAD'), before);
    assert.deepEqual(await closed(), ['handle errors']);
    const [win] = house.ledger.recent.filter(({ kind }) => kind === 'todo');
    assert.equal(win?.source.sha, box.git('rev-parse', 'HEAD'));
  });

  test('in a partial clone what git has is read, and nothing is fetched', async () => {
    for (const name of ['b', 'c', 'd']) commit(box.root, `${name}.ts`, `// TODO: ${name}\n`);
    for (const name of ['b', 'c', 'd']) commit(box.root, `${name}.ts`, `// ${name}\n`);
    box.git('config', 'uploadpack.allowFilter', 'true');
    const folder = path.join(box.base, 'partial');
    box.git('clone', '-q', '--filter=blob:none', `file://${box.root}`, folder);
    box.git('-C', folder, 'config', 'user.email', 'dev@example.com');
    const clone = await house.repository(folder);
    commit(folder, 'a.ts', done);
    const fresh = new TodoHouse();
    await fresh.scan(clone);
    assert.deepEqual(fresh.closed, ['handle errors']);
  });

  suite('on save', () => {
    test('text in another encoding than UTF-8 is compared as it is on disk', async () => {
      const bytes = Buffer.from([
        0x2f, 0x2f, 0x20, 0x54, 0x4f, 0x44, 0x4f, 0x3a, 0x20, 0x8f, 0x43, 0x90, 0xb3,
      ]); // Shift JIS
      commit(box.root, 'a.ts', Buffer.concat([bytes, Buffer.from('\n')]));
      const tree = house.tree(repository);
      await tree.saved(new Map([['a.ts', '// TODO: 修正\n']]), house.reader);
      assert.deepEqual(tree.closed(), []);
      box.write('a.ts', done);
      await tree.saved(new Map([['a.ts', done]]), house.reader);
      assert.equal(tree.closed().length, 1);
    });

    test('after a branch switch it is compared with what HEAD is by then', async () => {
      box.git('checkout', '-qb', 'other');
      commit(box.root, 'a.ts', done);
      box.git('checkout', '-q', 'main');
      const tree = house.tree(repository);
      await tree.saved(new Map([['a.ts', open]]), house.reader);
      assert.equal(await tree.hasMoved(), false);
      box.git('checkout', '-q', 'other');
      assert.equal(await tree.hasMoved(), true);
      await tree.saved(new Map([['a.ts', done]]), house.reader);
      assert.deepEqual(tree.closed(), []);
      assert.equal(await tree.hasMoved(), false);
    });
  });
});
