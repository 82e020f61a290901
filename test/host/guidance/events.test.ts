import { strict as assert } from 'node:assert';
import { appendFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { Uncommitted } from '../../../src/detect/git/uncommitted';
import { type GitApi, gitExtensionApi } from '../../../src/gitExtension';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { git } from '../support/git';
import { microWins } from '../support/microWins';
import { openTerminal, runInTerminal } from '../support/terminal';
import { workspaceFolder } from '../support/workspace';

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
}

/** What a link of the hover calls; without an action it only tells the suggestion. */
async function suggestion(...args: unknown[]): Promise<Shown | undefined> {
  return vscode.commands.executeCommand<Shown | undefined>('_microwins.nextStep', ...args);
}

const suggests = (title: string): Promise<Shown> =>
  eventually<Shown>(`“${title}” is suggested`, async () => {
    const shown = await suggestion();
    return shown?.title === title ? shown : undefined;
  });

suite('The next small step follows what happens', () => {
  const redCommand = 'node --test red.test.mjs';
  const file = (name: string): string => path.join(workspaceFolder(), name);

  suiteSetup(microWins);

  test('whatever a link is given, nothing is thrown and nothing happens', async () => {
    for (const args of [[], [1, 2], ['x', 'act'], [{}, 'today'], ['x'.repeat(1000), 'act'], [null, 'drop']]) {
      assert.equal(await suggestion(...args), undefined);
    }
  });

  test('a TODO in the file that was saved last, and the menu opens it', async () => {
    await writeFile(file('notes.js'), '// nothing\n');
    await save('notes.js', 'let x = 1;\n// TODO: retry with backoff\n');
    const shown = await suggests('retry with backoff');
    assert.equal(shown.detail, 'A TODO in notes.js, line 2');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const menu = vscode.commands.executeCommand('microwins.showMenu');
    await eventually('the TODO is opened', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.selection.active.line === 1;
    });
    await menu;
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file('notes.js'));
  });

  test('a red suite comes before it; its action runs it again, and green ends it', async () => {
    await writeFile(
      file('red.test.mjs'),
      'import test from "node:test";\ntest("it", () => { throw new Error(); });\n',
    );
    const terminal = await openTerminal();
    assert.notEqual(await runInTerminal(terminal, redCommand), 0);
    const shown = await suggests(`Get \`${redCommand}\` green again`);
    await writeFile(file('red.test.mjs'), 'import test from "node:test";\ntest("it", () => {});\n');
    await suggestion(shown.id, 'act');
    await suggests('retry with backoff');
    const api = await microWins();
    const wins = await api.getWins({ kind: 'tests' });
    assert.deepEqual(
      wins.map(({ title }) => title),
      ['Green again after red'],
    );
    for (const each of vscode.window.terminals) each.dispose();
  });

  test('changes that wait for an hour are worth a word, until they are committed; untracked files are not', async () => {
    const log = vscode.window.createOutputChannel('Uncommitted test', { log: true });
    let now = Date.now();
    let calls = 0;
    const watched = new Uncommitted(
      log,
      () => now,
      () => calls++,
    );
    await watched.start();
    const api: GitApi | undefined = await gitExtensionApi(log);
    const repository = await eventually('the git extension knows the repository', () => api?.repositories[0]);
    const refresh = () => (repository as unknown as { status(): Promise<void> }).status();
    await git(workspaceFolder(), 'add', '--all');
    await git(workspaceFolder(), 'commit', '--quiet', '-m', 'Clean');
    await writeFile(file('stray.txt'), 'never meant for a commit\n');
    await eventually('the repository is clean', async () => {
      await refresh();
      return repository.state.workingTreeChanges.every(({ status }) => status === 7);
    });
    now += 4_000_000;
    assert.deepEqual(watched.long, []);
    await appendFile(file('notes.js'), '// more\n');
    await eventually('the change is seen', async () => {
      await refresh();
      return repository.state.workingTreeChanges.some(({ status }) => status === 5);
    });
    assert.deepEqual(watched.long, []);
    now += 3_600_000;
    assert.deepEqual(
      watched.long.map(({ root }) => root),
      [workspaceFolder()],
    );
    await git(workspaceFolder(), 'commit', '--quiet', '--all', '-m', 'Done');
    await eventually('the commit ends it', async () => {
      await refresh();
      return watched.long.length === 0;
    });
    assert.ok(calls > 0);
    watched.dispose();
    log.dispose();
  });
});
