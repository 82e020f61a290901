import { strict as assert } from 'node:assert';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { openTerminal, runInTerminal } from '../../support/terminal';
import { type Fixture, fixture } from '../support/fixture';
import { Package, storageFolder, TestHouse } from '../support/house';

suite('Passing tests in the Test Explorer', () => {
  let it: TestHouse;
  let explorer: Fixture;

  suiteSetup(async () => {
    explorer = await fixture();
  });
  setup(() => {
    it = new TestHouse(700);
    Object.assign(explorer.plan, { passed: 2, failed: 0, skipped: 0, meanwhile: async () => {} });
  });
  teardown(() => it.dispose());

  const run = async (): Promise<void> => {
    const before = it.runs.length;
    await vscode.commands.executeCommand('testing.runAll');
    await it.judged(before + 1);
  };

  test('the first green run of the day is a win, and running it green again is none', async () => {
    await run();
    await run();
    assert.deepEqual(it.runs, ['Fixture tests: green', 'Fixture tests: green']);
    assert.deepEqual(it.reasons, ['First green run of `Fixture tests` today.']);
    assert.equal(it.wins[0]?.source.passed, '2');
  });

  test('green after red is a win', async () => {
    await run();
    Object.assign(explorer.plan, { passed: 1, failed: 1 });
    await run();
    Object.assign(explorer.plan, { passed: 2, failed: 0 });
    await run();
    assert.deepEqual(it.reasons, [
      'First green run of `Fixture tests` today.',
      'First green run of `Fixture tests` after a red one.',
    ]);
  });

  test('more tests than ever are a win', async () => {
    await run();
    explorer.plan.passed = 4;
    await run();
    assert.equal(it.reasons.at(-1), 'More tests of `Fixture tests` passed than ever: 4.');
  });

  test('a run in which every test was skipped is none', async () => {
    Object.assign(explorer.plan, { passed: 0, skipped: 2 });
    await run();
    assert.deepEqual(it.runs, ['Fixture tests: unknown']);
    assert.equal(it.wins.length, 0);
  });

  test('a run that starts a terminal counts once', async () => {
    it.dispose();
    it = new TestHouse();
    const project = await new Package('explored').create();
    const terminal = await openTerminal(project.folder);
    explorer.plan.meanwhile = async () => {
      await runInTerminal(terminal, 'npm test');
    };
    await run();
    await it.judgedOnly(1);
    assert.equal(it.wins.length, 1);
    assert.equal(it.wins[0]?.source.command, 'npm test');
    terminal.dispose();
  });

  test('its file seen again, by VS Code or after a reload, is the same win', async () => {
    await run();
    it.reload();
    const folder = path.join(storageFolder(), 'testResults');
    for (const name of await readdir(folder)) await utimes(path.join(folder, name), new Date(), new Date());
    await it.judgedOnly(1);
    assert.equal(it.ledger.total, 1);
  });

  test('a file that looks different is passed over, and said so once; a continuous run is none', async () => {
    const folder = path.join(storageFolder(), 'testResults');
    const [name = ''] = (await readdir(folder)).filter(one => one.endsWith('.json'));
    const text = await readFile(path.join(folder, name), 'utf8');
    await writeFile(path.join(folder, 'new-1.json'), text.replace('"items"', '"entries"'));
    await writeFile(path.join(folder, 'new-2.json'), '[]');
    // A continuous run, which is a watch, does not look different, but is no run.
    const continuous = text
      .replace('"request":{', '"request":{"continuous":true,')
      .replace('"id":"', '"id":"c');
    await writeFile(
      path.join(folder, 'continuous.json'),
      continuous.replaceAll('"continuous":false', '"_":0'),
    );
    await run();
    assert.deepEqual(it.runs, ['Fixture tests: green']);
    assert.equal(it.lines.filter(line => line.includes("can't be read")).length, 1);
  });
});
