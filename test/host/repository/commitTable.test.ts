import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { hoursAgo, Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

/** SPEC 2.1, row by row, driven through git. */
suite('Commits, SPEC 2.1', () => {
  let it: Scenario;
  suiteSetup(async () => {
    it = new Scenario(await microWins(), workspaceFolder());
  });
  setup(async () => {
    await it.git('checkout', '--quiet', 'main');
  });

  test('an own commit by another program: 1 win, at its author time', async () => {
    await it.commit('r1 by a program', hoursAgo(30));
    const win = await it.win('r1 by a program');
    assert.equal(win.at, Number(await it.git('log', '-1', '--format=%at')) * 1000);
  });

  test('an own commit in the Source Control view: 1 win', async () => {
    await it.write('scm.txt', 'from the view\n');
    await it.git('add', 'scm.txt');
    const git = vscode.extensions.getExtension('vscode.git')?.exports.getAPI(1);
    const repository = await eventually('the git extension knows the repository', () => git.repositories[0]);
    await repository.commit('r1 from the view');
    await it.win('r1 from the view');
    await it.counts(/^r1 from the view/, ['r1 from the view']);
  });

  test('amend, also of author and date: the same win, the title follows', async () => {
    await it.commit('r2 before', hoursAgo(3));
    const before = await it.win('r2 before');
    await it.git('commit', '--amend', '--quiet', '--reset-author', '-m', 'r2 after');
    const after = await it.win('r2 after');
    assert.equal(after.id, before.id);
    await it.counts(/^r2 /, ['r2 after']);
  });

  test('rebase: the same wins', async () => {
    await it.git('checkout', '--quiet', '-b', 'rebased');
    for (const name of ['r3 one', 'r3 two', 'r3 three']) await it.commit(name);
    await it.win('r3 three');
    await it.git('checkout', '--quiet', 'main');
    await it.commit('r3 main moves on');
    await it.git('checkout', '--quiet', 'rebased');
    await it.git('rebase', '--quiet', 'main');
    await it.counts(/^r3 /, ['r3 main moves on', 'r3 one', 'r3 two', 'r3 three']);
  });

  test('reword in an interactive rebase: the same win, the title follows', async () => {
    await it.commit('r4 first words');
    await it.commit('r4 on top');
    const before = await it.win('r4 first words');
    const editor = {
      GIT_SEQUENCE_EDITOR: 'sed -i.bak 1s/pick/reword/',
      GIT_EDITOR: 'sed -i.bak s/first/better/',
    };
    await it.git(editor, 'rebase', '--quiet', '-i', 'HEAD~2');
    const after = await it.win('r4 better words');
    assert.equal(after.id, before.id);
    await it.counts(/^r4 /, ['r4 better words', 'r4 on top']);
  });

  test('cherry-pick to another branch: the same win', async () => {
    await it.git('checkout', '--quiet', '-b', 'picked-from');
    const sha = await it.commit('r5 picked');
    await it.win('r5 picked');
    await it.git('checkout', '--quiet', 'main');
    await it.commit('r5 main moves on');
    await it.git('cherry-pick', sha);
    await it.git('merge', '--quiet', '--no-edit', 'picked-from');
    await it.counts(/^r5 /, ['r5 main moves on', 'r5 picked']);
  });

  test('git am of an own patch: the same win', async () => {
    await it.git('checkout', '--quiet', '-b', 'mailed');
    await it.commit('r6 mailed');
    await it.win('r6 mailed');
    const folder = await it.elsewhere();
    await it.git('format-patch', '--quiet', '-1', '-o', folder);
    await it.git('checkout', '--quiet', 'main');
    await it.git('am', '--quiet', path.join(folder, '0001-r6-mailed.patch'));
    await it.counts(/^r6 /, ['r6 mailed']);
  });

  test('commits squashed in an interactive rebase: the wins stay, none is added', async () => {
    for (const name of ['r7 one', 'r7 two', 'r7 three']) await it.commit(name);
    await it.win('r7 three');
    const editor = { GIT_SEQUENCE_EDITOR: 'sed -i.bak 2,3s/pick/fixup/', GIT_EDITOR: 'true' };
    await it.git(editor, 'rebase', '--quiet', '-i', 'HEAD~3');
    await it.counts(/^r7 /, ['r7 one', 'r7 two', 'r7 three']);
  });

  test('commits squashed by a soft reset: the wins stay, none is added', async () => {
    for (const name of ['r8 one', 'r8 two']) await it.commit(name);
    await it.win('r8 two');
    await it.git('reset', '--quiet', '--soft', 'HEAD~2');
    await it.git('commit', '--quiet', '-m', 'r8 both');
    await it.win('r8 both');
    await it.counts(/^r8 /, ['r8 one', 'r8 both']);
  });

  test('a branch merged with --squash: the wins stay, none is added', async () => {
    await it.git('checkout', '--quiet', '-b', 'squashed');
    for (const name of ['r9 one', 'r9 two']) await it.commit(name);
    await it.win('r9 two');
    await it.git('checkout', '--quiet', 'main');
    await it.commit('r9 main moves on');
    await it.win('r9 main moves on');
    await it.git('checkout', '--quiet', 'squashed');
    await it.git('checkout', '--quiet', 'main');
    await it.git('merge', '--quiet', '--squash', 'squashed');
    await it.git('commit', '--quiet', '-m', 'r9 the feature');
    await it.counts(/^r9 /, ['r9 main moves on', 'r9 one', 'r9 two']);
  });

  test('two different own commits authored in the same second: 2 wins', async () => {
    const second = hoursAgo(2);
    await it.commit('r10 same', second);
    await it.commit('r10 same', second);
    await it.counts(/^r10 /, ['r10 same', 'r10 same']);
  });

  test('reset of a commit and committing it again: 1 win', async () => {
    await it.commit('r11 undone');
    const before = await it.win('r11 undone');
    await it.git('reset', '--quiet', '--soft', 'HEAD~1');
    await it.git('commit', '--quiet', '-m', 'r11 again');
    assert.equal((await it.win('r11 again')).id, before.id);
    await it.counts(/^r11 /, ['r11 again']);
  });

  test('dropped by reset within an hour: withdrawn; back under the same id when reachable again', async () => {
    const sha = await it.commit('r12 dropped');
    const before = await it.win('r12 dropped');
    await it.git('reset', '--quiet', '--hard', 'HEAD~1');
    await it.counts(/^r12 /, []);
    await it.git('reset', '--quiet', '--hard', sha);
    assert.equal((await it.win('r12 dropped')).id, before.id);
    await it.counts(/^r12 /, ['r12 dropped']);
  });

  test('dropped by reset, but still on a local branch: the win stays', async () => {
    await it.commit('r12b kept');
    await it.win('r12b kept');
    await it.git('branch', 'keeps');
    await it.git('reset', '--quiet', '--hard', 'HEAD~1');
    await it.counts(/^r12b /, ['r12b kept']);
  });

  test('dropped by reset after an amend or a rebase made it anew within the hour: the win stays', async () => {
    await it.commit('r12c older', hoursAgo(3));
    const { id } = await it.win('r12c older');
    await it.git('commit', '--quiet', '--amend', '--no-edit');
    const amended = await it.git('rev-parse', 'HEAD');
    await eventually('the win follows', async () => (await it.win('r12c older')).source.sha === amended);
    await it.git('reset', '--quiet', '--hard', 'HEAD~1');
    await it.counts(/^r12c /, ['r12c older']);
    assert.equal((await it.win('r12c older')).id, id);
  });

  test('dropped later than an hour, or its branch deleted: the win stays', async () => {
    await it.commit('r13 older', hoursAgo(2));
    await it.win('r13 older');
    await it.git('reset', '--quiet', '--hard', 'HEAD~1');
    await it.git('checkout', '--quiet', '-b', 'short-lived');
    await it.commit('r13 on a branch');
    await it.win('r13 on a branch');
    await it.git('checkout', '--quiet', 'main');
    await it.git('branch', '--quiet', '-D', 'short-lived');
    await it.counts(/^r13 /, ['r13 older', 'r13 on a branch']);
  });

  test('squash-merge of a pull request by the forge, author own: 1 win, and it says so', async () => {
    const forge = { GIT_COMMITTER_NAME: 'GitHub', GIT_COMMITTER_EMAIL: 'noreply@github.com' };
    await it.commit('r14 feature (#12)', forge);
    assert.match((await it.win('r14 feature (#12)')).why, /pull request was merged/);
  });

  test('merge commit: none, unless microwins.commits.includeMerges', async () => {
    await it.git('checkout', '--quiet', '-b', 'merged');
    await it.commit('r15 on a branch');
    await it.git('checkout', '--quiet', 'main');
    await it.git('merge', '--quiet', '--no-ff', '-m', 'r15 merge', 'merged');
    await it.counts(/^r15 /, ['r15 on a branch']);
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('commits.includeMerges', true, vscode.ConfigurationTarget.Global);
    await it.win('r15 merge');
    await setting.update('commits.includeMerges', undefined, vscode.ConfigurationTarget.Global);
  });

  test('pull: other people’s commits none, own ones from another machine 1 each, once', async () => {
    const remote = await it.elsewhere();
    await it.git('clone', '--quiet', '--bare', '.', remote);
    const laptop = it.at(path.join(await it.elsewhere(), 'laptop'));
    await it.git('clone', '--quiet', '--branch', 'main', remote, laptop.folder);
    await laptop.commit('r16 from my laptop', hoursAgo(5));
    await laptop.commit('r16 by a colleague', {}, '--author=Colleague <colleague@example.com>');
    await laptop.git('push', '--quiet', 'origin', 'main');
    await it.git('pull', '--quiet', '--ff-only', remote, 'main');
    const win = await it.win('r16 from my laptop');
    assert.ok(Date.now() - win.at > 4 * 3_600_000);
    await it.git('fetch', '--quiet', remote);
    await it.counts(/^r16 /, ['r16 from my laptop']);
  });

  test('branch switch, stash, tag, gc and detached HEAD: none, and no error', async () => {
    const { total } = it.api.getProgress();
    await it.write('README.md', 'changed');
    await it.git('add', '--all');
    await it.git('stash', '--quiet');
    await it.git('stash', 'pop', '--quiet');
    await it.git('reset', '--quiet', '--hard');
    await it.git('tag', 'v1');
    await it.git('checkout', '--quiet', '--detach', 'HEAD~3');
    await it.git('checkout', '--quiet', '-b', 'elsewhere', 'HEAD~1');
    await it.git('checkout', '--quiet', 'main');
    await it.git('gc', '--quiet');
    await it.settled();
    assert.equal(it.api.getProgress().total, total + 1);
  });

  test('a commit on a detached HEAD counts', async () => {
    await it.git('checkout', '--quiet', '--detach');
    await it.commit('r17 detached');
    await it.win('r17 detached');
  });

  test('the same commits seen in a second worktree and in a clone of the project: 1 win each', async () => {
    const worktree = it.at(path.join(await it.elsewhere(), 'tree'));
    await it.git('worktree', 'add', '--quiet', '-b', 'in-tree', worktree.folder);
    const { length } = vscode.workspace.workspaceFolders ?? [];
    const git = vscode.extensions.getExtension('vscode.git')?.exports.getAPI(1);
    await git.openRepository(vscode.Uri.file(worktree.folder));
    await worktree.commit('r18 in a worktree');
    await it.win('r18 in a worktree');
    await it.git('merge', '--quiet', '--ff-only', 'in-tree');
    await it.counts(/^r18 /, ['r18 in a worktree']);
    assert.equal(vscode.workspace.workspaceFolders?.length, length);
  });
});
