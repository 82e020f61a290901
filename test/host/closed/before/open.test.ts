import { strict as assert } from 'node:assert';
import { microWins, winTitles } from '../../support/microWins';

suite('Before VS Code is closed', () => {
  test('what is there counts', async () => {
    const api = await microWins();
    assert.ok((await winTitles(api)).includes('Read the options'));
    await api.recordWin({ title: 'Logged before closing' });
  });
});
