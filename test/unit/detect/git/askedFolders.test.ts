import { strict as assert } from 'node:assert';
import path from 'node:path';
import { AskedFolders, type Asker, type GitTrouble } from '../../../../src/detect/git/askedFolders';

const at = (...names: string[]): string => path.join(path.sep, 'home', ...names);
const repo = at('repo');
const inner = at('repo', 'packages', 'a');
const submodule = at('repo', 'sub');
const git = at('repo', '.git');
const submoduleGit = at('repo', '.git', 'modules', 'sub');

suite('Folders whose repositories are wanted', () => {
  let folders: AskedFolders;
  setup(() => {
    folders = new AskedFolders();
  });
  const found = (folder: string, by: Asker, gitFolder?: string, trouble?: GitTrouble): void => {
    Object.assign(folders.add(folder, by), { gitFolder, trouble });
  };

  test('a repository above a folder is needed until that folder leaves', () => {
    found(inner, 'workspace', git);
    assert.ok(folders.isNeeded(git));
    assert.equal(folders.gitFolderOf(inner), git);
    folders.leave(inner);
    assert.ok(!folders.isNeeded(git));
    assert.equal(folders.gitFolderOf(inner), undefined);
  });

  test('its own folder may leave while one inside is open', () => {
    found(repo, 'workspace', git);
    found(repo, 'git', git);
    found(inner, 'workspace', git);
    folders.leave(repo);
    assert.ok(folders.isNeeded(git));
    folders.leave(inner);
    assert.ok(!folders.isNeeded(git));
  });

  test('what VS Code’s git told of leaves with the folder that it is in, or that is in it', () => {
    found(at('work'), 'workspace');
    found(at('work', 'one'), 'git', at('work', 'one', '.git'));
    found(at('workshop'), 'git', at('workshop', '.git'));
    found(inner, 'workspace', git);
    found(repo, 'git', git);
    folders.leave(at('work'));
    assert.ok(!folders.isNeeded(at('work', 'one', '.git')));
    assert.ok(folders.isNeeded(at('workshop', '.git')));
    folders.leave(inner);
    assert.ok(!folders.isNeeded(git));
    assert.ok(folders.isNeeded(at('workshop', '.git')));
  });

  test('unless it is in one that stays', () => {
    found(repo, 'workspace', git);
    found(submodule, 'workspace', submoduleGit);
    found(submodule, 'git', submoduleGit);
    folders.leave(submodule);
    assert.ok(folders.isNeeded(submoduleGit));
    folders.leave(repo);
    assert.ok(!folders.isNeeded(submoduleGit));
  });

  test('one that VS Code’s git closed is still needed by a folder of the workspace', () => {
    found(repo, 'workspace', git);
    found(repo, 'git', git);
    found(submodule, 'git', submoduleGit);
    assert.equal(folders.closed(repo), git);
    assert.ok(folders.isNeeded(git));
    assert.equal(folders.closed(submodule), submoduleGit);
    assert.ok(!folders.isNeeded(submoduleGit));
    assert.equal(folders.closed(submodule), undefined);
  });

  test('who leaves while it is looked for is not asked for any more, also when it comes back', () => {
    const first = folders.add(repo, 'workspace');
    assert.equal(folders.add(repo, 'workspace'), first);
    folders.leave(repo);
    const second = folders.add(repo, 'workspace');
    assert.ok(!folders.has(first));
    assert.ok(folders.has(second));
    folders.clear();
    assert.ok(!folders.has(second));
  });

  test('one folder’s trouble is not ended by another’s success, but by its own, or with the folder', () => {
    found(at('refused'), 'workspace', undefined, 'refused');
    found(repo, 'workspace', git);
    assert.equal(folders.trouble, 'refused');
    found(at('other'), 'workspace', undefined, 'missing');
    assert.equal(folders.trouble, 'missing');
    folders.leave(at('other'));
    assert.equal(folders.trouble, 'refused');
    found(at('refused'), 'workspace', git);
    assert.equal(folders.trouble, undefined);
    found(at('refused'), 'workspace', undefined, 'refused');
    folders.leave(at('refused'));
    assert.equal(folders.trouble, undefined);
  });
});
