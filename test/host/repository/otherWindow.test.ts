import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Win } from '../../../src/api';
import { Git } from '../../../src/detect/git/git';
import { findRepository, rootCommit } from '../../../src/detect/git/repository';
import { EditorLanguages } from '../../../src/detect/todos/editorLanguages';
import { TodoSaves } from '../../../src/detect/todos/saves';
import { projectId } from '../../../src/store/projectId';
import { save } from '../support/editing';
import { eventually } from '../support/eventually';
import { KeptWins } from '../support/keptWins';
import { microWins } from '../support/microWins';
import { Scenario } from '../support/scenario';
import { workspaceFolder } from '../support/workspace';

suite('TODOs that another window, or this one before a reload, saw closed', () => {
  const log = vscode.window.createOutputChannel('Saves', { log: true });
  suiteTeardown(() => log.dispose());

  /** A watcher of saves in the repository that holds a folder, as another window has it. */
  async function watcherIn(folder: string, kept: KeptWins): Promise<vscode.Disposable> {
    const git = new Git(() => 'git');
    const repository = await findRepository(git, folder);
    assert.ok(repository);
    const project = projectId(await rootCommit(git, repository), repository.root);
    const languages = new EditorLanguages(() => ({ tags: ['TODO'], exclude: [] }), log);
    const host = {
      sink: kept,
      repositoryOf: (file: string) => (file.startsWith(repository.root) ? repository : undefined),
      reader: () => languages.inRepository(repository.root),
      projectOf: async () => project,
    };
    const saves = new TodoSaves(git, host, log);
    saves.start();
    return vscode.Disposable.from(saves, languages);
  }

  test('saving some other file leaves the win; saving the TODO anew withdraws it', async () => {
    const it = new Scenario(await microWins(), workspaceFolder());
    await it.write('ow1.ts', '// TODO: ow1 oil the door\n');
    await it.write('ow2.ts', '// TODO: ow2 paint the door\n// TODO: ow3 hang the door\n');
    await it.git('add', '--all');
    await it.git('commit', '--quiet', '-m', 'Doors');
    await it.settled();
    await save('ow1.ts', '// oiled\n');
    const theirs = await eventually('the TODO is closed', async () =>
      (await it.api.getWins({ kind: 'todo' })).find(({ title }) => title === 'ow1 oil the door'),
    );

    const kept = new KeptWins();
    kept.heard(theirs as Win);
    const saves = await watcherIn(workspaceFolder(), kept);
    try {
      await save('ow2.ts', '// TODO: ow3 hang the door\n');
      await eventually('the other TODO is closed', () => kept.titled('ow2 paint the door'));
      assert.deepEqual(kept.withdrawn, []);
      await save('ow2.ts', '// TODO: ow1 oil the door\n');
      await eventually('the third is closed', () => kept.titled('ow3 hang the door'));
      assert.deepEqual(kept.withdrawn, [theirs.id], 'it only moved');
    } finally {
      saves.dispose();
      await it.git('checkout', '--quiet', '--force', 'HEAD');
    }
  });

  test('nor does another clone in a folder of that name, unless no commit confirms it any more', async () => {
    const it = new Scenario(await microWins(), workspaceFolder());
    await it.write('ow4.ts', '// TODO: ow4 fit the lock\n');
    await it.write('ow5.ts', '// TODO: ow5 cut the key\n');
    await it.git('add', '--all');
    await it.git('commit', '--quiet', '-m', 'Locks');
    await it.settled();
    const clone = path.join(await it.elsewhere(), path.basename(workspaceFolder()));
    await it.git('clone', '--quiet', workspaceFolder(), clone);
    await save('ow4.ts', '// fitted\n');
    const theirs = await it.win('ow4 fit the lock');

    const kept = new KeptWins();
    const day = 24 * 60 * 60_000;
    const old = { ...theirs, id: `${theirs.id}-old`, at: Date.now() - 31 * day };
    kept.heard(old);
    kept.heard({ ...old, id: `${theirs.id}-confirmed`, provisional: false });
    kept.heard({ ...theirs, at: Date.now() - 29 * day });
    const saves = await watcherIn(clone, kept);
    try {
      await save(path.relative(workspaceFolder(), path.join(clone, 'ow5.ts')), '// cut\n');
      await eventually('the TODO is closed in the clone', () => kept.titled('ow5 cut the key'));
      assert.deepEqual(kept.withdrawn, [old.id]);
    } finally {
      saves.dispose();
      await it.git('checkout', '--quiet', '--force', 'HEAD');
    }
  });
});
