import { strict as assert } from 'node:assert';
import { environmentFrom, Git, GitError, isCancelled } from '../../../../src/detect/git/git';

suite('Starting git', () => {
  const because =
    (reason: GitError['reason']) =>
    (error: unknown): boolean =>
      error instanceof GitError && error.reason === reason;

  test('that is not there says so', async () => {
    await assert.rejects(new Git(() => 'no-such-git').run('.', ['version']), because('missing'));
  });

  test('that the system refuses to start has failed, like one that ends with an error', async () => {
    const git = new Git(() => 'git');
    await assert.rejects(git.run('.', ['log', 'a\0b']), because('failed'));
    await assert.rejects(git.run('.', ['no-such-command']), because('failed'));
  });

  test('for somebody who does not want it any more starts nothing', async () => {
    const git = new Git(() => 'git');
    await assert.rejects(git.run('.', ['version'], { signal: AbortSignal.abort() }), isCancelled);
    assert.equal(git.started, 0);
  });

  test('takes no variable along that leads it elsewhere, in whatever case Windows has it', () => {
    const elsewhere = { GIT_DIR: '/x', Git_Work_Tree: '/x', git_config_count: '1', Git_Trace2: '1' };
    const kept = environmentFrom({ ...elsewhere, PATH: '/bin', GIT_AUTHOR_EMAIL: 'me@example.com' });
    for (const name of Object.keys(elsewhere)) assert.ok(!(name in kept), name);
    assert.equal(kept.PATH, '/bin');
    assert.equal(kept.GIT_AUTHOR_EMAIL, 'me@example.com');
    assert.equal(kept.GIT_ALLOW_PROTOCOL, 'none');
  });
});
