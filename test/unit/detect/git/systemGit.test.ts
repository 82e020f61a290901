import { strict as assert } from 'node:assert';
import { Git, GitError } from '../../../../src/detect/git/git';
import { type System, SystemGit } from '../../../../src/detect/git/systemGit';

suite('Which git is started', () => {
  /** A system with git in one folder; what was asked of other programs is in `asked`. */
  function systemWith(more: Partial<System> & { readonly git?: string }): System & { asked: string[] } {
    const asked: string[] = [];
    const { git = '/usr/bin/git', ...rest } = more;
    return {
      asked,
      platform: 'darwin',
      folders: () => ['/opt/homebrew/bin', '/usr/bin', '/bin'],
      exists: file => file === git,
      succeeds: async (program, args) => {
        asked.push([program, ...args].join(' '));
        return false;
      },
      ...rest,
    };
  }
  const choose = (system: System, ...binaries: string[]): Promise<string | undefined> =>
    new SystemGit(system).choose(binaries);

  test('a Mac without its command line tools has none, and Apple’s dialog is not opened', async () => {
    const system = systemWith({});
    for (const binary of ['git', '/usr/bin/git']) {
      const git = new Git(() => binary, new SystemGit(system));
      for (const _ of [1, 2]) {
        await assert.rejects(
          git.run('.', ['version']),
          error => error instanceof GitError && error.reason === 'missing',
        );
      }
      assert.equal(git.started, 0);
    }
    assert.deepEqual([...new Set(system.asked)], ['/usr/bin/xcode-select -p']);
    assert.equal(system.asked.length, 4, 'they may be installed meanwhile');
  });

  test('with the tools it is Apple’s, and is asked for once', async () => {
    let asked = 0;
    const tools = new SystemGit(
      systemWith({
        succeeds: async () => {
          asked++;
          return true;
        },
      }),
    );
    const chosen = await Promise.all(['git', 'git', '/usr/bin/git'].map(one => tools.choose([one])));
    assert.deepEqual([...chosen, await tools.choose(['git'])], ['git', 'git', '/usr/bin/git', 'git']);
    assert.equal(asked, 1);
  });

  test('another git on a Mac, and any on another system, is started unasked', async () => {
    const brewed = systemWith({ git: '/opt/homebrew/bin/git' });
    assert.equal(await choose(brewed, 'git'), 'git');
    assert.equal(await choose(brewed, '/opt/homebrew/bin/git'), '/opt/homebrew/bin/git');
    const linux = systemWith({ platform: 'linux' });
    assert.equal(await choose(linux, 'git'), 'git');
    assert.deepEqual([...brewed.asked, ...linux.asked], []);
  });

  test('of several the first that is there, else the one on PATH, as VS Code does', async () => {
    const system = systemWith({ platform: 'linux', git: '/opt/git' });
    assert.equal(await choose(system, '/nowhere/git', '/opt/git', 'git'), '/opt/git');
    assert.equal(await choose(system, '/nowhere/git', 'git'), 'git');
    assert.equal(await choose(system, '/nowhere/git'), '/nowhere/git');
    const git = new Git(() => ['/nowhere/git', 'git']);
    assert.match(await git.run('.', ['version']), /^git version/);
  });

  test('that is on no PATH is left to the system to miss', async () => {
    assert.equal(await choose(systemWith({ folders: () => [] }), 'git'), 'git');
  });
});
