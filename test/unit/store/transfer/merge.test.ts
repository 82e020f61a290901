import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../../src/core/entry';
import { LedgerState } from '../../../../src/core/ledger';
import type { Task } from '../../../../src/core/task';
import { createTask, stepWin, stepWinId, withStep, withStepDone } from '../../../../src/core/tasks';
import { mergeImport } from '../../../../src/store/transfer/merge';
import { anyStory, project, win, won } from './samples';

const merged = (here: readonly Entry[], there: readonly Entry[]) =>
  mergeImport([project(here)], [project(there)]);
const news = (here: readonly Entry[], there: readonly Entry[]): Entry[] =>
  merged(here, there).appends.flatMap(({ entries }) => entries);
const fold = (entries: readonly Entry[]): LedgerState => {
  const state = new LedgerState();
  for (const entry of entries) state.apply(entry);
  return state;
};

/** A task of two steps, s1 and s2. */
function twoSteps(): Task {
  const ids = ['t', 's1', 's2'];
  return createTask('Parser', ['Read', 'Write'], 1000, () => ids.shift() ?? '');
}
/** The entries of a step ticked. */
function ticked(task: Task, stepId: string, at: number): [Task, ...Entry[]] {
  const changed = withStepDone(task, stepId, at);
  const step = changed.steps.find(({ id }) => id === stepId);
  assert.ok(step);
  return [changed, { type: 'task', task: changed }, won(stepWin(changed, step, at, '2026-11-18', ''))];
}

suite('Merging an import', () => {
  test('brings wins that nobody here has, with their whole story', () => {
    const story: Entry[] = [
      won(win('b')),
      { type: 'withdrawn', id: 'b', at: 5 },
      won(win('b', { title: 'again' })),
    ];
    assert.deepEqual(news([won(win('a'))], [won(win('a')), ...story]), story);
  });

  test('leaves a win that is known as it is here, even when it was withdrawn', () => {
    const here: Entry[] = [won(win('a')), won(win('b')), { type: 'withdrawn', id: 'b', at: 5 }];
    assert.deepEqual(news(here, [won(win('a', { title: 'other' })), won(win('b'))]), []);
  });

  test('an undone win stays undone, whoever took it back', () => {
    const undone: Entry = { type: 'undone', id: 'a', at: 5 };
    assert.deepEqual(news([won(win('a')), undone], [won(win('a'))]), []);
    assert.deepEqual(news([won(win('a'))], [won(win('a')), undone]), [undone]);
  });

  test('of two decisions about a win the later holds', () => {
    const undone = (at: number): Entry => ({ type: 'undone', id: 'a', at });
    const redone = (at: number): Entry => ({ type: 'redone', win: win('a'), offset: 0, at });
    assert.deepEqual(news([won(win('a')), undone(5)], [undone(5), redone(6)]), [redone(6)]);
    assert.deepEqual(news([won(win('a')), undone(5), redone(6)], [undone(5)]), []);
    assert.deepEqual(news([won(win('a')), undone(7)], [undone(5), redone(6)]), []);
  });

  test('a withdrawal of a win that nobody has is no news', () => {
    assert.deepEqual(news([], [{ type: 'withdrawn', id: 'a', at: 5 }]), []);
  });

  test('goals, pauses and milestones that are known stay; of a milestone the earlier day holds', () => {
    const goal: Entry = {
      type: 'goal',
      goal: { id: 'g', title: 'g', kinds: 'all', target: 5, period: { every: 'week' } },
    };
    const pause: Entry = { type: 'pause', pause: { from: '2026-11-01' } };
    const reached = (day: string): Entry => ({ type: 'reached', id: 'm', day });
    assert.deepEqual(news([], [goal, pause, reached('2026-11-02')]), [goal, pause, reached('2026-11-02')]);
    assert.deepEqual(news([goal, { type: 'goalRemoved', id: 'g' }], [goal]), []);
    assert.deepEqual(news([{ type: 'pause', pause: { from: '2026-11-01', to: '2026-11-03' } }], [pause]), []);
    assert.deepEqual(news([reached('2026-11-02')], [reached('2026-11-03')]), []);
    assert.deepEqual(news([reached('2026-11-02')], [reached('2026-11-01')]), [reached('2026-11-01')]);
  });

  test('tells what it brings', () => {
    const there: Entry[] = [
      won(win('a')),
      won(win('b')),
      won(win('c')),
      { type: 'undone', id: 'c', at: 5 },
      { type: 'task', task: twoSteps() },
      { type: 'task', task: withStepDone(twoSteps(), 's1', 2000) },
    ];
    const { wins, knownWins, tasks, others } = merged([won(win('a'))], there);
    assert.deepEqual({ wins, knownWins, tasks, others }, { wins: 1, knownWins: 1, tasks: 1, others: 1 });
  });

  test('an empty ledger becomes the same as the one exported', () => {
    fc.assert(fc.property(anyStory, story => assert.deepEqual(fold(news([], story)), fold(story))));
  });

  test('no win is lost, and none that was taken back here returns by itself', () => {
    fc.assert(
      fc.property(anyStory, anyStory, (here, there) => {
        const before = fold(here);
        const after = fold([...here, ...news(here, there)]);
        const decided = new Set(
          there.flatMap(entry => (entry.type === 'undone' || entry.type === 'withdrawn' ? [entry.id] : [])),
        );
        const redone = new Set(there.flatMap(entry => (entry.type === 'redone' ? [entry.win.id] : [])));
        for (const entry of [...here, ...there]) {
          if (!('win' in entry)) continue;
          const { id } = entry.win;
          if (before.has(id) && !decided.has(id)) assert.ok(after.has(id), `${id} was lost`);
          if (before.isUndone(id) && !redone.has(id)) assert.ok(after.isUndone(id), `${id} returned`);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

suite('Merging tasks', () => {
  const created: Entry = { type: 'task', task: twoSteps() };

  test('the one touched last holds', () => {
    const [, ...ticks] = ticked(twoSteps(), 's1', 2000);
    assert.deepEqual(fold([created, ...news([created], [created, ...ticks])]), fold([created, ...ticks]));
    assert.deepEqual(news([created, ...ticks], [created]), []);
  });

  test('steps ticked on either side are ticked, each with its win', () => {
    const here: Entry[] = [created, ...ticked(twoSteps(), 's1', 2000).slice(1)] as Entry[];
    const there: Entry[] = [created, ...ticked(twoSteps(), 's2', 3000).slice(1)] as Entry[];
    for (const [mine, theirs] of [
      [here, there],
      [there, here],
    ] as const) {
      const state = fold([...mine, ...news(mine, theirs)]);
      assert.equal(state.total, 2);
      assert.equal(state.tasks.get('t')?.finishedAt, 3000);
    }
  });

  test('a step unticked on the side that holds is open, and its win does not count', () => {
    const [task, ...ticks] = ticked(twoSteps(), 's1', 2000);
    const [, ...more] = ticked(withStepDone(task, 's1', undefined), 's2', 3000);
    const unticked: Entry[] = [...ticks, { type: 'withdrawn', id: stepWinId(task, 's1'), at: 2500 }, ...more];
    const both = [created, ...ticks, ...news([created, ...ticks], [created, ...unticked])];
    const state = fold(both);
    assert.equal(state.has(stepWinId(task, 's1')), false);
    assert.equal(state.tasks.get('t')?.steps[0]?.doneAt, undefined);
    assert.equal(state.total, 1);
    assert.deepEqual(news([created, ...unticked], [created, ...ticks]), []);
  });

  test('an untick holds against an older export, and comes in from a newer one', () => {
    const [task, ...ticks] = ticked(twoSteps(), 's1', 2000);
    const unticked: Entry[] = [
      ...ticks,
      { type: 'task', task: withStepDone(task, 's1', undefined) },
      { type: 'withdrawn', id: stepWinId(task, 's1'), at: 3000 },
    ];
    assert.deepEqual(news([created, ...unticked], [created, ...ticks]), []);
    const both = [created, ...ticks, ...news([created, ...ticks], [created, ...unticked])];
    assert.equal(fold(both).total, 0);
    assert.equal(fold(both).tasks.get('t')?.steps[0]?.doneAt, undefined);
    assert.deepEqual(news(both, [created, ...unticked]), []);
  });

  test('a step ticked again on the side that holds counts again', () => {
    const [task, ...ticks] = ticked(twoSteps(), 's1', 2000);
    const open = withStepDone(task, 's1', undefined);
    const undo: Entry[] = [
      { type: 'task', task: open },
      { type: 'withdrawn', id: stepWinId(task, 's1'), at: 2500 },
    ];
    const [, ...again] = ticked(open, 's1', 4000);
    const here = [created, ...ticks, ...undo];
    const state = fold([...here, ...news(here, [...here, ...again])]);
    assert.equal(state.has(stepWinId(task, 's1')), true);
    assert.equal(state.tasks.get('t')?.steps[0]?.doneAt, 4000);
  });

  test('steps added on either side are kept', () => {
    const mine: Entry = { type: 'task', task: withStep(twoSteps(), 'Here', () => 'here') };
    const theirs: Entry = { type: 'task', task: withStep(twoSteps(), 'There', () => 'there') };
    const steps = fold([mine, ...news([mine], [theirs])])
      .tasks.get('t')
      ?.steps.map(({ id }) => id);
    assert.deepEqual(steps, ['s1', 's2', 'here', 'there']);
  });
});

suite('Merging projects', () => {
  const here = [project([won(win('a'))], 'git-1', 'alpha'), project([], 'folder-2', 'beta')];
  const target = (
    id: string | undefined,
    name: string,
    entry: Entry = won(win('x')),
  ): (string | undefined)[] =>
    mergeImport(here, [{ ...(id !== undefined && { id }), name, entries: [entry] }]).appends.map(
      append => append.project,
    );

  test('each goes where it belongs: by its identity, else its name, else to the home', () => {
    assert.deepEqual(target('folder-2', 'renamed'), ['folder-2']);
    assert.deepEqual(target('git-elsewhere', 'beta'), ['folder-2']);
    assert.deepEqual(target(undefined, 'alpha'), ['git-1']);
    assert.deepEqual(target('git-3', 'gamma'), [undefined]);
  });

  test('a name that two projects have decides nothing', () => {
    const twins = [project([], 'git-1', 'same'), project([], 'git-2', 'same')];
    const { appends } = mergeImport(twins, [{ name: 'same', entries: [won(win('x'))] }]);
    assert.deepEqual(appends, [{ entries: [won(win('x'))] }]);
  });

  test('a decision goes to the project that holds the win, and no win comes in twice', () => {
    assert.deepEqual(target('folder-2', 'beta', { type: 'undone', id: 'a', at: 5 }), ['git-1']);
    assert.deepEqual(target('folder-2', 'beta', won(win('a'))), []);
  });
});
