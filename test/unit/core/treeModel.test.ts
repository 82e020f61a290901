import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Step, Task } from '../../../src/core/task';
import { type TreeNode, type TreeSource, treeModel } from '../../../src/core/treeModel';
import type { Win } from '../../../src/core/win';

const today = '2026-11-18'; // a Wednesday
const noon = new Date(2026, 10, 18, 12).getTime();
const dayMs = 86_400_000;

function source(more: Partial<TreeSource> = {}): TreeSource {
  const dayOf = (at: number): string => {
    const date = new Date(at);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
  };
  return { locale: 'en-GB', today, dayOf, goal: 5, tasks: [], wins: [], ...more };
}

function task(id: string, steps: readonly Step[], more: Partial<Task> = {}): Task {
  return { id, title: `Task ${id}`, createdAt: 0, steps, ...more };
}

function win(id: string, more: Partial<Win> = {}): Win {
  const why = 'You committed it.';
  return {
    id,
    kind: 'commit',
    at: noon,
    day: today,
    title: `Win ${id}`,
    provisional: false,
    why,
    source: {},
    ...more,
  };
}

const next: NonNullable<TreeSource['next']> = {
  id: 'n1',
  title: 'Write the failing test',
  detail: 'Streaming parser',
  act: { id: 'done', title: 'Done' },
  today: false,
  another: true,
};

function everyNode(nodes: readonly TreeNode[]): TreeNode[] {
  return nodes.flatMap(node => [node, ...everyNode(node.children ?? [])]);
}

function node(of: TreeSource, id: string): TreeNode {
  const found = everyNode(treeModel(of)).find(each => each.id === id);
  assert.ok(found, id);
  return found;
}

suite('The Explorer view', () => {
  test('is empty when there is nothing to show, so that its welcome appears', () => {
    assert.deepEqual(treeModel(source()), []);
    const old = task('a', [{ id: '1', title: 'one', doneAt: noon - 3 * dayMs }], {
      finishedAt: noon - 3 * dayMs,
    });
    assert.deepEqual(treeModel(source({ tasks: [old] })), []);
  });

  test('has the next small step, tasks and today’s wins, in this order', () => {
    const sections = treeModel(source({ next, tasks: [task('a', [{ id: '1', title: 'one' }])] }));
    assert.deepEqual(
      sections.map(({ label, description }) => [label, description]),
      [
        ['Next small step', undefined],
        ['Tasks', '1 open'],
        ['Today’s wins', '0 of 5'],
      ],
    );
  });

  test('leaves the next step out when there is none', () => {
    assert.deepEqual(
      treeModel(source({ wins: [win('w')] })).map(({ id }) => id),
      ['tasks:none', 'wins'],
    );
  });

  test('tells its menus what the next step can do', () => {
    assert.equal(node(source({ next }), 'next:step').context, 'next done another free');
    const bound = { ...next, act: { id: 'open', title: 'Open' } as const, another: false, today: true };
    assert.equal(node(source({ next: bound }), 'next:step').context, 'next open');
  });

  test('shows a task’s progress, and unfolds the first one', () => {
    const one = task('a', [
      { id: '1', title: 'one', doneAt: noon },
      { id: '2', title: 'two' },
    ]);
    const tasks = [one, task('b', [{ id: '3', title: 'three' }])];
    assert.equal(node(source({ tasks }), 'task:a').description, '1 of 2');
    assert.equal(node(source({ tasks }), 'task:a').unfolded, true);
    assert.equal(node(source({ tasks }), 'task:b').unfolded, false);
  });

  test('keeps a task that was finished today, so that its last step can be unticked', () => {
    const done = task('a', [{ id: '1', title: 'one', doneAt: noon }], { finishedAt: noon });
    assert.equal(node(source({ tasks: [done] }), 'task:a').context, 'task finished');
    assert.equal(node(source({ tasks: [done] }), 'tasks').description, undefined);
  });

  test('tells of a task that was made of a line, so that its menu can lead there', () => {
    const made = task('a', [{ id: '1', title: 'one' }], { from: 'src/parser.ts:12' });
    assert.equal(node(source({ tasks: [made] }), 'task:a').context, 'task open sourced');
  });

  suite('says of a step', () => {
    const cases: [name: string, step: Partial<Step>, description: string | undefined, context: string][] = [
      ['nothing while it is open', {}, undefined, 'step open'],
      ['that it is picked for today', { forDay: today }, 'today', 'step open today'],
      ['nothing of a day that has passed', { forDay: '2026-11-17' }, undefined, 'step open'],
      ['the time when it was done today', { doneAt: noon }, '12:00', 'step done'],
      ['yesterday when it was done yesterday', { doneAt: noon - dayMs }, 'yesterday', 'step done'],
      ['the weekday before that', { doneAt: noon - 2 * dayMs }, 'Mon', 'step done'],
      ['the date when it was done a week ago', { doneAt: noon - 7 * dayMs }, '11 Nov', 'step done'],
      ['not that it was for today once it is done', { doneAt: noon, forDay: today }, '12:00', 'step done'],
    ];
    for (const [name, more, description, context] of cases) {
      test(name, () => {
        const steps = [
          { id: '0', title: 'before' },
          { id: '1', title: 'one', ...more },
          { id: '2', title: 'after' },
        ];
        const found = node(source({ tasks: [task('a', steps)] }), 'step:a:1');
        assert.equal(found.description, description);
        assert.equal(found.context, context);
        assert.equal(found.checked, more.doneAt !== undefined);
      });
    }

    test('that it looks done', () => {
      const tasks = [task('a', [{ id: '1', title: 'one', forDay: today }])];
      const found = node(source({ tasks, offers: [{ task: 'a', step: '1' }] }), 'step:a:1');
      assert.equal(found.description, 'today · done?');
    });

    test('whether it is the first or the last, which can’t move further', () => {
      const tasks = [task('a', [{ id: '1', title: 'one' }])];
      assert.equal(node(source({ tasks }), 'step:a:1').context, 'step open first last');
    });
  });

  test('shows a win’s time, or that it is provisional, and why it counted', () => {
    const wins = [win('a'), win('b', { kind: 'todo', provisional: true })];
    assert.equal(node(source({ wins }), 'win:a').description, '12:00');
    assert.equal(node(source({ wins }), 'win:b').description, 'provisional');
    assert.equal(node(source({ wins }), 'win:a').tooltip, 'Win a\n12:00\nYou committed it.');
    assert.equal(node(source({ wins }), 'win:b').icon, 'note');
  });

  test('says where an agent took part in a win, in all its words', () => {
    const found = node(source({ wins: [win('a', { withAgent: true })] }), 'win:a');
    assert.equal(found.description, '12:00 · with agent');
    assert.equal(found.tooltip, 'Win a\n12:00\nwith agent\nYou committed it.');
    assert.equal(found.spoken, 'Win a, 12:00, with agent, You committed it.');
  });

  test('every line has an id of its own, stays the same when nothing changes, and can be spoken', () => {
    const id = fc.uuid();
    const step = fc.record({ id, title: fc.string() });
    const anyTask = fc.record({
      id,
      title: fc.string(),
      createdAt: fc.nat(),
      steps: fc.array(step, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(anyTask, { selector: ({ id }) => id }), fc.uniqueArray(id), (tasks, ids) => {
        const given = source({ tasks, wins: ids.map(each => win(each)), next });
        const nodes = everyNode(treeModel(given));
        assert.equal(new Set(nodes.map(each => each.id)).size, nodes.length);
        assert.ok(nodes.every(each => each.spoken !== '' || each.label === ''));
        assert.deepEqual(treeModel(given), treeModel(given));
      }),
    );
  });
});
