import { strict as assert } from 'node:assert';
import { microWins } from '../support/microWins';
import { logsAWin } from '../support/steps';

suite('A folder without git', () => {
  test('opens calmly, and logged wins work', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, 0);
    await logsAWin(api, 'Sorted the notes');
  });
});
