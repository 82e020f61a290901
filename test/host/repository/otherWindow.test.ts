import { strict as assert } from 'node:assert';
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

    const git = new Git(() => 'git');
    const repository = await findRepository(git, workspaceFolder());
    assert.ok(repository);
    const project = projectId(await rootCommit(git, repository), repository.root);
    const kept = new KeptWins();
    kept.heard(theirs as Win);
    const languages = new EditorLanguages(() => ({ tags: ['TODO'], exclude: [] }), log);
    const host = {
      sink: kept,
      repositoryOf: () => repository,
      reader: () => languages.reader(),
      projectOf: async () => project,
    };
    const saves = new TodoSaves(git, host, log);
    try {
      saves.start();
      await save('ow2.ts', '// TODO: ow3 hang the door\n');
      await eventually('the other TODO is closed', () => kept.titled('ow2 paint the door'));
      assert.deepEqual(kept.withdrawn, []);
      await save('ow2.ts', '// TODO: ow1 oil the door\n');
      await eventually('the third is closed', () => kept.titled('ow3 hang the door'));
      assert.deepEqual(kept.withdrawn, [theirs.id], 'it only moved');
    } finally {
      saves.dispose();
      languages.dispose();
      await it.git('checkout', '--quiet', '--force', 'HEAD');
    }
  });
});
