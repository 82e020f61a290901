import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { Config, type Settings } from '../../../src/config';

suite('Settings', () => {
  const changed: string[] = [];
  const set = async (name: string, value: unknown): Promise<void> => {
    changed.push(name);
    await vscode.workspace
      .getConfiguration('microwins')
      .update(name, value, vscode.ConfigurationTarget.Global);
  };
  const read = (): Settings => {
    const config = new Config();
    config.dispose();
    return config.settings;
  };

  teardown(async () => {
    for (const name of changed.splice(0)) await set(name, undefined);
    changed.length = 0;
  });

  test('of a wrong form count as their defaults', async () => {
    const before = read();
    const wrong = {
      'commits.enabled': 'yes',
      'commits.emails': { a: 'b' },
      'commits.backfillDays': 'all',
      'todos.tags': 'TODO',
      'tests.reports': 7,
      'day.startsAt': null,
      'streak.restDays': 'sunday',
      'streak.minimumWins': '2',
      celebrations: 'loud',
      'statusBar.alignment': 'top',
    };
    for (const [name, value] of Object.entries(wrong)) await set(name, value);
    assert.deepEqual(read(), before);
  });

  test('beyond their bounds count as the nearest that is allowed', async () => {
    for (const [name, value] of Object.entries({ 'day.startsAt': 23, 'day.goal': 0 })) await set(name, value);
    const { day } = read();
    assert.deepEqual(day, { startsAt: 6, goal: 1 });
  });

  test('an empty list is one: no rest day, no tag', async () => {
    for (const name of ['streak.restDays', 'todos.tags']) await set(name, []);
    const { streak, todos } = read();
    assert.equal(streak.restDays.size, 0);
    assert.deepEqual(todos.tags, []);
  });
});
