import { strict as assert } from 'node:assert';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Config, type Settings } from '../../../src/config';
import { dayOf } from '../../../src/core/day';
import { Detection } from '../../../src/features/detection/detection';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

const file = 'partsInTime.ts';

suite('Parts of detection', () => {
  let own: OwnLedger;
  let changed: vscode.EventEmitter<Settings>;
  let settings: Settings;
  let detection: Detection;
  let it: Scenario;

  setup(async () => {
    own = await openOwnLedger();
    it = new Scenario(await microWins(), workspaceFolder());
    await it.write(file, '// TODO: be open\n');
    changed = new vscode.EventEmitter();
    const real = new Config();
    settings = { ...real.settings, tests: { ...real.settings.tests, enabled: false } };
    real.dispose();
    const { ledger, recorder, log, context } = own;
    detection = new Detection({
      config: {
        get settings() {
          return settings;
        },
        onDidChange: changed.event,
      } as Config,
      ledger,
      recorder,
      log,
      dayOf: (at, offset) => dayOf(at, offset, 0),
      context,
    });
  });
  teardown(async () => {
    detection.dispose();
    changed.dispose();
    await rm(path.join(it.folder, file));
    await own.close();
  });

  function switchTodos(enabled: boolean): void {
    const before = settings;
    settings = { ...settings, todos: { ...settings.todos, enabled } };
    changed.fire(before);
  }
  const openTodos = async (): Promise<number> =>
    (await detection.openTodos(vscode.Uri.file(path.join(it.folder, file)))).length;

  test('one that is switched off while it is loaded does not start', async () => {
    switchTodos(false);
    await detection.start();
    assert.equal(await openTodos(), 0);
    switchTodos(true);
    switchTodos(false);
    switchTodos(true);
    await eventually('it has started', async () => (await openTodos()) > 0);
    switchTodos(false);
    switchTodos(true);
    switchTodos(false);
    // Longer than a part that is loaded already takes to start.
    for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setImmediate(resolve));
    assert.equal(await openTodos(), 0);
  });

  test('none starts when the window was closed before it began', async () => {
    const started = detection.start();
    detection.dispose();
    await started;
    assert.equal(await openTodos(), 0);
    assert.deepEqual(detection.repositories.all, []);
    assert.equal(own.ledger.recent.length, 0);
  });

  for (const nth of [1, 2]) {
    test(`none starts when the window is closed once it has asked ${nth} times whether it shall`, async () => {
      let asked = 0;
      const todos = {
        ...settings.todos,
        get enabled(): boolean {
          // Right after the answer, while the part is loaded.
          if (++asked === nth) queueMicrotask(() => detection.dispose());
          return true;
        },
      };
      settings = { ...settings, todos };
      await detection.start();
      await eventually('it has asked', () => asked >= nth);
      assert.equal(await openTodos(), 0);
    });
  }

  test('switched on again, TODOs go on with the commits that wait to be read', async () => {
    await it.write(file, '// TODO: wait to be read\n');
    await it.commit('Leave it open');
    await it.write(file, '// done\n');
    const head = await it.commit('Close what waits');
    switchTodos(false);
    await detection.start();
    const [repository] = detection.repositories.all;
    assert.ok(repository);
    const { ledger } = own;
    const project = await ledger.homeProject;
    const cursor = ledger.cursorOf(repository.gitFolder);
    assert.ok(cursor);
    const backlog = { head, since: Date.now() - 3_600_000 };
    await ledger.record(project, () => [], { gitFolder: repository.gitFolder, cursor, backlog });
    switchTodos(true);
    await eventually('they are read', () => ledger.recent.some(({ title }) => title === 'wait to be read'));
  });
});
