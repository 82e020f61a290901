import { strict as assert } from 'node:assert';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Win } from '../../../src/api';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

/** SPEC 2.2, row by row, in the editor and through git. */
suite('Closed TODOs, SPEC 2.2', () => {
  let it: Scenario;
  suiteSetup(async () => {
    it = new Scenario(await microWins(), workspaceFolder());
  });
  setup(async () => {
    await it.git('checkout', '--quiet', '--force', 'main');
  });

  const commitAll = async (subject: string, ...options: string[]): Promise<void> => {
    await it.git('add', '--all');
    await it.git('commit', '--quiet', '-m', subject, ...options);
  };
  /** Commits a file that holds these lines. */
  const given = async (name: string, ...lines: string[]): Promise<void> => {
    await mkdir(path.dirname(path.join(it.folder, name)), { recursive: true });
    await it.write(name, `${lines.join('\n')}\n`);
    await commitAll(`Add ${name}`);
  };
  const closed = async (pattern: RegExp): Promise<Win[]> =>
    (await it.api.getWins({ kind: 'todo' })).filter(win => pattern.test(win.title));
  const isClosed = (title: string, holds: (win: Win) => boolean = () => true): Promise<Win> =>
    eventually(`"${title}" is closed`, async () =>
      (await closed(/./)).find(win => win.title === title && holds(win)),
    );
  const isOpenAgain = (title: string): Promise<true> =>
    eventually(`"${title}" is withdrawn`, async () => !(await closed(/./)).some(win => win.title === title));
  /** A TODO that is surely closed: when it is, all that happened before has been seen. */
  const allSeen = async (): Promise<void> => {
    const marker = `marker ${Date.now()}`;
    await given('marker.ts', `// TODO: ${marker}`);
    await it.write('marker.ts', '// done\n');
    await commitAll('Close the marker');
    await isClosed(marker);
  };
  /** Asserts that nothing that matches is closed, once everything before has been seen. */
  const noneClosed = async (pattern: RegExp): Promise<void> => {
    await allSeen();
    assert.deepEqual(
      (await closed(pattern)).map(win => win.title),
      [],
    );
  };

  test('an own commit removes a TODO: 1 win, which says why and where', async () => {
    await given('t1.ts', 'const a = 1; // TODO(ann): t1 read the options', 'const b = 2;');
    await it.write('t1.ts', 'const a = 1;\nconst b = 2;\n');
    await commitAll('t1 read them');
    const win = await isClosed('t1 read the options');
    assert.equal(win.provisional, false);
    assert.match(win.why, /Your commit [0-9a-f]{7} removed this TODO/);
    assert.equal(win.source.file, 't1.ts');
    assert.equal(win.source.line, '1');
  });

  test('an own commit ticks a Markdown task: 1 win', async () => {
    await given('t2.md', '# Plan', '', '- [ ] t2 sketch it', '- [ ] t2 build it');
    await it.write('t2.md', '# Plan\n\n- [x] t2 sketch it\n- [ ] t2 build it\n');
    await commitAll('t2 sketched');
    await isClosed('t2 sketch it');
    assert.equal((await closed(/^t2/)).length, 1);
  });

  test('on save, before the commit: 1 provisional win at once; the commit confirms it under the same id', async () => {
    await given('t3.py', 't3 = 1  # FIXME: t3 off by one');
    await it.settled();
    await save('t3.py', 't3 = 0\n');
    const provisional = await isClosed('t3 off by one');
    assert.equal(provisional.provisional, true);
    await commitAll('t3 fixed');
    const confirmed = await isClosed('t3 off by one', win => !win.provisional);
    assert.equal(confirmed.id, provisional.id);
    assert.equal((await closed(/^t3/)).length, 1);
  });

  test('it comes back in the editor before it is committed: withdrawn', async () => {
    await given('t4.ts', '// TODO: t4 undo me');
    await it.settled();
    await save('t4.ts', '// nothing\n');
    await isClosed('t4 undo me');
    await save('t4.ts', '// TODO: t4 undo me\n');
    await isOpenAgain('t4 undo me');
  });

  test('it comes back by a checkout in a terminal, the file open or not: withdrawn', async () => {
    await given('t5.ts', '// TODO: t5 discard me');
    await it.settled();
    await save('t5.ts', '// nothing\n');
    await isClosed('t5 discard me');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await it.git('checkout', '--quiet', '--', 't5.ts');
    await isOpenAgain('t5 discard me');
  });

  test('it comes back by a stash, and goes again when that is popped', async () => {
    await given('t6.ts', '// TODO: t6 stash me');
    await it.settled();
    await save('t6.ts', '// nothing\n');
    const before = await isClosed('t6 stash me');
    await it.git('stash', '--quiet');
    await isOpenAgain('t6 stash me');
    await it.git('stash', 'pop', '--quiet');
    await commitAll('t6 done');
    assert.equal((await isClosed('t6 stash me', win => !win.provisional)).id, before.id);
  });

  test('moved within the file, to another file, or with a renamed file: none', async () => {
    await given('t7.ts', '// TODO: t7 within', 'a();', '// TODO: t7 to another', '// TODO: t7 renamed');
    await it.write('t7.ts', 'a();\n// TODO: t7 within\n// TODO: t7 renamed\n');
    await it.write('t7b.ts', '// TODO: t7 to another\n');
    await commitAll('t7 moved');
    await it.git('mv', 't7.ts', 't7c.ts');
    await it.write('t7c.ts', 'a();\nb();\n// TODO: t7 within\n// TODO: t7 renamed\n');
    await commitAll('t7 renamed');
    await noneClosed(/^t7/);
  });

  test('reworded or re-tagged: none', async () => {
    await given('t8.ts', '// TODO: t8 handle the empty input', '// FIXME: t8 slow');
    await it.write('t8.ts', '// TODO: t8 handle an empty input line\n// TODO: t8 slow\n');
    await commitAll('t8 reworded');
    await noneClosed(/^t8/);
  });

  test('one identical TODO of several removed: 1 win', async () => {
    await given('t9.ts', '// TODO: t9 same', 'a();', '// TODO: t9 same', 'b();', '// TODO: t9 same');
    await it.write('t9.ts', '// TODO: t9 same\na();\nb();\n// TODO: t9 same\n');
    await commitAll('t9 one of three');
    await isClosed('t9 same');
    assert.equal((await closed(/^t9/)).length, 1);
  });

  test('file deleted as a whole: none', async () => {
    await given('t10.ts', '// TODO: t10 deleted');
    await rm(path.join(it.folder, 't10.ts'));
    await commitAll('t10 gone');
    await noneClosed(/^t10/);
  });

  test('generated, vendored, excluded and data files: none', async () => {
    await it.write('.gitattributes', 't11.gen.ts linguist-generated\nt11vendor/** linguist-vendored\n');
    const files = ['t11.gen.ts', 't11vendor/x.ts', 'node_modules/t11/x.ts', 't11.min.js', 't11out/x.ts'];
    for (const file of files) await given(file, `// TODO: t11 ${file}`);
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('todos.exclude', ['t11out'], vscode.ConfigurationTarget.Global);
    for (const file of files) await it.write(file, '// nothing\n');
    await commitAll('t11 all gone');
    await noneClosed(/^t11/);
    await setting.update('todos.exclude', undefined, vscode.ConfigurationTarget.Global);
  });

  test('branch switch, pull, stash, rebase and discard: none', async () => {
    await given('t12.ts', '// TODO: t12 on main');
    await it.git('checkout', '--quiet', '-b', 't12-branch');
    await it.write('t12.ts', '// nothing\n');
    await commitAll('t12 by a colleague', '--author=Colleague <colleague@example.com>');
    await it.git('checkout', '--quiet', 'main');
    await it.git('checkout', '--quiet', 't12-branch');
    await it.git('checkout', '--quiet', 'main');
    await it.git('merge', '--quiet', '--ff-only', 't12-branch');
    await noneClosed(/^t12/);
  });

  test('someone else’s commit removes it: none', async () => {
    await given('t13.ts', '// TODO: t13 theirs');
    await it.write('t13.ts', '// nothing\n');
    await commitAll('t13 done by a colleague', '--author=Colleague <colleague@example.com>');
    await noneClosed(/^t13/);
  });

  test('the same closing seen again in a rebase, cherry-pick or squash: none', async () => {
    await given('t14.ts', '// TODO: t14 closed once', 'a();');
    await it.git('checkout', '--quiet', '-b', 't14-branch');
    await it.write('t14.ts', 'a();\n');
    await commitAll('t14 done');
    await isClosed('t14 closed once');
    await it.git('checkout', '--quiet', 'main');
    await it.commit('t14 main moves on');
    await it.git('cherry-pick', 't14-branch');
    await it.git('checkout', '--quiet', 't14-branch');
    await it.git('rebase', '--quiet', 'main');
    await it.git('checkout', '--quiet', 'main');
    await allSeen();
    assert.equal((await closed(/^t14/)).length, 1);
  });

  test('TODO written and removed between two commits: none', async () => {
    await given('t15.ts', 'a();');
    await save('t15.ts', '// TODO: t15 short-lived\na();\n');
    await save('t15.ts', 'a();\n');
    await noneClosed(/^t15/);
  });

  test('in a string, an identifier or a URL: no TODO', async () => {
    await given(
      't16.ts',
      'const a = "// TODO: t16 string";',
      'const TODO_t16 = 1;',
      '// see http://x/TODO:t16',
    );
    await it.write('t16.ts', 'const a = 1;\n');
    await commitAll('t16 gone');
    await noneClosed(/t16/);
  });

  test('a commit dropped by reset takes its closed TODOs along', async () => {
    await given('t17.ts', '// TODO: t17 dropped');
    await it.write('t17.ts', '// nothing\n');
    await commitAll('t17 done');
    await isClosed('t17 dropped');
    await it.git('reset', '--quiet', '--hard', 'HEAD~1');
    await isOpenAgain('t17 dropped');
  });

  test('switched off, nothing counts and nothing listens; switched on, it does again', async () => {
    await given('t18.ts', '// TODO: t18 while off', '// TODO: t18 while on');
    await it.settled();
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('todos.enabled', false, vscode.ConfigurationTarget.Global);
    await save('t18.ts', '// TODO: t18 while on\n');
    await commitAll('t18 off');
    await it.settled();
    await setting.update('todos.enabled', undefined, vscode.ConfigurationTarget.Global);
    await save('t18.ts', '// nothing\n');
    await isClosed('t18 while on');
    assert.deepEqual(
      (await closed(/^t18/)).map(win => win.title),
      ['t18 while on'],
    );
  });

  test('tags of the user’s own', async () => {
    const setting = vscode.workspace.getConfiguration('microwins');
    await setting.update('todos.tags', ['LATER'], vscode.ConfigurationTarget.Global);
    await given('t19.ts', '// LATER: t19 mine', '// TODO: t19 not now');
    await it.write('t19.ts', '// nothing\n');
    await commitAll('t19 done');
    await isClosed('t19 mine');
    assert.equal((await closed(/^t19/)).length, 1);
    await setting.update('todos.tags', undefined, vscode.ConfigurationTarget.Global);
  });
});
