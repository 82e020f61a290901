import { strict as assert } from 'node:assert';
import type { Step, Task } from '../../../src/core/task';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';

suite('The win of a step that was removed', () => {
  let own: OwnLedger;
  let task: Task;
  let step: Step;
  const wins = (): string[] => own.ledger.recent.map(({ title }) => title);
  const winId = (): string => own.ledger.recent[0]?.id ?? '';

  setup(async () => {
    own = await openOwnLedger();
    task = await own.checklists.addTask('Streaming parser', ['Sketch', 'Test']);
    const [first] = task.steps;
    assert.ok(first);
    step = first;
    await own.checklists.tickStep(task.id, step.id, true, undefined, true);
    await own.checklists.removeStep(task.id, step.id);
    assert.deepEqual(wins(), ['Sketch']);
  });

  teardown(() => own.close());

  test('can be taken back, and brought back as it was', async () => {
    const [before] = own.ledger.recent;
    const taken = await own.undo.takeBack(winId());
    assert.deepEqual(wins(), []);
    assert.ok(taken);
    await taken.restore();
    assert.deepEqual(own.ledger.recent, [before]);
  });

  test('counts again when the step is back and ticked anew', async () => {
    await own.undo.takeBack(winId());
    await own.checklists.restoreStep(task.id, step, undefined);
    assert.deepEqual(wins(), []);
    await own.checklists.tickStep(task.id, step.id, false);
    await own.checklists.tickStep(task.id, step.id, true);
    assert.deepEqual(wins(), ['Sketch']);
  });

  test('of a whole task that was removed can be brought back, too', async () => {
    await own.checklists.removeTask(task.id);
    const taken = await own.undo.takeBack(winId());
    assert.deepEqual(wins(), []);
    assert.ok(taken);
    await taken.restore();
    assert.deepEqual(wins(), ['Sketch']);
  });
});

suite('An agent’s win of a step', () => {
  test('is labelled still when it was taken back and brought back', async () => {
    const own = await openOwnLedger();
    const task = await own.checklists.addTask('Streaming parser', ['Sketch', 'Test']);
    await own.checklists.tickStep(task.id, task.steps[0]?.id ?? '', true, undefined, true);
    const taken = await own.undo.takeBack(own.ledger.recent[0]?.id ?? '');
    assert.deepEqual(own.ledger.recent, []);
    assert.ok(taken);
    await taken.restore();
    const labels = own.ledger.recent.map(({ withAgent }) => withAgent);
    assert.deepEqual(labels, [true]);
    await own.close();
  });
});
