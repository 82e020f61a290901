import { strict as assert } from 'node:assert';
import { commit } from '../support/git';
import { microWins, winTitled } from '../support/microWins';
import { workspaceFolder } from '../support/workspace';

suite('Several roots', () => {
  test('commits of every repository are wins', async () => {
    const api = await microWins();
    await commit(workspaceFolder(0), 'In the first root');
    await commit(workspaceFolder(1), 'In the second root');
    const first = await winTitled(api, 'In the first root');
    const second = await winTitled(api, 'In the second root');
    assert.equal(first.source.repository, 'first');
    assert.equal(second.source.repository, 'second');
  });

  test('the sum of all roots is the progress', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, (await api.getWins()).length);
  });
});
