import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import { type Fixture, fixture } from '../support/fixture';
import { Package, TestHouse } from '../support/house';

suite('Passing tests in debug sessions', () => {
  let it: TestHouse;
  let fixed: Fixture;
  let project: Package;

  suiteSetup(async () => {
    fixed = await fixture();
    project = await new Package('debugged').create();
  });
  setup(() => {
    it = new TestHouse(300);
    Object.assign(fixed.debug, { exitCode: 0, output: '2 passed in 0.1s\n' });
  });
  teardown(() => it.dispose());

  /** Debugs to the end. */
  const debug = async (settings: object): Promise<void> => {
    let ended = false;
    const listener = vscode.debug.onDidTerminateDebugSession(() => {
      ended = true;
    });
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    await vscode.debug.startDebugging(folder, {
      type: 'microwins-fixture',
      name: 'Debug tests',
      request: 'launch',
      cwd: project.folder,
      ...settings,
    });
    await eventually('the session ends', () => ended);
    listener.dispose();
  };
  const pytest = { module: 'pytest', args: ['tests'] };

  test('a session of tests whose adapter tells the exit code counts', async () => {
    await debug(pytest);
    await it.judgedOnly(1);
    const [win] = it.wins;
    assert.equal(win?.why, 'First green run of `python -m pytest tests` today.');
    assert.equal(win?.source.folder, 'debugged');
    assert.equal(win?.source.passed, '2');
  });

  test('green after red is a win', async () => {
    Object.assign(fixed.debug, { exitCode: 1, output: '1 failed, 1 passed in 0.1s\n' });
    await debug(pytest);
    await it.judged(1);
    Object.assign(fixed.debug, { exitCode: 0, output: '2 passed in 0.1s\n' });
    await debug(pytest);
    await it.judged(2);
    assert.deepEqual(it.reasons, ['First green run of `python -m pytest tests` after a red one.']);
  });

  test('a session that tells no exit code, or runs no tests, is none', async () => {
    fixed.debug.exitCode = undefined;
    await debug(pytest);
    fixed.debug.exitCode = 0;
    await debug({ program: 'server.py' });
    await debug(pytest);
    await it.judgedOnly(1);
  });
});
