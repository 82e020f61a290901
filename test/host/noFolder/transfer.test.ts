import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { takingFirstAnswers } from '../support/answers';
import { microWins } from '../support/microWins';

suite('Export', () => {
  test('microwins.exportData writes everything as JSON, hand-logged wins included', async () => {
    const api = await microWins();
    await api.recordWin({ title: 'To be exported' });
    const exported = async (): Promise<string | undefined> =>
      (await readdir(homedir())).find(name => /^micro-wins-.*\.json$/.test(name));
    await takingFirstAnswers('microwins.exportData');
    const text = await readFile(path.join(homedir(), (await exported()) ?? ''), 'utf8');
    assert.match(text, /To be exported/);
    assert.doesNotThrow(() => JSON.parse(text));
  });
});
