import { strict as assert } from 'node:assert';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { commit } from '../support/git';
import { microWins, winTitled } from '../support/microWins';
import { workspaceFolder } from '../support/workspace';

suite('Several roots', () => {
  test('commits of every repository are wins', async () => {
    const api = await microWins();
    await commit(workspaceFolder(0), 'In the first root');
    await commit(workspaceFolder(1), 'In the second root');
    const first = await winTitled(api, 'In the first root');
    const second = await winTitled(api, 'In the second root');
    assert.equal(first.source.repository, 'first');
    assert.equal(second.source.repository, 'second');
  });

  test('the same tests in two repositories are two suites: the first green run of each counts', async () => {
    const api = await microWins();
    const testWins = async () => (await api.getWins()).filter(({ kind }) => kind === 'tests');
    for (const at of [0, 1]) {
      await writeFile(
        path.join(workspaceFolder(at), 'package.json'),
        '{"scripts":{"test":"node --version"}}',
      );
      await runTests(at);
      await eventually(`run ${at + 1} is a win`, async () => (await testWins()).length === at + 1);
    }
    for (const { why } of await testWins()) assert.equal(why, 'First green run of `npm test` today.');
  });

  test('the sum of all roots is the progress', async () => {
    const api = await microWins();
    assert.equal(api.getProgress().total, (await api.getWins()).length);
  });
});

/** Runs `npm test` in a folder of the window, to its end. */
async function runTests(at: number): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[at];
  assert.ok(folder);
  const execution = new vscode.ShellExecution('npm test', { cwd: folder.uri.fsPath });
  const task = new vscode.Task(
    { type: 'shell', name: `tests ${at}` },
    folder,
    `tests ${at}`,
    'fixture',
    execution,
  );
  const ended = new Promise<void>(resolve => {
    const listener = vscode.tasks.onDidEndTask(({ execution }) => {
      if (execution.task.name !== task.name) return;
      listener.dispose();
      resolve();
    });
  });
  await vscode.tasks.executeTask(task);
  await ended;
}
