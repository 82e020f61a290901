import { strict as assert } from 'node:assert';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { Config } from '../../../src/config';
import { dayOf } from '../../../src/core/day';
import { Detection } from '../../../src/features/detection/detection';
import { FolderStorage } from '../../../src/store/folderStorage';
import { Ledger } from '../../../src/store/ledger';
import { Recorder } from '../../../src/store/recorder';
import { StateStore } from '../../../src/store/state';
import { eventually } from '../support/eventually';
import { commit, git } from '../support/git';
import { memoryMemento, type OwnLedger, openOwnLedger } from '../support/ownLedger';
import { workspaceFolder } from '../support/workspace';

const dayAt = (at: number, offset: number): string => dayOf(at, offset, 0);

suite('The first commit, which names a project', () => {
  const config = new Config();
  let own: OwnLedger;
  const windows: { dispose(): void }[] = [];

  setup(async () => {
    own = await openOwnLedger();
  });
  teardown(async () => {
    for (const window of windows) window.dispose();
    await own.close();
  });
  suiteTeardown(() => config.dispose());

  /** A window on this folder with workspace state of its own, as after the folder was moved. */
  async function freshWindow(): Promise<Ledger> {
    const { log, context } = own;
    const storage = new FolderStorage(own.storage, log);
    const ledger = new Ledger(storage, new StateStore(memoryMemento()), log, () => undefined);
    await ledger.load('folder');
    const recorder = new Recorder(ledger, dayAt, Date.now);
    const detection = new Detection({ config, ledger, recorder, log, context, dayOf: dayAt });
    windows.push(detection, ledger);
    await detection.start();
    return ledger;
  }

  test('may be amended: where the folder is opened anew, what was kept before is there', async () => {
    await git(workspaceFolder(), 'checkout', '--quiet', '--orphan', 'fresh');
    await commit(workspaceFolder(), 'First');
    const before = await freshWindow();
    const project = await before.homeProject;
    assert.equal(project, `git-${await git(workspaceFolder(), 'rev-parse', 'HEAD')}`);
    await before.record(project, [{ type: 'review', week: '2026-11-16', answer: 'Small steps' }]);
    await git(workspaceFolder(), 'commit', '--quiet', '--amend', '-m', 'First, in other words');
    const name = `git-${await git(workspaceFolder(), 'rev-parse', 'HEAD')}`;
    await eventually('the new name is noted', () =>
      existsSync(path.join(own.storage, 'projects', name, 'same-as')),
    );
    const after = await freshWindow();
    assert.equal(after.home, project);
    assert.equal(after.reviews.get('2026-11-16'), 'Small steps');
    assert.deepEqual(
      after.recent.map(({ title }) => title),
      ['First, in other words'],
    );
  });
});
