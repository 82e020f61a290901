import { strict as assert } from 'node:assert';
import { appendFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { GitError } from '../../../../src/detect/git/git';
import type { Repository } from '../../../../src/detect/git/repository';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

/** SPEC 2.1 with the ways in which the same commit, or one that only looks the same, comes about. */
suite('Commits, SPEC 2.1: one commit in many forms', () => {
  let box: GitSandbox;
  let house: CommitHouse;
  let repository: Repository;
  let files = 0;

  setup(async () => {
    box = new GitSandbox();
    house = new CommitHouse();
    commit('root');
    repository = await house.repository(box.root);
    await scan();
  });
  teardown(() => box.dispose());

  const scan = (): Promise<void> => house.scan(repository);
  /** A commit of a new file, at a moment (ms) for author and committer. */
  function commit(subject: string, at?: number, ...options: string[]): void {
    files += 1;
    box.write(`file${files}`, `${files}`);
    box.git('add', '--all');
    box.gitWith({ env: at === undefined ? {} : datesAt(at) }, 'commit', '-qm', subject, ...options);
  }
  function datesAt(at: number): Record<string, string> {
    const date = new Date(at).toISOString();
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }
  /** The titles of all wins but the first commit's. */
  async function titles(): Promise<string[]> {
    await scan();
    assert.deepEqual(
      house.log.lines.filter(line => !line.includes('squashed')),
      [],
    );
    const all = house.ledger.recent.map(({ title }) => title).sort();
    all.splice(all.indexOf('root'), 1);
    return all;
  }
  const minutesAgo = (minutes: number): number => Date.now() - minutes * 60_000;
  const rebase = (todo: string, ...args: string[]): string =>
    box.gitWith({ env: { GIT_SEQUENCE_EDITOR: todo, GIT_EDITOR: 'true' } }, 'rebase', '-q', '-i', ...args);

  suite('of one second and one subject', () => {
    for (const often of [true, false]) {
      test(`commits in a row are a win each, looked at ${often ? 'one by one' : 'together'}`, async () => {
        const second = minutesAgo(5);
        for (let count = 0; count < 4; count++) {
          commit('wip', second);
          if (often) await scan();
        }
        assert.deepEqual(await titles(), ['wip', 'wip', 'wip', 'wip']);
        house.reload();
        await house.rescan(repository);
        assert.equal((await titles()).length, 4);
      });
    }

    test('commits that two windows see at once are a win each, whichever keeps them first', async () => {
      const other = new CommitHouse({ ledger: house.ledger });
      await other.scan(repository);
      const second = minutesAgo(5);
      box.git('checkout', '-qb', 'topic');
      for (const name of ['one', 'two']) commit(name, second);
      // While one window has told these two apart, more happens, and the other window keeps all of it.
      house.beforeKeep = async () => {
        house.beforeKeep = async () => undefined;
        box.git('checkout', '-q', 'main');
        commit('meanwhile', second);
        box.git('rebase', '-q', 'main', 'topic');
        box.git('checkout', '-q', 'main');
        box.git('merge', '-q', '--no-ff', '-m', 'Merge topic', 'topic');
        box.git('branch', '-qd', 'topic');
        await other.scan(repository);
      };
      await scan();
      await other.scan(repository);
      assert.deepEqual(await titles(), ['meanwhile', 'one', 'two']);
    });

    test('commits on two branches are a win each', async () => {
      const second = minutesAgo(5);
      box.git('checkout', '-qb', 'other');
      commit('wip', second);
      await scan();
      box.git('checkout', '-q', 'main');
      commit('wip', second);
      assert.deepEqual(await titles(), ['wip', 'wip']);
    });

    test('commits in two repositories are a win each', async () => {
      const second = minutesAgo(5);
      const other = new GitSandbox('other');
      try {
        for (const one of [box, other])
          one.gitWith({ env: datesAt(second) }, 'commit', '-q', '--allow-empty', '-m', 'release');
        await house.scan(await house.repository(other.root));
        assert.deepEqual(await titles(), ['release', 'release']);
      } finally {
        other.dispose();
      }
    });

    test('a first commit on an orphan branch is none of the others', async () => {
      const second = minutesAgo(5);
      commit('before', second);
      await scan();
      box.git('checkout', '-q', '--orphan', 'fresh');
      commit('after', second);
      assert.deepEqual(await titles(), ['after', 'before']);
    });
  });

  test('an author’s date of long ago is no reason to leave a new commit out', async () => {
    commit('backdated', undefined, '--date=2015-01-01T12:00:00');
    assert.deepEqual(await titles(), ['backdated']);
    assert.equal(house.ledger.recent.at(-1)?.day, '2015-01-01');
    await scan();
    commit('now');
    await scan();
    box.git('commit', '-q', '--amend', '-m', 'then', '--date=2015-01-02T12:00:00');
    assert.deepEqual(await titles(), ['backdated', 'then']);
  });

  test('an old commit that is amended is no new one', async () => {
    const old = { GIT_AUTHOR_DATE: '2015-01-01T12:00:00', GIT_COMMITTER_DATE: '2015-01-01T12:00:00' };
    const before = new GitSandbox();
    try {
      before.gitWith({ env: old }, 'commit', '-q', '--allow-empty', '-m', 'old');
      const its = await house.repository(before.root);
      await house.scan(its);
      before.git('commit', '-q', '--amend', '--allow-empty', '-m', 'old, in better words');
      await house.scan(its);
      assert.deepEqual(await titles(), []);
    } finally {
      before.dispose();
    }
  });

  for (const args of [
    ['--reset-author-date'],
    ['--exec', 'git commit -q --amend --no-edit --reset-author'],
  ]) {
    test(`a rebase with ${args[0]} changes authors’ times: the same wins`, async () => {
      for (const [index, name] of ['one', 'two', 'three'].entries()) commit(name, minutesAgo(9 - index));
      await scan();
      box.git('rebase', '-q', ...args, 'HEAD~3');
      assert.deepEqual(await titles(), ['one', 'three', 'two']);
    });
  }

  test('history with another address of the author: the same wins', async () => {
    for (const name of ['one', 'two']) commit(name, minutesAgo(3));
    await scan();
    box.git('config', 'user.email', 'new@example.com');
    house.reload();
    const filter = 'GIT_AUTHOR_EMAIL=new@example.com';
    const env = { FILTER_BRANCH_SQUELCH_WARNING: '1' };
    box.gitWith({ env }, 'filter-branch', '-f', '--env-filter', filter, 'HEAD');
    assert.deepEqual(await titles(), ['one', 'two']);
  });

  for (const often of [true, false]) {
    test(`a commit split in a rebase is the two that it became, looked at ${often ? 'often' : 'once'}`, async () => {
      const look = async (): Promise<void> => (often ? scan() : undefined);
      for (const name of ['left', 'right']) box.write(name, name);
      box.git('add', '--all');
      box.git('commit', '-qm', 'both');
      commit('later');
      await scan();
      rebase('sed -i.bak 1s/pick/edit/', 'HEAD~2');
      await look();
      box.git('reset', '-q', 'HEAD^');
      for (const name of ['left', 'right']) {
        await look();
        box.git('add', name);
        box.git('commit', '-qm', name);
      }
      await look();
      box.gitWith({ env: { GIT_EDITOR: 'true' } }, 'rebase', '--continue');
      assert.deepEqual(await titles(), ['later', 'left', 'right']);
    });
  }

  test('a rebase that is stopped and aborted changes nothing', async () => {
    for (const name of ['one', 'two']) commit(name);
    await scan();
    rebase('sed -i.bak 1s/pick/edit/', 'HEAD~2');
    box.git('reset', '-q', '--hard', 'HEAD^');
    await scan();
    box.git('rebase', '--abort');
    assert.deepEqual(await titles(), ['one', 'two']);
  });

  test('undo of the first commit, and it is made again: 1 win', async () => {
    box.git('update-ref', '-d', 'HEAD');
    await scan();
    box.gitWith({ env: datesAt(Date.now() + 5000) }, 'commit', '-qm', 'root');
    assert.deepEqual(await titles(), []);
  });

  test('cherry-picked, seen, and the picking aborted: the original keeps its win', async () => {
    box.write('file', 'base');
    commit('base');
    box.git('branch', 'release');
    commit('first');
    box.write('file', 'ours');
    commit('second');
    await scan();
    box.git('checkout', '-q', 'release');
    box.write('file', 'theirs');
    commit('release only');
    await scan();
    assert.ok(!box.tries('cherry-pick', 'main~1', 'main'), 'the second conflicts');
    await scan();
    box.git('cherry-pick', '--abort');
    assert.deepEqual(await titles(), ['base', 'first', 'release only', 'second']);
  });

  test('amended to what it was, in the same second: 1 win', async () => {
    await scan();
    const env = datesAt(Date.now());
    box.gitWith({ env }, 'commit', '-q', '--allow-empty', '-m', 'two');
    const before = box.git('rev-parse', 'HEAD');
    box.gitWith({ env }, 'commit', '-q', '--allow-empty', '--amend', '--no-edit');
    assert.equal(box.git('rev-parse', 'HEAD'), before);
    assert.deepEqual(await titles(), ['two']);
  });

  test('moved to a branch of its own by branch and reset, before anybody looked: 1 win', async () => {
    await scan();
    commit('two');
    box.git('branch', 'topic');
    box.git('reset', '-q', '--hard', 'HEAD~1');
    assert.deepEqual(await titles(), ['two']);
    box.git('checkout', '-q', 'topic');
    assert.deepEqual(await titles(), ['two']);
  });

  test('the first one amended is told of, since it names the project; others are not', async () => {
    const before = box.git('rev-parse', 'HEAD');
    commit('second');
    await scan();
    assert.deepEqual(house.rooted, []);
    box.git('reset', '-q', '--hard', 'HEAD~1');
    box.git('commit', '-q', '--amend', '-m', 'root, in other words');
    await scan();
    const after = [box.git('rev-parse', 'HEAD')];
    assert.deepEqual(house.rooted, [{ project: before, now: after, anywhere: after }]);
  });

  test('the first one rewritten is told of, whoever made it, and however long ago', async () => {
    const other = new GitSandbox('other');
    try {
      const long = { GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z', GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z' };
      const theirs = ['--allow-empty', '--author', 'Colleague <colleague@example.com>', '-qm', 'theirs'];
      other.gitWith({ env: long }, 'commit', ...theirs);
      const before = other.git('rev-parse', 'HEAD');
      other.git('commit', '--allow-empty', '-qm', 'ours');
      const there = await house.repository(other.root);
      await house.scan(there);
      other.git('rebase', '-q', '--root', '--force-rebase');
      await house.scan(there);
      const after = [other.git('rev-list', '--max-parents=0', 'HEAD')];
      assert.deepEqual(house.rooted, [{ project: before, now: after, anywhere: after }]);
    } finally {
      other.dispose();
    }
  });

  test('the first one rewritten is told of also where all commits are by others', async () => {
    const other = new GitSandbox('other');
    try {
      other.git('commit', '--allow-empty', '--author', 'Colleague <colleague@example.com>', '-qm', 'theirs');
      const before = other.git('rev-parse', 'HEAD');
      const there = await house.repository(other.root);
      await house.scan(there);
      other.gitWith(
        { env: datesAt(Date.now() + 5000) },
        'commit',
        '-q',
        '--amend',
        '--allow-empty',
        '-m',
        'in other words',
      );
      await house.scan(there);
      const after = [other.git('rev-parse', 'HEAD')];
      assert.deepEqual(house.rooted, [{ project: before, now: after, anywhere: after }]);
    } finally {
      other.dispose();
    }
  });

  test('the first one rewritten is told of also with another author, and once more; the old one is told of while a branch has it', async () => {
    const other = new GitSandbox('other');
    try {
      const theirs = ['--author', 'Colleague <colleague@example.com>', '--allow-empty', '-q'];
      other.git('commit', ...theirs, '-m', 'theirs');
      const before = other.git('rev-parse', 'HEAD');
      other.git('branch', 'kept');
      const there = await house.repository(other.root);
      await house.scan(there);
      const renamed = ['--amend', '--author', 'Agent <agent@example.com>', '--date', '2020-01-01T00:00:00Z'];
      other.git('commit', '-q', '--allow-empty', '--no-edit', ...renamed);
      await house.scan(there);
      const once = other.git('rev-parse', 'HEAD');
      other.git('branch', '-qD', 'kept');
      other.git('commit', '-q', '--allow-empty', '--amend', '-m', 'in other words');
      await house.scan(there);
      const twice = other.git('rev-parse', 'HEAD');
      assert.deepEqual(house.rooted, [
        { project: before, now: [once], anywhere: [before, once].sort() },
        { project: before, now: [twice], anywhere: [twice] },
      ]);
    } finally {
      other.dispose();
    }
  });

  test('a first commit that goes with nothing known is none rewritten: a branch of its own, another repository', async () => {
    box.git('checkout', '-q', '--orphan', 'pages');
    box.gitWith({ env: datesAt(Date.now() + 5000) }, 'commit', '-qm', 'pages');
    box.git('branch', '-qD', 'main');
    await scan();
    rmSync(path.join(box.root, '.git'), { recursive: true });
    box.git('init', '-q');
    box.gitWith({ env: datesAt(Date.now() + 6000) }, 'commit', '-q', '--allow-empty', '-m', 'anew');
    await scan();
    assert.deepEqual(await titles(), ['anew', 'pages']);
    assert.deepEqual(house.rooted, []);
  });

  suite('merged with --squash, however', () => {
    setup(async () => {
      box.git('checkout', '-qb', 'feature');
      for (const name of ['one', 'two']) commit(name);
      await scan();
      box.git('checkout', '-q', 'main');
    });
    const squash = (branch = 'feature'): void => {
      box.git('merge', '-q', '--squash', branch);
      box.gitWith({ env: datesAt(Date.now() + 5000) }, 'commit', '-qm', branch);
    };

    test('right after a commit', async () => {
      commit('main moves on');
      await scan();
      squash();
      assert.deepEqual(await titles(), ['main moves on', 'one', 'two']);
    });

    test('with the branch deleted at once', async () => {
      await scan();
      squash();
      box.git('branch', '-D', 'feature');
      assert.deepEqual(await titles(), ['one', 'two']);
    });

    test('and the history read anew, once what happened is forgotten', async () => {
      await scan();
      squash();
      await scan();
      house.reload();
      await house.rescan(repository);
      assert.deepEqual(await titles(), ['one', 'two']);
      const worktree = path.join(box.base, 'elsewhere');
      box.git('worktree', 'add', '-q', worktree);
      await house.scan(await house.repository(worktree));
      assert.deepEqual(await titles(), ['one', 'two']);
    });

    test('made in a worktree of another name', async () => {
      const worktree = path.join(box.base, 'elsewhere');
      box.git('worktree', 'add', '-q', worktree);
      writeFileSync(path.join(worktree, 'three'), '3');
      box.git('-C', worktree, 'add', '--all');
      box.gitWith({ env: datesAt(Date.now() + 2000) }, '-C', worktree, 'commit', '-qm', 'three');
      await house.scan(await house.repository(worktree));
      await scan();
      squash('elsewhere');
      assert.deepEqual(await titles(), ['one', 'three', 'two']);
    });

    test('of two branches that were merged into each other', async () => {
      commit('main moves on');
      box.git('branch', 'moved');
      box.git('merge', '-q', '--no-edit', 'feature');
      box.git('checkout', '-q', 'feature');
      box.git('merge', '-q', '--no-edit', 'moved');
      commit('three');
      await scan();
      box.git('checkout', '-q', 'main');
      squash();
      assert.deepEqual(await titles(), ['main moves on', 'one', 'three', 'two']);
    });

    test('what a branch of another beginning holds, too, is work of its own', async () => {
      box.git('checkout', '-q', '--orphan', 'pages');
      commit('pages');
      await scan();
      box.git('checkout', '-q', 'main');
      box.git('checkout', '-q', 'pages', '--', `file${files}`);
      box.git('commit', '-qm', 'a page');
      assert.deepEqual(await titles(), ['a page', 'one', 'pages', 'two']);
    });

    test('a part of a branch is work of its own', async () => {
      await scan();
      box.git('checkout', '-q', 'feature', '--', `file${files}`);
      box.git('commit', '-qm', 'a part');
      assert.deepEqual(await titles(), ['a part', 'one', 'two']);
    });

    test('a file set back to what an unmerged branch never changed is work of its own', async () => {
      box.write('README', 'first');
      box.git('add', '--all');
      box.git('commit', '-qm', 'readme');
      box.git('checkout', '-qb', 'stale');
      commit('stale');
      await scan();
      box.git('checkout', '-q', 'main');
      box.write('README', 'second');
      box.git('commit', '-qam', 'again');
      await scan();
      box.write('README', 'first');
      box.git('checkout', '-q', '--detach');
      box.git('commit', '-qam', 'back');
      assert.deepEqual(await titles(), ['again', 'back', 'one', 'readme', 'stale', 'two']);
    });
  });

  suite('.mailmap', () => {
    const map = (line: string): void => {
      box.write('.mailmap', `# who is who\n${line}\n`);
      house.reload();
    };

    test('may map the user’s address for a name only', async () => {
      map('Dev <proper@example.com> Dev <dev@example.com>');
      commit('mapped');
      assert.deepEqual(await titles(), ['mapped']);
    });

    test('may be another file', async () => {
      const file = path.join(box.base, 'map');
      writeFileSync(file, 'Dev <proper@example.com> <dev@example.com>\n');
      box.git('config', 'mailmap.file', file);
      house.reload();
      commit('mapped');
      assert.deepEqual(await titles(), ['mapped']);
    });

    test('tells a co-author’s former address', async () => {
      map('Dev <dev@example.com> <old@example.com>');
      commit(
        'paired\n\nCo-authored-by: Dev <Old@example.com>',
        undefined,
        '--author=Pair <pair@example.com>',
      );
      assert.deepEqual(await titles(), ['paired']);
    });

    test('may say that the address is somebody else’s under another name', async () => {
      map('Other <other@example.com> Other <dev@example.com>');
      commit('theirs', undefined, '--author=Other <dev@example.com>');
      commit('mine');
      assert.deepEqual(await titles(), ['mine']);
    });
  });

  test('on a branch that HEAD left before anybody looked: 1 win, named after that branch, also once merged', async () => {
    box.git('checkout', '-q', '-b', 'topic');
    commit('on topic');
    box.git('checkout', '-q', 'main');
    assert.deepEqual(await titles(), ['on topic']);
    assert.equal(house.ledger.recent.find(({ title }) => title === 'on topic')?.source.branch, 'topic');
    commit('on main');
    box.git('merge', '-q', '--no-edit', 'topic');
    assert.deepEqual(await titles(), ['on main', 'on topic']);
    box.git('checkout', '-q', 'topic');
    house.reload();
    assert.deepEqual(await titles(), ['on main', 'on topic']);
  });

  test('at nine hundred heads that HEAD left before anybody looked: 1 win each, within what Windows takes as arguments', async () => {
    const main = box.git('rev-parse', 'HEAD');
    const who = `Dev <dev@example.com> ${Math.floor(minutesAgo(1) / 1000)} +0000`;
    const parts = Array.from({ length: 900 }, (_, at) => {
      const [subject, from] = [`step ${at}`, at === 0 ? `from ${main}\n` : ''];
      return `commit refs/heads/topic\ncommitter ${who}\ndata ${subject.length}\n${subject}\n${from}\n`;
    });
    box.gitWith({ input: parts.join('') }, 'fast-import', '--quiet');
    const shas = box.git('rev-list', '--reverse', `${main}..topic`).split('\n');
    const there = (sha: string): string => `${main} ${sha} ${who}\tcheckout: moving from main to ${sha}\n`;
    const back = (sha: string): string => `${sha} ${main} ${who}\tcheckout: moving from ${sha} to main\n`;
    appendFileSync(repository.reflog, shas.map(sha => there(sha) + back(sha)).join(''));

    const { git } = house;
    const bytes = git.bytes.bind(git);
    git.bytes = (folder, args, call) => {
      if (args.join(' ').length > 30_000) throw new GitError('failed', 'spawn ENAMETOOLONG');
      return bytes(folder, args, call);
    };
    await scan();
    assert.deepEqual(house.log.lines, []);
    assert.equal(house.ledger.total, 901);
  });

  for (const way of ['rebased', 'picked'] as const) {
    test(`on a branch that was left, ${way} in the same second and deleted before anybody looked: 1 win each`, async () => {
      const second = minutesAgo(1);
      const env = datesAt(second);
      box.git('checkout', '-q', '-b', 'topic');
      commit('first', second);
      commit('second', second);
      box.git('checkout', '-q', 'main');
      commit('meanwhile', second);
      if (way === 'rebased') {
        box.gitWith(
          { env: { GIT_COMMITTER_DATE: env.GIT_COMMITTER_DATE ?? '' } },
          'rebase',
          '-q',
          'main',
          'topic',
        );
        box.git('checkout', '-q', 'main');
        box.gitWith({ env }, 'merge', '-q', '--no-ff', '--no-edit', 'topic');
      } else {
        box.gitWith(
          { env: { GIT_COMMITTER_DATE: env.GIT_COMMITTER_DATE ?? '' } },
          'cherry-pick',
          'main..topic',
        );
      }
      box.git('branch', '-q', '-D', 'topic');
      assert.deepEqual(await titles(), ['first', 'meanwhile', 'second']);
      house.reload();
      assert.deepEqual(await titles(), ['first', 'meanwhile', 'second']);
    });
  }

  test('under an address that git was given a moment ago', async () => {
    box.gitWith({}, 'config', 'user.email', 'new@example.com');
    commit('as somebody new', undefined, '--author=Dev <new@example.com>');
    box.gitWith(
      { env: { GIT_COMMITTER_EMAIL: 'new@example.com' } },
      'commit',
      '-q',
      '--amend',
      '--no-edit',
      '--author=Dev <new@example.com>',
    );
    assert.deepEqual(await titles(), ['as somebody new']);
  });

  test('without a reflog commits are still told apart', async () => {
    box.git('config', 'core.logAllRefUpdates', 'false');
    rmSync(path.join(box.root, '.git', 'logs'), { recursive: true });
    commit('one');
    await scan();
    box.git('commit', '-q', '--amend', '-m', 'better');
    assert.equal(existsSync(repository.reflog), false);
    assert.deepEqual(await titles(), ['better']);
  });
});
