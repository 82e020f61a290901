import { strict as assert } from 'node:assert';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FoundWin } from '../../../../src/core/found';
import { TodoCommits } from '../../../../src/detect/todos/commits';
import { createLanguages } from '../../../../src/detect/todos/languages';
import type { TodoReader } from '../../../../src/detect/todos/reader';
import { WorkingTree } from '../../../../src/detect/todos/workingTree';
import { readEntry, writeEntry } from '../../../../src/store/entries';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

const reader: TodoReader = {
  languages: createLanguages([
    { id: 'c', extensions: ['.c'], configuration: '{"comments":{"lineComment":"//"}}' },
  ]),
  tags: ['TODO'],
  roleOf: () => 'counts',
};

suite('A hostile repository', () => {
  let box: GitSandbox;
  setup(() => {
    box = new GitSandbox();
  });
  teardown(() => box.dispose());

  const commit = (message: string, ...options: string[]): void => {
    box.gitWith(
      { input: message },
      'commit',
      '--quiet',
      '--allow-empty',
      '--file=-',
      '--cleanup=verbatim',
      ...options,
    );
  };
  const titles = (house: CommitHouse): string[] => house.ledger.recent.map(({ title }) => title);

  // Windows starts no shell script; the arguments that keep git from it are the same there.
  const onUnix = process.platform === 'win32' ? () => undefined : test;
  onUnix('nothing that it configures is run', async () => {
    const canary = path.join(box.base, 'canary');
    const program = path.join(box.base, 'program.sh');
    writeFileSync(program, `#!/bin/sh\necho "$0 $@" >> '${canary}'\ncat\n`);
    chmodSync(program, 0o755);
    mkdirSync(path.join(box.root, '.git', 'evil-hooks'));
    for (const hook of [
      'post-checkout',
      'post-index-change',
      'reference-transaction',
      'fsmonitor-watchman',
      'pre-auto-gc',
    ]) {
      writeFileSync(path.join(box.root, '.git', 'evil-hooks', hook), `#!/bin/sh\necho hook >> '${canary}'\n`);
      chmodSync(path.join(box.root, '.git', 'evil-hooks', hook), 0o755);
    }
    box.write('.gitattributes', '* diff=evil filter=evil\n*.c diff=evil\n');
    box.write('a.c', '// TODO: closed by the second\n');
    box.git('add', '--all');
    commit('first');
    box.write('a.c', 'int a;\n');
    box.git('add', '--all');
    commit('second');
    const settings: Record<string, string> = {
      'diff.external': program,
      'diff.evil.textconv': program,
      'diff.evil.command': program,
      'filter.evil.clean': program,
      'filter.evil.smudge': program,
      'core.pager': program,
      'pager.log': program,
      'core.fsmonitor': program,
      'core.editor': program,
      'core.sshCommand': program,
      'core.askPass': program,
      'core.alternateRefsCommand': program,
      'core.gitProxy': program,
      'credential.helper': program,
      'gpg.program': program,
      'log.showSignature': 'true',
      'alias.log': `!${program}`,
      'alias.rev-list': `!${program}`,
      'alias.cat-file': `!${program}`,
      'alias.config': `!${program}`,
      'core.hooksPath': path.join(box.root, '.git', 'evil-hooks'),
      'uploadpack.packObjectsHook': program,
    };
    for (const [key, value] of Object.entries(settings)) box.git('config', key, value);
    rmSync(canary, { force: true });

    const house = new CommitHouse();
    const repository = await house.repository(box.root);
    await house.scan(repository);
    await house.rescan(repository);
    assert.deepEqual(titles(house).sort(), ['first', 'second']);
    const closed: FoundWin[] = [];
    await new TodoCommits(house.git, house.log.channel).read(repository, house.findings[0]?.commits ?? [], {
      project: 'project',
      sink: { known: house.ledger, dayOf: () => '2026-11-22' },
      reader: async () => reader,
      keep: async found => {
        closed.push(...found);
      },
      withdraw: async () => undefined,
    });
    assert.deepEqual(
      closed.map(({ win }) => win.title),
      ['closed by the second'],
    );
    const tree = new WorkingTree(house.git, repository);
    await tree.saved(new Map([['a.c', 'int a;\n']]), reader);
    await tree.reread([], reader);
    assert.deepEqual(tree.closed(), []);
    assert.equal(existsSync(canary), false, 'something the repository configures was run');
  });

  test('a commit of a time that no clock shows does not keep the others from counting', async () => {
    const committed = (title: string, author: string, committer: string): void => {
      const env = { GIT_AUTHOR_DATE: author, GIT_COMMITTER_DATE: committer };
      box.gitWith({ env, input: title }, 'commit', '--quiet', '--allow-empty', '--file=-');
    };
    const at = Math.floor(Date.now() / 1000);
    committed('before', `@${at} +0000`, `@${at} +0000`);
    committed('beyond all dates', '@99999999999999 +0000', `@${at + 1} +0000`);
    committed('the year 10000', '@253402300800 +0000', `@${at + 2} +0000`);
    committed('the year 10000 east of UTC', '@253402300799 +1400', `@${at + 3} +0000`);
    committed('unusable altogether', '@99999999999999 +0000', '@99999999999999 +0000');
    committed('after', `@${at + 4} +0000`, `@${at + 4} +0000`);

    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    const wins = new Map(house.ledger.recent.map(({ title, ...win }) => [title, win]));
    const counted = ['before', 'beyond all dates', 'the year 10000', 'the year 10000 east of UTC', 'after'];
    assert.deepEqual(
      counted.map(title => wins.get(title)?.at),
      [0, 1, 2, 3, 4].map(second => (at + second) * 1000),
    );
    assert.equal(wins.size, counted.length);
    for (const win of house.ledger.recent) {
      assert.ok(readEntry(writeEntry({ type: 'win', win, offset: 0 })), `${win.day} is read again`);
    }
  });

  test('a commit of a time that no clock shows is one win, amended, rebased and read anew', async () => {
    const at = Math.floor(Date.now() / 1000) - 1000;
    const git = (second: number, ...args: string[]): string =>
      box.gitWith({ env: { GIT_COMMITTER_DATE: `@${at + second} +0000` } }, ...args);
    const empty = ['commit', '--quiet', '--allow-empty'];
    git(0, ...empty, '--date', `@${at} +0000`, '-m', 'before');
    git(1, ...empty, '--date', '@99999999999999 +0000', '-m', 'odd');
    const house = new CommitHouse();
    const repository = await house.repository(box.root);
    await house.scan(repository);
    git(20, ...empty, '--amend', '-m', 'odd, amended');
    await house.scan(repository);
    box.git('checkout', '--quiet', '-b', 'other', 'HEAD~1');
    git(30, ...empty, '--date', `@${at + 30} +0000`, '-m', 'other');
    await house.scan(repository);
    box.git('checkout', '--quiet', 'main');
    git(40, 'rebase', '--quiet', '--keep-empty', 'other');
    await house.scan(repository);
    house.reload();
    await house.rescan(repository);
    assert.deepEqual(titles(house).sort(), ['before', 'odd, amended', 'other']);
  });

  onUnix(
    'what is missing in a partial clone is not fetched: no network, and no program as transport',
    async () => {
      const canary = path.join(box.base, 'canary');
      const transport = path.join(box.base, 'transport.sh');
      writeFileSync(transport, `#!/bin/sh\ntouch '${canary}'\n`);
      chmodSync(transport, 0o755);
      box.write('a.c', '// TODO: closed by the second\n');
      box.git('add', '--all');
      commit('first');
      const blob = box.git('rev-parse', 'HEAD:a.c');
      box.write('a.c', 'int a;\n');
      box.git('add', '--all');
      commit('second');
      box.git('config', 'core.repositoryFormatVersion', '1');
      box.git('config', 'extensions.partialClone', 'origin');
      box.git('config', 'remote.origin.promisor', 'true');
      box.git('config', 'remote.origin.url', `ext::${transport}`);
      box.git('config', 'protocol.allow', 'always');
      rmSync(path.join(box.root, '.git', 'objects', blob.slice(0, 2), blob.slice(2)));

      const house = new CommitHouse();
      const repository = await house.repository(box.root);
      await house.scan(repository);
      assert.deepEqual(titles(house).sort(), ['first', 'second']);
      const reading = new TodoCommits(house.git, house.log.channel).read(
        repository,
        house.findings[0]?.commits ?? [],
        {
          project: 'project',
          sink: { known: house.ledger, dayOf: () => '2026-11-22' },
          reader: async () => reader,
          keep: async () => undefined,
          withdraw: async () => undefined,
        },
      );
      await reading.catch(() => undefined); // an old git gives up, a newer one goes on without the object
      assert.equal(existsSync(canary), false, 'a transport was started');
    },
  );

  test('subjects are text: quotes, leading dashes, control and bidirectional characters', async () => {
    const subjects = [
      '--output=/tmp/x',
      '"; rm -rf "',
      "$(touch x) `y` 'z'",
      'a\u202eb',
      'tab\tbell\u0007',
      '<b onclick=x>',
      '%H %x00 %s',
    ];
    for (const subject of subjects) commit(subject);
    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    assert.deepEqual(
      titles(house).sort(),
      [
        '--output=/tmp/x',
        '"; rm -rf "',
        "$(touch x) `y` 'z'",
        'a\\u202eb',
        'tab bell\\u0007',
        '<b onclick=x>',
        '%H %x00 %s',
      ].sort(),
    );
  });

  test('bytes that are not UTF-8 do no harm', async () => {
    const message = Buffer.from([0x63, 0x61, 0x66, 0xe9, 0xff, 0x0a]);
    box.gitWith({ input: message }, 'commit', '--quiet', '--allow-empty', '--file=-');
    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    assert.equal(titles(house).length, 1);
    assert.match(titles(house)[0] ?? '', /^caf/);
  });

  test('a subject of 100 kB is cut', async () => {
    commit('x'.repeat(100_000));
    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    assert.equal(titles(house)[0]?.length, 200);
  });

  test('branch names with odd characters are text', async () => {
    commit('first');
    box.git('checkout', '--quiet', '-b', 'odd/$(x)-\u202e"\'');
    commit('on it');
    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    const win = house.ledger.recent.find(({ title }) => title === 'on it');
    assert.equal(win?.source.branch, 'odd/$(x)-\\u202e"\'');
  });

  test('a folder whose name looks like an option is opened as a folder', async () => {
    const odd = new GitSandbox('--upload-pack=x');
    try {
      odd.git('commit', '--quiet', '--allow-empty', '-m', 'inside');
      const house = new CommitHouse();
      await house.scan(await house.repository(odd.root));
      assert.deepEqual(titles(house), ['inside']);
    } finally {
      odd.dispose();
    }
  });

  test('a damaged repository is logged, and read again once it is whole', async () => {
    commit('whole');
    const sha = box.git('rev-parse', 'HEAD');
    const house = new CommitHouse();
    const repository = await house.repository(box.root);
    const object = path.join(box.root, '.git', 'objects', sha.slice(0, 2), sha.slice(2));
    const { readFileSync, unlinkSync } = await import('node:fs');
    const bytes = readFileSync(object);
    unlinkSync(object);
    await house.scan(repository);
    assert.deepEqual(titles(house), []);
    assert.ok(
      house.log.lines.some(line => /could not be read/.test(line)),
      house.log.lines.join('\n'),
    );
    writeFileSync(object, bytes);
    await house.scan(repository);
    assert.deepEqual(titles(house), ['whole']);
  });

  test('a repository of somebody else is refused by git with a reason, and opens once it is trusted', async () => {
    commit('theirs');
    const house = new CommitHouse();
    process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER = '1';
    try {
      await assert.rejects(house.repository(box.root), /dubious ownership/);
    } finally {
      delete process.env.GIT_TEST_ASSUME_DIFFERENT_OWNER;
    }
    await house.scan(await house.repository(box.root));
    assert.deepEqual(titles(house), ['theirs']);
  });

  test('a lock file does not keep commits from being read', async () => {
    commit('locked');
    writeFileSync(path.join(box.root, '.git', 'index.lock'), '');
    const house = new CommitHouse();
    await house.scan(await house.repository(box.root));
    assert.deepEqual(titles(house), ['locked']);
  });

  test('git killed midway loses nothing', async () => {
    for (let index = 0; index < 5; index++) commit(`commit ${index}`);
    const house = new CommitHouse();
    const repository = await house.repository(box.root);
    let killed = 0;
    const stream = house.git.stream.bind(house.git);
    house.git.stream = async function* (folder, args, call) {
      for await (const chunk of stream(folder, args, call)) {
        if (args[0] === 'log' && killed++ === 0) throw new Error('killed by a signal');
        yield chunk;
      }
    };
    await house.scan(repository);
    assert.deepEqual(titles(house), []);
    await house.scan(repository);
    assert.equal(titles(house).length, 5);
  });
});
