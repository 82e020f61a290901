import { strict as assert } from 'node:assert';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { type GitApi, type GitApiRepository, submodulesOpened } from '../../../src/gitExtension';
import { eventually } from '../support/eventually';
import { temporaryFolder } from '../support/temporary';
import { workspaceFolder } from '../support/workspace';

/** VS Code's git as it is while it starts, in the order of events that the tests make. */
class StartingGit {
  private readonly status = new vscode.EventEmitter<void>();
  private readonly opened = new vscode.EventEmitter<GitApiRepository>();
  readonly repositories: GitApiRepository[] = [];
  /** How many wait for one more. */
  waiting = 0;

  readonly api = {
    repositories: this.repositories,
    onDidOpenRepository: (listener: (opened: GitApiRepository) => void) => {
      this.waiting++;
      const listening = this.opened.event(listener);
      return new vscode.Disposable(() => {
        this.waiting--;
        listening.dispose();
      });
    },
  } as unknown as GitApi;

  open(root: string): GitApiRepository {
    const state = { HEAD: undefined, submodules: [], onDidChange: this.status.event };
    const repository = { rootUri: vscode.Uri.file(root), state } as unknown as GitApiRepository;
    this.repositories.push(repository);
    this.opened.fire(repository);
    return repository;
  }

  /** It has looked at a repository for the first time. */
  look({ state }: GitApiRepository, submodules: readonly string[]): void {
    Object.assign(state, { HEAD: { commit: 'c0ffee' }, submodules: submodules.map(at => ({ path: at })) });
    this.status.fire();
  }
}

/** A folder with submodules that are checked out, by their names, each with its own. */
async function withSubmodules(submodules: Readonly<Record<string, readonly string[]>>): Promise<string> {
  const outer = await temporaryFolder();
  await writeFile(path.join(outer, '.gitmodules'), '');
  for (const [name, own] of Object.entries(submodules)) {
    for (const folder of ['', ...own])
      await mkdir(path.join(outer, name, folder, '.git'), { recursive: true });
    if (own.length > 0) await writeFile(path.join(outer, name, '.gitmodules'), '');
  }
  return outer;
}

suite('Submodules have been opened', () => {
  const inner = path.join(workspaceFolder(), 'inner');
  const within = async (work: Promise<void>): Promise<boolean> => {
    const turns = new Promise<boolean>(resolve => setTimeout(() => resolve(false), 200));
    return Promise.race([work.then(() => true), turns]);
  };

  test('when git has looked at the repository, and opened what it found', async () => {
    const git = new StartingGit();
    const repository = git.open(inner);
    const opened = submodulesOpened(git.api, repository);
    assert.equal(await within(opened), false);
    git.look(repository, ['part', 'never checked out']);
    assert.equal(await within(opened), false);
    git.open(path.join(inner, 'part'));
    await opened;
  });

  test('and those of submodules', async () => {
    const outer = await withSubmodules({ middle: ['innermost'] });
    const git = new StartingGit();
    const repository = git.open(outer);
    const opened = submodulesOpened(git.api, repository);
    git.look(repository, ['middle']);
    git.look(git.open(path.join(outer, 'middle')), ['innermost']);
    assert.equal(await within(opened), false);
    git.open(path.join(outer, 'middle', 'innermost'));
    await opened;
  });

  test('all are waited for at once, where some are never opened', async () => {
    const git = new StartingGit();
    const repository = git.open(await withSubmodules({ one: [], other: [] }));
    git.look(repository, ['one', 'other']);
    const opened = submodulesOpened(git.api, repository);
    await eventually('both are waited for', () => git.waiting === 2);
    await opened;
    assert.equal(git.waiting, 0);
  });

  test('at once where a repository names itself, or what it is in', async () => {
    const git = new StartingGit();
    const repository = git.open(inner);
    git.look(repository, ['.', '..', 'part/..', '']);
    await submodulesOpened(git.api, repository);
  });

  test('at once where there are none', async () => {
    const git = new StartingGit();
    await submodulesOpened(git.api, git.open(path.join(inner, 'part')));
  });

  test('at once where the user has git not look for them', async () => {
    const settings = vscode.workspace.getConfiguration('git');
    await settings.update('detectSubmodules', false, vscode.ConfigurationTarget.Workspace);
    try {
      const git = new StartingGit();
      await submodulesOpened(git.api, git.open(inner));
    } finally {
      await settings.update('detectSubmodules', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
