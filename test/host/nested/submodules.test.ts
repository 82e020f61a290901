import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { type GitApi, type GitApiRepository, submodulesOpened } from '../../../src/gitExtension';
import { workspaceFolder } from '../support/workspace';

/** VS Code's git as it is while it starts, in the order of events that the tests make. */
class StartingGit {
  private readonly status = new vscode.EventEmitter<void>();
  private readonly opened = new vscode.EventEmitter<GitApiRepository>();
  readonly repositories: GitApiRepository[] = [];

  readonly api = {
    repositories: this.repositories,
    onDidOpenRepository: this.opened.event,
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
