import { strict as assert } from 'node:assert';
import { Config } from '../../../src/config';
import { dayOf } from '../../../src/core/day';
import { Detection } from '../../../src/features/detection/detection';
import type { Ledger } from '../../../src/store/ledger';
import { Recorder } from '../../../src/store/recorder';
import { microWins } from '../support/microWins';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

const dayAt = (at: number, offset: number): string => dayOf(at, offset, 0);

/** Tells when a scan has been kept. */
class TellingRecorder extends Recorder {
  onKept: () => void = () => undefined;

  override async keepScan(...scan: Parameters<Recorder['keepScan']>): Promise<boolean> {
    const isKept = await super.keepScan(...scan);
    this.onKept();
    return isKept;
  }
}

suite('A window that closes when commits are kept, and their TODOs are not read yet', () => {
  let own: OwnLedger;
  const config = new Config();

  const windowOn = (ledger: Ledger): { recorder: TellingRecorder; detection: Detection } => {
    const recorder = new TellingRecorder(ledger, dayAt, Date.now);
    const { log, context } = own;
    return { recorder, detection: new Detection({ config, ledger, recorder, log, dayOf: dayAt, context }) };
  };
  const titles = (ledger: Ledger, kind: string): string[] =>
    ledger.recent.filter(win => win.kind === kind).map(({ title }) => title);

  setup(async () => {
    own = await openOwnLedger();
  });
  teardown(() => own.close());
  suiteTeardown(() => config.dispose());

  test('the next window reads them, though HEAD stands where it stood', async () => {
    const it = new Scenario(await microWins(), workspaceFolder());
    await it.write('interrupted.ts', '// TODO: be read by the next window\n');
    await it.commit('Leave it');
    await it.write('interrupted.ts', '// done\n');
    await it.commit('Close it');

    const first = windowOn(own.ledger);
    const isClosed = new Promise<void>(resolve => {
      first.recorder.onKept = () => {
        first.detection.dispose();
        resolve();
      };
    });
    void first.detection.start();
    await isClosed;
    assert.ok(titles(own.ledger, 'commit').includes('Close it'));
    assert.deepEqual(titles(own.ledger, 'todo'), []);

    const ledger = await own.next();
    const second = windowOn(ledger);
    await second.detection.start();
    second.detection.dispose();
    assert.ok(titles(ledger, 'todo').includes('be read by the next window'));
  });
});
