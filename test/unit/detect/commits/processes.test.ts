import { strict as assert } from 'node:assert';
import { createLanguages } from '../../../../src/detect/todos/languages';
import { WorkingTree } from '../../../../src/detect/todos/workingTree';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

/** However often VS Code, git and the system tell of one deed, it costs a few processes. */
suite('Processes are bounded', () => {
  let box: GitSandbox;
  let house: CommitHouse;

  setup(() => {
    box = new GitSandbox();
    house = new CommitHouse();
    box.write('a.c', '// TODO: one\n');
    commit('first');
  });

  teardown(() => box.dispose());

  function commit(subject: string): void {
    box.git('add', '--all');
    box.git('commit', '--quiet', '-m', subject);
  }

  test('a commit that is told of fifty times is read once', async () => {
    const repository = await house.repository(box.root);
    await house.scan(repository);
    box.write('a.c', '// TODO: one\nint a;\n');
    commit('second');
    const before = house.git.started;
    await Promise.all(Array.from({ length: 50 }, () => house.scan(repository)));
    assert.equal(house.ledger.total, 2);
    assert.ok(house.git.started - before <= 5, `${house.git.started - before} processes`);
  });

  test('commits made while one is read cost no more than one by one', async () => {
    const repository = await house.repository(box.root);
    await house.scan(repository);
    const before = house.git.started;
    const scans: Promise<void>[] = [];
    for (let at = 0; at < 10; at++) {
      box.write('a.c', `int a = ${at};\n`);
      commit(`quick ${at}`);
      scans.push(house.scan(repository));
    }
    await Promise.all(scans);
    assert.equal(house.ledger.total, 11);
    assert.ok(house.git.started - before <= 5 * 10, `${house.git.started - before} processes`);
  });

  test('what is told without a new commit starts none', async () => {
    const repository = await house.repository(box.root);
    await house.scan(repository);
    const before = house.git.started;
    box.git('tag', 'v1');
    await Promise.all([house.scan(repository), house.scan(repository)]);
    assert.equal(house.git.started - before, 0);
  });

  test('forty files saved at once are compared with HEAD by one process', async () => {
    const names = Array.from({ length: 40 }, (_, at) => `file${at}.c`);
    for (const name of names) box.write(name, `// TODO: in ${name}\n`);
    commit('many files');
    const repository = await house.repository(box.root);
    const c = { id: 'c', extensions: ['.c'], configuration: '{"comments":{"lineComment":"//"}}' };
    const reader = { languages: createLanguages([c]), tags: ['TODO'], roleOf: () => 'counts' as const };
    const tree = new WorkingTree(house.git, repository);
    const before = house.git.started;
    await tree.saved(new Map(names.map(name => [name, 'int a;\n'])), reader);
    assert.equal(house.git.started - before, 1);
    assert.equal(tree.closed().length, 40);
  });
});
