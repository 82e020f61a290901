import { strict as assert } from 'node:assert';
import type { Task } from '../../../src/core/task';
import { byTouch, createTask, inOrder, stepWinId, withStep, withStepDone } from '../../../src/core/tasks';

let serial = 0;
const newId = (): string => `id${++serial}`;
const task = (...steps: string[]) => createTask('Streaming parser', steps, 1000, newId);
const stepAt = (of: ReturnType<typeof task>, index: number): string => of.steps[index]?.id ?? 'none';

suite('Tasks and steps', () => {
  test('ticking a step keeps when, and unticking forgets it', () => {
    const before = task('a', 'b');
    const ticked = withStepDone(before, stepAt(before, 0), 2000);
    assert.equal(ticked.steps[0]?.doneAt, 2000);
    assert.equal(ticked.finishedAt, undefined);
    assert.deepEqual(withStepDone(ticked, stepAt(before, 0), undefined), before);
  });

  test('ticking a ticked step changes nothing', () => {
    const ticked = withStepDone(task('a'), 'none', 2000);
    const once = withStepDone(ticked, stepAt(ticked, 0), 2000);
    assert.equal(withStepDone(once, stepAt(ticked, 0), 3000), once);
  });

  test('ticking the last step finishes the task; a further step opens it again', () => {
    const before = task('a', 'b');
    const finished = withStepDone(withStepDone(before, stepAt(before, 1), 3000), stepAt(before, 0), 2000);
    assert.equal(finished.finishedAt, 3000);
    assert.equal(withStep(finished, 'c', newId).finishedAt, undefined);
  });

  test('open tasks come before finished ones, the one touched last first', () => {
    const [old, touched, finished] = [task('a'), task('b', 'c'), task('d')] as const;
    const tasks = [
      withStepDone(finished, stepAt(finished, 0), 9000),
      old,
      withStepDone(touched, stepAt(touched, 0), 5000),
    ];
    assert.deepEqual(
      inOrder(tasks).map(({ id }) => id),
      [touched.id, old.id, finished.id],
    );
  });

  test('whatever the user does with a task touches it; its place in the panel changes by ticking only', () => {
    const [edited, ticked] = [{ ...task('a'), touchedAt: 9000 }, task('b', 'c')] as const;
    const tasks = [withStepDone(ticked, stepAt(ticked, 0), 5000), edited];
    const ids = (ordered: readonly Task[]): string[] => ordered.map(({ id }) => id);
    assert.deepEqual(ids(byTouch(tasks)), [edited.id, ticked.id]);
    assert.deepEqual(ids(inOrder(tasks)), [ticked.id, edited.id]);
  });

  test('a step’s win has the same id however often it is ticked', () => {
    const one = task('a');
    assert.equal(stepWinId(one, 'x'), stepWinId(withStepDone(one, stepAt(one, 0), 2000), 'x'));
  });

  test('a step that was done before is ticked from the start', () => {
    const made = createTask('Notes', [{ title: 'a', done: true }, { title: 'b' }], 1000, newId);
    assert.deepEqual(
      made.steps.map(step => step.doneAt),
      [1000, undefined],
    );
    assert.equal(made.finishedAt, undefined);
  });
});
