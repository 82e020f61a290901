import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import { openTerminal, runInTerminal } from '../../support/terminal';
import { longScript, Package, TestHouse } from '../support/house';

suite('Passing tests in terminals', () => {
  let it: TestHouse;
  let project: Package;
  let terminal: vscode.Terminal;

  suiteSetup(async () => {
    project = await new Package('terminals').create({
      'test:unit': 'node run.js',
      'test:none': `node -e "console.log('No tests found')"`,
      'test:long': longScript,
    });
    terminal = await openTerminal(project.folder);
  });
  suiteTeardown(() => terminal.dispose());
  setup(async () => {
    it = new TestHouse(150);
    await project.tests(3);
  });
  teardown(() => it.dispose());

  const run = async (line: string): Promise<void> => {
    const before = it.runs.length;
    await runInTerminal(terminal, line);
    await it.judged(before + 1);
  };

  /** Types a line as the user would; VS Code may take what it runs for another command. */
  const type = async (line: string, into = terminal): Promise<void> => {
    let ended = false;
    const listener = vscode.window.onDidEndTerminalShellExecution(event => {
      ended ||= event.terminal === into;
    });
    into.sendText(line);
    await eventually('the line ends', () => ended);
    listener.dispose();
  };

  test('the first green run of the day is a win, and running it green again is none', async () => {
    await run('npm test');
    await run('npm test');
    assert.deepEqual(it.runs, ['npm test: green', 'npm test: green']);
    assert.deepEqual(it.reasons, ['First green run of `npm test` today.']);
    const [win] = it.wins;
    assert.equal(win?.kind, 'tests');
    assert.equal(win?.withAgent, undefined);
    assert.equal(win?.source.command, 'npm test');
    assert.equal(win?.source.folder, 'terminals');
    assert.equal(win?.source.passed, '3');
  });

  test('green after red is a win, also when the window was reloaded in between', async () => {
    await run('npm test');
    await project.tests(2, 1);
    await run('npm test');
    it.reload();
    await project.tests(3);
    await run('npm test');
    it.reload();
    await run('npm test');
    assert.deepEqual(
      it.runs.map(line => line.split(': ')[1]),
      ['green', 'red', 'green', 'green'],
    );
    assert.deepEqual(it.reasons, [
      'First green run of `npm test` today.',
      'First green run of `npm test` after a red one.',
    ]);
  });

  test('more tests than ever are a win, as many or fewer are none', async () => {
    await run('npm test');
    await project.tests(5);
    await run('npm test');
    await project.tests(4);
    await run('npm test');
    await project.tests(5);
    await run('npm test');
    assert.deepEqual(it.reasons.slice(1), ['More tests of `npm test` passed than ever: 5.']);
  });

  test('the first green run of the next day is a win', async () => {
    await run('npm test');
    it.daysLater = 1;
    await run('npm test');
    await run('npm test');
    assert.equal(it.wins.length, 2);
    assert.notEqual(it.wins[0]?.day, it.wins[1]?.day);
  });

  test('`a && npm test`, `cd x && npm test`, `CI=1 npm test`, `npm test 2>&1 > log` are runs of one suite', async () => {
    await run('true && npm test');
    await run('cd ../terminals && npm test');
    await run('CI=1 npm test');
    await run('npm test 2>&1 > log');
    assert.deepEqual(it.runs, Array(4).fill('npm test: green'));
    assert.equal(it.wins.length, 1);
  });

  test('another folder is another suite', async () => {
    await new Package('terminals/inner').create();
    await run('npm test');
    await run('cd inner && npm test');
    await runInTerminal(terminal, `cd "${project.folder}"`);
    assert.equal(it.wins.length, 2);
  });

  for (const line of [
    'npm test || true',
    'npm test; echo done',
    'npm test | tee log',
    'npm test -- --help',
    'node --test --version',
    '(npm test)',
    'if true; then npm test; fi',
  ]) {
    test(`\`${line}\` is no run`, async () => {
      await type(line);
      await run('npm run test:unit');
      assert.deepEqual(it.runs, ['npm run test:unit: green']);
    });
  }

  test('`npm test &` is no run', async () => {
    // In a terminal of its own: as it ends, it may leave the terminal without echo, and VS Code reads lines off the echo.
    const other = await openTerminal(project.folder);
    await type('npm test &', other);
    await run('npm run test:unit');
    assert.deepEqual(it.runs, ['npm run test:unit: green']);
    other.dispose();
  });

  test('a run that found no test is no win', async () => {
    await run('npm run test:none');
    await project.tests(0);
    await run('npm test');
    assert.deepEqual(it.runs, ['npm run test:none: unknown', 'npm test: unknown']);
    assert.equal(it.wins.length, 0);
  });

  test('a run that was stopped is neither green nor red', async () => {
    await run('npm test');
    const stopped = runInTerminal(terminal, 'npm run test:long');
    await project.hasBegun();
    terminal.sendText('\u0003', false);
    await stopped;
    await it.judged(2);
    assert.equal(it.runs[1], 'npm run test:long: unknown');
    assert.equal(it.wins.length, 1);
  });

  test('a run whose terminal is closed is neither green nor red', async () => {
    const other = await openTerminal(project.folder);
    void runInTerminal(other, 'npm run test:long');
    await project.hasBegun();
    other.dispose();
    await it.judged(1);
    assert.deepEqual(it.runs, ['npm run test:long: unknown']);
  });

  test('the same command in two terminals at once is two runs', async () => {
    const other = await openTerminal(project.folder);
    await Promise.all([runInTerminal(terminal, 'npm test'), runInTerminal(other, 'npm test')]);
    await it.judgedOnly(2);
    assert.equal(it.wins.length, 1);
    other.dispose();
  });

  test('a run in an agent’s terminal counts and is labelled', async () => {
    const agents = vscode.window.createTerminal({
      cwd: project.folder,
      hideFromUser: true,
      env: { AI_AGENT: 'fixture', COPILOT_AGENT: '1' },
    });
    await eventually('the shell reports its integration', () => agents.shellIntegration);
    await runInTerminal(agents, 'npm test');
    await it.judged(1);
    assert.equal(it.wins[0]?.withAgent, true);
    agents.dispose();
  });

  test('microwins.tests.commands adds commands; one that is no expression is said once', async () => {
    await project.write('check.sh', 'exit 0\n');
    it.reconfigure({ commands: ['(', '^sh check\\.sh'] });
    await run('sh check.sh');
    await run('sh check.sh');
    assert.deepEqual(it.reasons, ['First green run of `sh check.sh` today.']);
    assert.equal(it.lines.filter(line => line.startsWith('microwins.tests.commands')).length, 1);
  });

  test('nothing is watched any more once it is turned off', async () => {
    it.dispose();
    await runInTerminal(terminal, 'npm test');
    const other = new TestHouse(150);
    await runInTerminal(terminal, 'npm test');
    await other.judged(1);
    other.dispose();
    assert.deepEqual(it.runs, []);
  });
});
