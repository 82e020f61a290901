import { strict as assert } from 'node:assert';
import { Config } from '../../../src/config';
import { Detection } from '../../../src/features/detection/detection';
import { microWins } from '../support/microWins';
import { openOwnLedger } from '../support/ownLedger';

suite('Several repositories that are read for the first time', () => {
  test('are cancelled together: one that waits is not read until the next scan', async () => {
    // Until VS Code's own git has looked at them, it tells of HEADs that are new to it: each is a next scan.
    await microWins();
    const own = await openOwnLedger();
    const config = new Config();
    const detection = new Detection({ ...own, config, dayOf: () => '2026-11-23' });
    const winsOf = (name: string): number =>
      own.ledger.recent.filter(({ source }) => source.repository === name).length;
    try {
      const started = detection.start();
      let opened = 0;
      detection.repositories.onDidOpen(() => {
        opened++;
        if (opened === 2) detection.cancelScan();
      });
      await started;
      assert.equal(opened, 2);
      assert.equal(winsOf('second'), 0);
      await detection.rescan();
      assert.ok(winsOf('first') > 0 && winsOf('second') > 0);
    } finally {
      detection.dispose();
      config.dispose();
      await own.close();
    }
  });
});
