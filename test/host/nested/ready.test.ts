import { strict as assert } from 'node:assert';
import { Config } from '../../../src/config';
import { Detection } from '../../../src/features/detection/detection';
import type { Ledger } from '../../../src/store/ledger';
import { Recorder } from '../../../src/store/recorder';
import { microWins, winTitles } from '../support/microWins';
import { openOwnLedger } from '../support/ownLedger';

/** Of the repository and of its submodule. */
const all = ['Read the options', 'Read the options', 'Start the project', 'Start the project'];

suite('A repository below the folder that is open, and its submodule', () => {
  test('have been read when the API is ready, though only VS Code’s git knows them', async () => {
    const api = await microWins();
    assert.deepEqual(await winTitles(api), all);
    assert.equal(api.getProgress().total, all.length);
  });

  test('are not forgotten at the next start before they are found again', async () => {
    const own = await openOwnLedger();
    const config = new Config();
    const titles = (ledger: Ledger): string[] => ledger.recent.map(({ title }) => title).sort();
    const start = async (ledger: Ledger): Promise<void> => {
      const { log, context } = own;
      const dayOf = (): string => '2026-11-23';
      const recorder = new Recorder(ledger, dayOf, Date.now);
      const detection = new Detection({ config, ledger, recorder, log, dayOf, context });
      await detection.start();
      detection.dispose();
    };
    try {
      await start(own.ledger);
      assert.deepEqual(titles(own.ledger), all);
      const next = await own.next();
      const shown: string[][] = [];
      next.onDidChange(() => shown.push(titles(next)));
      await start(next);
      assert.ok(shown.length > 0);
      for (const each of shown) assert.deepEqual(each, all);
    } finally {
      config.dispose();
      await own.close();
    }
  });
});
