import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Config } from '../../../src/config';
import { localOffset } from '../../../src/core/day';
import { Presenter } from '../../../src/features/panel/presenter';
import { Everywhere } from '../../../src/store/everywhere';
import { FolderStorage } from '../../../src/store/folderStorage';
import { memoryMemento, type OwnLedger, openOwnLedger } from '../support/ownLedger';

suite('The turn of the day', () => {
  const { setTimeout } = globalThis;
  const { now } = Date;
  let own: OwnLedger;
  let presenter: Presenter;
  let parts: vscode.Disposable;
  let drawn: number;
  let hourEnds: () => void;
  let followZone: () => void;
  const { TZ } = process.env;

  setup(async () => {
    followZone = () => undefined;
    own = await openOwnLedger();
    const config = new Config();
    const memento = Object.assign(memoryMemento(), { setKeysForSync: () => undefined });
    const everywhere = new Everywhere(new FolderStorage(own.storage, own.log), memento, own.ledger, own.log);
    // The presenter's own timer, to be ended by hand: it is the only one that is set here.
    globalThis.setTimeout = ((work: () => void) => {
      hourEnds = work;
      return setTimeout(() => undefined, 0);
    }) as typeof globalThis.setTimeout;
    presenter = new Presenter(config, own.ledger, everywhere, () => followZone());
    globalThis.setTimeout = setTimeout;
    parts = vscode.Disposable.from(presenter, everywhere, config);
    drawn = 0;
    presenter.onDidChange(() => {
      drawn += 1;
    });
  });
  teardown(async () => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
    parts.dispose();
    await own.close();
  });

  /** Does something as if it were tomorrow. */
  function tomorrow(work: () => void): void {
    Date.now = () => now() + 86_400_000;
    try {
      work();
    } finally {
      Date.now = now;
    }
  }

  function dayIn(timeZone: string): string {
    return new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short' }).format(Date.now());
  }

  test('it is drawn, also when somebody asked for the numbers just before', () => {
    const { today } = presenter.overview;
    tomorrow(() => {
      assert.notEqual(presenter.overview.today, today); // a hover, say
      hourEnds();
    });
    assert.equal(drawn, 1);
  });

  test('it is drawn where the computer travelled to another zone, and once', () => {
    const here = presenter.overview.today;
    const offset = localOffset(Date.now());
    // Fourteen hours east or twelve west of UTC: in one of them it is another day.
    const zones = ['Etc/GMT-14', 'Etc/GMT+12'];
    const there = zones.find(zone => dayIn(zone) !== here) ?? '';
    followZone = () => {
      process.env.TZ = there;
    };
    hourEnds();
    assert.notEqual(localOffset(Date.now()), offset);
    assert.equal(presenter.overview.today, dayIn(there));
    assert.equal(drawn, 1);
    hourEnds();
    assert.equal(drawn, 1);
  });

  test('it is not drawn at any other hour, nor when all was drawn since', async () => {
    hourEnds();
    assert.equal(drawn, 0);
    Date.now = () => now() + 86_400_000;
    try {
      await own.ledger.setHome('folder-other');
      const before = drawn;
      assert.ok(before > 0);
      hourEnds();
      assert.equal(drawn, before);
    } finally {
      Date.now = now;
    }
  });
});
