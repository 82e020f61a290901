import { strict as assert } from 'node:assert';
import { LedgerState } from '../../../../src/core/ledger';
import type { Win } from '../../../../src/core/win';
import type { ClosedTodo } from '../../../../src/detect/todos/closing';
import type { Todo } from '../../../../src/detect/todos/todo';
import { type Closing, closingWin, provisionalWins, treeId } from '../../../../src/detect/todos/wins';

const now = 1_714_557_600_000;
const day = 24 * 60 * 60_000;
const here = { project: 'p', repository: 'app', tree: treeId('/here/app/.git') };
const there = { ...here, tree: treeId('/there/app/.git') };

suite('Provisional wins of closed TODOs', () => {
  /** The win of a closing, by a save or by a commit. */
  function win(where: typeof here, at = now, sha?: string): Win {
    const todo = { tag: 'TODO', text: 'oil the door', line: 0 } as ClosedTodo['todo'];
    const closed: ClosedTodo = { todo, path: 'a.ts', key: 'a.ts oil the door', how: 'removed' };
    const closing = { ...where, closed, at, offset: 0, ...(sha !== undefined && { sha }) };
    const found = closingWin(closing, new LedgerState(), () => '2024-05-01');
    assert.ok(found);
    return found.win;
  }

  test('belong to the work tree they were seen in, not to a clone in a folder of that name', () => {
    const wins = [win(here), win(there)];
    assert.deepEqual(provisionalWins(wins, here, now), [wins[0]]);
    assert.deepEqual(provisionalWins(wins, there, now), [wins[1]]);
  });

  test('belong to any tree of the project once no commit confirms them any more', () => {
    const young = win(there, now - 29 * day);
    const old = win(there, now - 31 * day);
    const ofOtherProject = win({ ...there, project: 'q' }, now - 31 * day);
    assert.deepEqual(provisionalWins([young, old, ofOtherProject], here, now), [old]);
  });

  test('belong by the name of their folder where they do not say which tree it was', () => {
    const { tree: _, ...source } = win(there).source;
    const before = { ...win(there), source };
    assert.deepEqual(provisionalWins([before], here, now), [before]);
    assert.deepEqual(provisionalWins([before], { ...here, repository: 'other' }, now), []);
  });

  test('a commit confirms them for every tree, and leaves no trace of theirs', () => {
    const confirmed = win(here, now, 'a'.repeat(40));
    assert.equal(confirmed.source.tree, undefined);
    assert.deepEqual(provisionalWins([confirmed], here, now), []);
    assert.ok(!JSON.stringify(win(here)).includes('/here'), 'nor do they tell a path');
  });
});

suite('Why a closed TODO counted', () => {
  const commit = { sha: 'abcdef0'.padEnd(40, '0') };
  const table: readonly [ClosedTodo['how'], Pick<Closing, 'sha' | 'final'>, RegExp][] = [
    ['removed', {}, /^Your last commit holds this TODO .* Your next commit confirms it\.$/],
    ['removed', { final: true }, /^The file held this TODO when it was opened/],
    ['removed', commit, /^Your commit abcdef0 removed this TODO\.$/],
    ['ticked', {}, /^In your last commit this task is open, .* Your next commit confirms it\.$/],
    ['ticked', { final: true }, /^This task was open when the file was opened, and is ticked now\.$/],
    ['ticked', commit, /^Your commit abcdef0 ticked this task\.$/],
  ];
  for (const [how, more, why] of table) {
    const by = more.sha ? 'by a commit' : more.final ? 'on save, without git' : 'on save';
    test(`${how} ${by}`, () => {
      const todo = { tag: how === 'ticked' ? '[ ]' : 'TODO', text: 'oil the door', line: 0 } as Todo;
      const closed: ClosedTodo = { todo, path: 'a.md', key: 'a.md oil the door', how };
      const closing = { ...here, closed, at: now, offset: 0, ...more };
      assert.match(closingWin(closing, new LedgerState(), () => '2024-05-01')?.win.why ?? '', why);
    });
  }
});
