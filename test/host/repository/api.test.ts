import { strict as assert } from 'node:assert';
import { format, subDays } from 'date-fns';
import * as vscode from 'vscode';
import { eventually } from '../support/eventually';
import { microWins } from '../support/microWins';

const day = (at: number | Date): string => format(at, 'yyyy-MM-dd');

/** What VS Code itself makes for a view. */
const ofTheView = /^microwins\.tree\.(focus|open|removeView|resetViewLocation|toggleVisibility)$/;

suite('The exported API', () => {
  test('gives version 1 and frozen objects', async () => {
    const api = await microWins();
    assert.equal(api.version, 1);
    const win = await api.recordWin({ title: 'Frozen' });
    for (const value of [api, win, win.source, api.getProgress(), api.getProgress().today, api.getTasks()]) {
      assert.ok(Object.isFrozen(value));
    }
  });

  test('a recorded win has the day on which it happened, and counts in the progress', async () => {
    const api = await microWins();
    const before = api.getProgress();
    const win = await api.recordWin({ title: '  Unblocked\na colleague ', source: 'standup-bot' });
    assert.equal(win.title, 'Unblocked a colleague');
    assert.equal(win.kind, 'manual');
    assert.equal(win.day, day(win.at));
    assert.match(win.why, /standup-bot/);
    const after = api.getProgress();
    assert.equal(after.today.wins, before.today.wins + 1);
    assert.equal(after.today.byKind.manual, before.today.byKind.manual + 1);
    assert.equal(after.total, before.total + 1);
    assert.equal(after.streak.todayCounts, true);
  });

  test('a win of an extension that does not say what it is was not logged by hand', async () => {
    const api = await microWins();
    const win = await api.recordWin({ title: 'Deployed' });
    assert.equal(win.why, 'Another extension recorded it.');
    assert.deepEqual(win.source, { by: 'another extension' });
  });

  test('an empty title, a time that is not finite and a time in the future are refused', async () => {
    const api = await microWins();
    await assert.rejects(api.recordWin({ title: ' \n ' }), TypeError);
    await assert.rejects(api.recordWin({ title: 'x', at: Number.NaN }), RangeError);
    await assert.rejects(api.recordWin({ title: 'x', at: Number.POSITIVE_INFINITY }), RangeError);
    await assert.rejects(api.recordWin({ title: 'x', at: Date.now() + 60_000 }), RangeError);
  });

  test('a time before 1970, which no export could bring back, is refused', async () => {
    const api = await microWins();
    for (const at of [-1, -1e15, -9e15, Number.NEGATIVE_INFINITY]) {
      await assert.rejects(api.recordWin({ title: 'x', at }), RangeError);
    }
    const win = await api.recordWin({ title: 'The epoch', at: 0 });
    assert.deepEqual((await api.getWins()).at(-1), win);
  });

  test('wins are filtered by day, both ends included, and by kind, newest first', async () => {
    const api = await microWins();
    const lastWeek = subDays(Date.now(), 7);
    const win = await api.recordWin({ title: 'A week ago', at: lastWeek.getTime() });
    const of = await api.getWins({ from: day(lastWeek), to: day(lastWeek), kind: 'manual' });
    assert.deepEqual(of, [win]);
    const all = await api.getWins();
    assert.deepEqual(
      all.map(({ at }) => at),
      all.map(({ at }) => at).sort((one, other) => other - one),
    );
    await assert.rejects(api.getWins({ from: 'yesterday' }), RangeError);
  });

  test('onDidChange fires after a win was kept', async () => {
    const api = await microWins();
    let seen = false;
    const listener = api.onDidChange(() => {
      seen ||= api.getProgress().total > 0;
    });
    await api.recordWin({ title: 'Seen by a listener' });
    await eventually('the listener is called', () => seen);
    listener.dispose();
  });

  test('hostile titles are kept as text: cut, and with control and bidirectional characters shown', async () => {
    const api = await microWins();
    const win = await api.recordWin({ title: `\u202eevil\u0007 <img src=x> ${'x'.repeat(100_000)}` });
    assert.ok(win.title.startsWith('\\u202eevil\\u0007 <img src=x>'));
    assert.ok(win.title.length <= 200);
  });

  test('every command of the manifest exists, and no other', async () => {
    await microWins();
    const manifest = vscode.extensions.getExtension('microwins.microwins')?.packageJSON as {
      contributes: { commands: { command: string }[] };
    };
    const declared = manifest.contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true))
      .filter(id => /^microwins\./.test(id) && !ofTheView.test(id))
      .sort();
    assert.deepEqual(registered, declared);
  });
});
