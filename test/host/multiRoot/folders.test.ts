import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { Git } from '../../../src/detect/git/git';
import { Repositories } from '../../../src/detect/git/repositories';
import type { Repository } from '../../../src/detect/git/repository';
import { eventually } from '../support/eventually';
import { commit, git } from '../support/git';
import { microWins } from '../support/microWins';
import { workspaceFolder } from '../support/workspace';

suite('Folders that come and go', () => {
  const log = vscode.window.createOutputChannel('Folders', { log: true });
  let base: string;
  let repo: string;
  let inner: string;
  let repositories: Repositories;

  setup(async () => {
    base = await realpath(await mkdtemp(path.join(tmpdir(), 'micro-folders-')));
    repo = path.join(base, 'repo');
    inner = path.join(repo, 'packages', 'a');
    await mkdir(inner, { recursive: true });
    await git(repo, 'init', '--quiet');
    await commit(repo, 'Start');
    repositories = new Repositories(new Git(() => 'git'), log);
    await repositories.start();
  });
  teardown(async () => {
    repositories.dispose();
    await remove(...(vscode.workspace.workspaceFolders ?? []).slice(3).map(({ uri }) => uri.fsPath));
    await rm(base, { recursive: true, force: true });
  });
  suiteTeardown(() => log.dispose());

  const holds = (root: string) => (): boolean => repositories.all.some(one => one.root === root);
  const lacks = (root: string) => (): boolean => !holds(root)();
  const isOpenInGit = (): boolean =>
    repositories.api?.repositories.some(({ rootUri }) => rootUri.fsPath === repo) ?? false;

  /** Adds folders behind those of the window, which does not make its extensions start anew. */
  async function add(...folders: string[]): Promise<void> {
    const changed = nextChange();
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    const uris = folders.map(folder => ({ uri: vscode.Uri.file(folder) }));
    assert.ok(vscode.workspace.updateWorkspaceFolders(count, 0, ...uris));
    await changed;
  }

  async function remove(...folders: string[]): Promise<void> {
    for (const folder of folders) {
      const index = vscode.workspace.workspaceFolders?.findIndex(({ uri }) => uri.fsPath === folder) ?? -1;
      if (index < 0) continue;
      const changed = nextChange();
      assert.ok(vscode.workspace.updateWorkspaceFolders(index, 1));
      await changed;
    }
  }

  function nextChange(): Promise<void> {
    return new Promise(resolve => {
      const listener = vscode.workspace.onDidChangeWorkspaceFolders(() => {
        listener.dispose();
        resolve();
      });
    });
  }

  test('the repository above a folder is watched, and no longer when the folder has left', async () => {
    await add(inner);
    // VS Code's git may tell of the repository before the folder has been looked up.
    await eventually('the folder is in the repository', () => repositories.of(inner)?.root === repo);
    await eventually('VS Code’s git has opened it', isOpenInGit);
    await remove(inner);
    await eventually('the repository is closed', lacks(repo));
    assert.equal(repositories.of(inner), undefined);
    assert.ok(holds(workspaceFolder(0))());
  });

  test('what was won in a folder shows no more when it has left, and again when it is back', async () => {
    const api = await microWins();
    const shows = async (): Promise<boolean> =>
      (await api.getWins()).some(({ title }) => title === 'Here today');
    await add(repo);
    await commit(repo, 'Here today');
    await eventually('its win shows', shows);
    const { total } = api.getProgress();
    await remove(repo);
    await eventually('its win is gone', async () => !(await shows()));
    await eventually('the numbers follow', () => api.getProgress().total < total);
    await add(repo);
    await eventually('its win is back', shows);
    await eventually('the numbers are back', () => api.getProgress().total === total);
  });

  test('a repository whose own folder left is watched as long as one inside it is open', async () => {
    await add(repo, inner);
    await eventually('both folders are in it', () => repositories.of(inner) && repositories.of(repo));
    // It opens and closes repositories in its own time, and one that it closes is watched anew: no commit in between.
    await eventually('VS Code’s git has opened it', isOpenInGit);
    await remove(repo);
    assert.equal(repositories.of(repo), undefined);
    await eventually('VS Code’s git has closed it', () => !isOpenInGit());
    await eventually('it is watched', holds(repo));
    const moved = new Promise<Repository>(resolve =>
      repositories.onDidMoveHead(one => one.root === repo && resolve(one)),
    );
    await commit(repo, 'After its folder left');
    assert.equal((await moved).root, repo);
    await remove(inner);
    await eventually('the repository is closed', lacks(repo));
  });

  test('a git that only VS Code knows to find opens the folders as soon as it tells, each before it is told of', async () => {
    repositories.dispose();
    const late: Repositories = new Repositories(new Git(() => late.api?.git.path ?? 'no-such-git'), log);
    repositories = late;
    const known: boolean[] = [];
    late.onDidOpen(({ root }) => known.push(late.of(root) !== undefined));
    await late.start();
    assert.deepEqual(known, []);
    assert.equal(late.trouble, 'missing');
    await eventually('both are open', () => [0, 1].every(at => late.of(workspaceFolder(at))));
    assert.deepEqual(known, [true, true]);
    await eventually('no folder lacks git', () => late.trouble === undefined);
  });

  test('a folder that git refuses is told of until it is mended or leaves, whatever the others are like', async () => {
    const [first, second] = [path.join(base, 'first'), path.join(base, 'second')];
    for (const folder of [first, second]) {
      await mkdir(folder);
      await writeFile(path.join(folder, '.git'), 'not what git writes here\n');
    }
    let changes = 0;
    repositories.onDidChange(() => {
      changes += 1;
    });
    await add(first, second, inner);
    await eventually('the last folder is open', () => repositories.of(inner));
    assert.equal(repositories.trouble, 'refused');
    await eventually('it is told', () => changes > 0);
    await remove(second);
    assert.equal(repositories.trouble, 'refused');
    await rm(path.join(first, '.git'));
    await git(first, 'init', '--quiet');
    await repositories.search();
    assert.equal(repositories.trouble, undefined);
    assert.ok(repositories.of(first));
  });
});
