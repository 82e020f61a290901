import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Config } from '../../../src/config';
import { dayOf, localOffset } from '../../../src/core/day';
import type { FoundWin } from '../../../src/core/found';
import { Milestones } from '../../../src/features/panel/milestones';
import { Presenter } from '../../../src/features/panel/presenter';
import { Everywhere } from '../../../src/store/everywhere';
import { FolderStorage } from '../../../src/store/folderStorage';
import { eventually } from '../support/eventually';
import { memoryMemento, type OwnLedger, openOwnLedger } from '../support/ownLedger';

const dayMs = 86_400_000;

/** Wins as a scan finds them, so many days old. */
function found(count: number, daysAgo: number): FoundWin[] {
  const at = Date.now() - daysAgo * dayMs;
  const offset = localOffset(at);
  return Array.from({ length: count }, (_, index) => ({
    win: {
      id: `found-${daysAgo}-${count}-${index}`,
      kind: 'manual',
      at,
      day: dayOf(at, offset, 0),
      title: `Found ${index}`,
      provisional: false,
      why: 'It was found.',
      source: {},
    },
    offset,
  }));
}

suite('Milestones', () => {
  const said: string[] = [];
  const burst: (string | undefined)[] = [];
  let own: OwnLedger;
  let config: Config;
  let milestones: vscode.Disposable;

  const set = (values: Record<string, unknown>): Promise<unknown> =>
    Promise.all(
      Object.entries(values).map(([name, value]) =>
        vscode.workspace.getConfiguration('microwins').update(name, value, vscode.ConfigurationTarget.Global),
      ),
    );

  const kept = (id: string): Promise<unknown> =>
    eventually(`${id} is kept`, () => own.ledger.reached.has(id));

  setup(async () => {
    said.length = 0;
    burst.length = 0;
    // Whatever weekday it is.
    await set({ 'streak.restDays': [] });
    own = await openOwnLedger();
    await own.recorder.keep(own.project, found(9, 5));
    config = new Config();
    const memory = Object.assign(memoryMemento(), { setKeysForSync: () => undefined });
    const everywhere = new Everywhere(new FolderStorage(own.storage, own.log), memory, own.ledger, own.log);
    const presenter = new Presenter(config, own.ledger, everywhere, () => undefined);
    milestones = vscode.Disposable.from(
      config,
      presenter,
      everywhere,
      new Milestones({
        ...own,
        config,
        presenter,
        globalState: memoryMemento(),
        say: ({ words }) => said.push(words),
        celebrateInPanel: milestone => burst.push(milestone?.id),
        openPanel: () => undefined,
      }),
    );
    await kept('wins-1');
  });

  teardown(async () => {
    milestones.dispose();
    await own.close();
    await set({ 'streak.restDays': undefined, celebrations: undefined });
  });

  test('that the first scan brings along are kept without a word', () => {
    assert.deepEqual(said, []);
  });

  test('that a win of now reaches are said, once, without motion in the panel', async () => {
    await own.recorder.logWin('The tenth');
    await eventually('it is said', () => said.length > 0);
    assert.equal(said[0], '10 wins');
    await own.recorder.logWin('The eleventh');
    await kept('wins-10');
    assert.deepEqual(said, ['10 wins']);
    assert.deepEqual(burst, []);
  });

  test('move the panel only when the user wants it', async () => {
    await set({ celebrations: 'full' });
    await eventually('the setting is read', () => config.settings.celebrations === 'full');
    await own.recorder.logWin('The tenth');
    await eventually('the panel is told', () => burst.length > 0);
    assert.deepEqual(burst, ['wins-10']);
  });

  test('are kept without a word when celebrations are off', async () => {
    await set({ celebrations: 'off' });
    await eventually('the setting is read', () => config.settings.celebrations === 'off');
    await own.recorder.logWin('The tenth');
    await kept('wins-10');
    assert.deepEqual(said, []);
  });

  test('that an import or a rescan brings along are kept without a word', async () => {
    const [now] = found(1, 0);
    assert.ok(now);
    await own.recorder.keep(own.project, [...found(20, 3), now]);
    await kept('wins-25');
    assert.deepEqual(said, []);
  });
});
