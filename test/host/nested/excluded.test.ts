import { strict as assert } from 'node:assert';
import path from 'node:path';
import * as vscode from 'vscode';
import { EditorLanguages } from '../../../src/detect/todos/editorLanguages';
import { workspaceFolder } from '../support/workspace';

suite('Settings that exclude files of a repository below the folder', () => {
  const log = vscode.window.createOutputChannel('Excluded', { log: true });
  const languages = new EditorLanguages(() => ({ tags: ['TODO'], exclude: ['docs'] }), log);
  const search = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('search');

  setup(() =>
    search().update(
      'exclude',
      { 'inner/old': true, outer: true, src: true },
      vscode.ConfigurationTarget.Workspace,
    ),
  );
  teardown(() => search().update('exclude', undefined, vscode.ConfigurationTarget.Workspace));
  suiteTeardown(() => vscode.Disposable.from(languages, log).dispose());

  test('are relative to the folder, Micro Wins’ own to the repository as well', async () => {
    const { roleOf } = await languages.inRepository(path.join(workspaceFolder(), 'inner'));
    const roles = ['old/a.ts', 'docs/a.ts', 'src/a.ts', 'src/old/a.ts', 'notes'].map(file => roleOf(file));
    assert.deepEqual(roles, ['excluded', 'excluded', 'counts', 'counts', 'none']);
  });
});
