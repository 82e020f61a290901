import { strict as assert } from 'node:assert';
import { commit } from '../support/git';
import { microWins, winTitled, winTitles } from '../support/microWins';
import { logsAWin } from '../support/steps';
import { workspaceFolder } from '../support/workspace';

suite('A repository without commits', () => {
  test('opens calmly, and logged wins work', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, 0);
    await logsAWin(api, 'Thought about it');
  });

  test('its first commit is a win, and what was logged before stays', async () => {
    const api = await microWins();
    await commit(workspaceFolder(), 'The very first');
    await winTitled(api, 'The very first');
    await commit(workspaceFolder(), 'The second');
    await winTitled(api, 'The second');
    assert.deepEqual((await winTitles(api)).sort(), ['The second', 'The very first', 'Thought about it']);
    assert.equal(api.getProgress().total, 3);
  });
});
