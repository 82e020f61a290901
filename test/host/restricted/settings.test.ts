import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Config } from '../../../src/config';
import { TemplateSetting } from '../../../src/views/templateSetting';

/** The workspace brings settings of its own: see `restricted` in test/editor/workspaces.mjs. */
suite('Settings of a workspace that is not trusted', () => {
  let config: Config;

  suiteSetup(() => {
    assert.equal(vscode.workspace.isTrusted, false);
    config = new Config();
  });

  suiteTeardown(() => config.dispose());

  test('a number is used: its file is read at all', () => {
    assert.equal(config.settings.day.goal, 7);
  });

  test('whose commits count, what a TODO is and what a test run is are not', () => {
    const { commits, todos, tests } = config.settings;
    assert.deepEqual(commits.emails, []);
    assert.deepEqual(todos.tags, ['TODO', 'FIXME', 'BUG', 'HACK', 'XXX']);
    assert.ok(!todos.exclude.includes('**/theirs/**'));
    assert.deepEqual(tests.commands, []);
    assert.ok(!tests.reports.includes('**/*.theirs'));
    assert.ok(tests.reports.length > 0);
  });

  test('its templates are not offered', () => {
    const log = vscode.window.createOutputChannel('Settings test', { log: true });
    assert.deepEqual(new TemplateSetting(log).all, []);
    log.dispose();
  });

  test('text goes to a language model as the user has it', () => {
    assert.equal(config.settings.ai.enabled, true);
  });
});
