import { strict as assert } from 'node:assert';
import { mergedIn } from '../../../../src/detect/commits/merged';
import { Git } from '../../../../src/detect/git/git';
import { findRepository, type Repository } from '../../../../src/detect/git/repository';
import { GitSandbox } from '../../support/gitSandbox';

const week = { from: Date.UTC(2026, 10, 16), to: Date.UTC(2026, 10, 23) };

suite('What was merged in a week', () => {
  const git = new Git(() => 'git');
  let box: GitSandbox;

  setup(() => {
    box = new GitSandbox();
  });
  teardown(() => box.dispose());

  const commit = (subject: string, day: string, author = 'Dev <dev@example.com>', message = ''): void => {
    const date = `${day}T10:00:00Z`;
    const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    box.write(`${subject.replace(/\W/g, '')}.txt`, subject);
    box.git('add', '.');
    box.gitWith({ env }, 'commit', '--quiet', `--author=${author}`, '-m', `${subject}\n\n${message}`);
  };
  const merged = async (): Promise<{ author: string; coAuthors: readonly string[]; subject: string }[]> => {
    const repository = (await findRepository(git, box.root)) as Repository;
    return (await mergedIn(git, repository, week)).map(({ sha: _, ...rest }) => rest);
  };

  test('is what came to the main line, whenever it was made, without merge commits', async () => {
    commit('Old', '2026-11-10');
    box.git('checkout', '--quiet', '-b', 'feature');
    commit('Made last week', '2026-11-12', 'Bo <bo@example.com>');
    box.git('checkout', '--quiet', 'main');
    commit('Made this week', '2026-11-17');
    const env = { GIT_AUTHOR_DATE: '2026-11-18T10:00:00Z', GIT_COMMITTER_DATE: '2026-11-18T10:00:00Z' };
    box.gitWith({ env }, 'merge', '--quiet', '--no-ff', '-m', 'Merge feature', 'feature');
    box.git('checkout', '--quiet', '-b', 'unmerged', 'HEAD~1');
    commit('Not merged', '2026-11-18');
    box.git('checkout', '--quiet', 'main');
    assert.deepEqual((await merged()).map(({ subject }) => subject).sort(), [
      'Made last week',
      'Made this week',
    ]);
  });

  test('of a week that is over holds nothing that came later', async () => {
    commit('Before', '2026-11-10');
    commit('In that week', '2026-11-22');
    commit('After', '2026-11-23');
    assert.deepEqual(
      (await merged()).map(({ subject }) => subject),
      ['In that week'],
    );
  });

  test('goes by the remote’s main branch where it is known', async () => {
    commit('Merged', '2026-11-17');
    box.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    box.git('symbolic-ref', 'refs/remotes/origin/HEAD', 'refs/remotes/origin/main');
    commit('Only here', '2026-11-18');
    assert.deepEqual(
      (await merged()).map(({ subject }) => subject),
      ['Merged'],
    );
  });

  test('names people after .mailmap, co-authors too, and leaves programs out', async () => {
    box.write('.mailmap', 'Anna Bell <anna@example.com>\nBo Lind <bo@example.com> <bo@old.example.com>\n');
    commit(
      'Together',
      '2026-11-17',
      'ann <anna@example.com>',
      'Co-authored-by: bo <bo@old.example.com>\nCo-authored-by: Claude <noreply@anthropic.com>\nCo-authored-by: no address',
    );
    commit('Bump', '2026-11-17', 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>');
    commit(
      'Written by a program for Anna',
      '2026-11-18',
      'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
      'Co-authored-by: A. Bell <anna@example.com>',
    );
    const programs = await merged();
    assert.deepEqual(programs, [
      { author: 'Anna Bell', coAuthors: ['Bo Lind', 'no address'], subject: 'Together' },
      { author: 'Anna Bell', coAuthors: [], subject: 'Written by a program for Anna' },
    ]);
  });

  test('is nothing in a repository without a commit, and stops when cancelled', async () => {
    assert.deepEqual(await merged(), []);
    const repository = (await findRepository(git, box.root)) as Repository;
    const reading = mergedIn(git, repository, week, { signal: AbortSignal.abort() });
    await assert.rejects(reading, /cancelled/);
  });
});
