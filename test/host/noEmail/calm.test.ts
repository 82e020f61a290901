import { strict as assert } from 'node:assert';
import { git } from '../support/git';
import { microWins, winTitled } from '../support/microWins';
import { logsAWin } from '../support/steps';
import { workspaceFolder } from '../support/workspace';

suite('A repository whose git knows no user.email', () => {
  test('opens calmly, counts nobody’s commits, and logged wins work', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, 0);
    await logsAWin(api, 'Wrote to the team');
  });

  test('commits count as soon as the address is set', async () => {
    const api = await microWins();
    await git(workspaceFolder(), 'config', 'user.email', 'dev@example.com');
    await winTitled(api, 'Read the options');
  });
});
