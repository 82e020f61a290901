import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { eventually } from '../../support/eventually';
import { longScript, Package, TestHouse } from '../support/house';

suite('Passing tests in tasks', () => {
  let it: TestHouse;
  let project: Package;

  suiteSetup(async () => {
    project = await new Package('tasks').create({
      'test:watch': 'node run.js --watch',
      'test:long': longScript,
    });
  });
  setup(async () => {
    it = new TestHouse();
    await project.tests(3);
  });
  teardown(() => it.dispose());

  const taskOf = (
    name: string,
    execution: vscode.ShellExecution | vscode.ProcessExecution | vscode.CustomExecution,
    group?: vscode.TaskGroup,
  ): vscode.Task => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const task = new vscode.Task({ type: 'shell', name }, folder, name, 'fixture', execution, []);
    if (group) task.group = group;
    return task;
  };
  const shell = (line: string): vscode.ShellExecution =>
    new vscode.ShellExecution(line, { cwd: project.folder });

  /** Runs a task to its end. */
  const runTask = async (task: vscode.Task): Promise<void> => {
    let ended = false;
    const listener = vscode.tasks.onDidEndTask(({ execution }) => {
      ended ||= execution.task.name === task.name;
    });
    await vscode.tasks.executeTask(task);
    await eventually(`the task ${task.name} ends`, () => ended);
    listener.dispose();
  };

  test('`npm test` as a task counts once although its terminal fires too', async () => {
    const tasks = await eventually('npm’s own tasks are there', async () => {
      const found = (await vscode.tasks.fetchTasks({ type: 'npm' })).filter(
        ({ definition }) => definition.script === 'test' && definition.path === 'tasks',
      );
      return found.length > 0 && found;
    });
    const [task] = tasks;
    assert.ok(task);
    await runTask(task);
    await it.judgedOnly(1);
    assert.deepEqual(it.reasons, ['First green run of `npm run test` today.']);
    assert.equal(it.wins[0]?.source.folder, 'tasks');
    assert.equal(it.wins[0]?.source.passed, '3', 'what the task’s terminal printed is its count');
  });

  test('a task whose command runs tests counts once, in whatever group', async () => {
    await runTask(taskOf('unit', shell('npm test')));
    await it.judgedOnly(1);
    await runTask(taskOf('unit', shell('npm test')));
    await it.judgedOnly(2);
    assert.deepEqual(it.reasons, ['First green run of `npm test` today.']);
    assert.equal(it.wins[0]?.source.task, 'unit');
  });

  test('a task of the test group counts whatever its command, green after red', async () => {
    const task = taskOf('group', shell('node run.js'), vscode.TaskGroup.Test);
    await project.tests(2, 1);
    await runTask(task);
    await it.judgedOnly(1);
    await project.tests(3);
    await runTask(task);
    await it.judgedOnly(2);
    assert.deepEqual(it.runs, ['node run.js: red', 'node run.js: green']);
    assert.deepEqual(it.reasons, ['First green run of `node run.js` after a red one.']);
  });

  test('a task that is run again the moment it ended is another run: green after red', async () => {
    const task = taskOf('at once', shell('npm test'));
    await project.tests(2, 1);
    await runTask(task);
    await project.tests(3);
    await runTask(task);
    await it.judgedOnly(2);
    assert.deepEqual(it.runs, ['npm test: red', 'npm test: green']);
    assert.equal(it.wins.length, 1);
    assert.match(it.reasons[0] ?? '', /after a red one/);
  });

  test('a process task of the test group counts', async () => {
    const execution = new vscode.ProcessExecution('node', ['run.js'], { cwd: project.folder });
    await runTask(taskOf('process', execution, vscode.TaskGroup.Test));
    await it.judgedOnly(1);
    assert.deepEqual(it.reasons, ['First green run of `node run.js` today.']);
  });

  test('a custom task of the test group counts', async () => {
    const execution = new vscode.CustomExecution(async () => new Pseudoterminal(0));
    await runTask(taskOf('custom', execution, vscode.TaskGroup.Test));
    await it.judgedOnly(1);
    assert.deepEqual(it.reasons, ['First green run of `custom` today.']);
  });

  test('arguments that a task gives one by one make the same suite', async () => {
    const execution = new vscode.ShellExecution('npm', ['run', { value: 'test', quoting: 2 }], {
      cwd: project.folder,
    });
    await runTask(taskOf('words', execution));
    await it.judgedOnly(1);
    await runTask(taskOf('unit', shell('npm test')));
    await it.judgedOnly(2);
    assert.equal(it.wins.length, 1);
  });

  test('a task that is no run, or whose status is not the tests’ own, is none', async () => {
    await runTask(taskOf('other', shell('node run.js')));
    await runTask(taskOf('swallowed', shell('npm test || true')));
    await runTask(taskOf('in the group', shell('node run.js | cat'), vscode.TaskGroup.Test));
    await runTask(taskOf('watching', shell('npm run test:watch'), vscode.TaskGroup.Test));
    await runTask(taskOf('unit', shell('npm test')));
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['npm test: green']);
  });

  test('a task that ran no test is no win', async () => {
    await project.tests(0);
    await runTask(taskOf('none', shell('npm test')));
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['npm test: unknown']);
    assert.equal(it.wins.length, 0);
  });

  test('a task that was terminated is neither green nor red', async () => {
    const execution = await vscode.tasks.executeTask(taskOf('long', shell('npm run test:long')));
    await project.hasBegun();
    execution.terminate();
    await it.judgedOnly(1);
    assert.deepEqual(it.runs, ['npm run test:long: unknown']);
  });
});

/** Ends at once with a code. */
class Pseudoterminal implements vscode.Pseudoterminal {
  private readonly closed = new vscode.EventEmitter<number>();
  readonly onDidWrite = new vscode.EventEmitter<string>().event;
  readonly onDidClose = this.closed.event;
  constructor(private readonly code: number) {}
  open(): void {
    setTimeout(() => this.closed.fire(this.code), 50);
  }
  close(): void {}
}
