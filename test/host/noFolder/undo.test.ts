import { strict as assert } from 'node:assert';
import { clockPast } from '../support/eventually';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';

suite('Taking something away', () => {
  let own: OwnLedger;

  setup(async () => {
    own = await openOwnLedger();
  });

  teardown(() => own.close());

  const wins = (): string[] => own.ledger.recent.map(({ title }) => title).sort();
  const titles = (): string[] => own.ledger.tasks.map(({ title }) => title).sort();
  const steps = (): string[] => own.ledger.tasks.flatMap(task => task.steps.map(({ title }) => title));

  test('each win comes back by its own Undo, whatever was taken back after it', async () => {
    const first = await own.recorder.logWin('first');
    const second = await own.recorder.logWin('second');
    const firstBack = await own.undo.takeBack(first.id);
    await own.undo.takeBack(second.id);
    await firstBack?.restore();
    assert.deepEqual(wins(), ['first']);
    assert.deepEqual(own.ledger.find(first.id), first);
  });

  test('the last thing can be brought back until the next one happens', async () => {
    const { id } = await own.recorder.logWin('a win');
    const task = await own.checklists.addTask('a task', ['a step']);
    await own.undo.takeBack(id);
    assert.deepEqual([own.undo.last?.kind, own.undo.last?.title], ['win', 'a win']);
    await own.undo.remove(task.id);
    assert.deepEqual([own.undo.last?.kind, own.undo.last?.title], ['task', 'a task']);
    await own.undo.restore();
    assert.deepEqual([wins(), titles(), own.undo.last], [[], ['a task'], undefined]);
    await own.undo.remove(task.id);
    await own.recorder.logWin('the next thing');
    assert.equal(own.undo.last, undefined);
    await own.undo.restore();
    assert.deepEqual(titles(), []);
  });

  test('a finished task that is removed stays finished, also in the next window, and counts once when it is back', async () => {
    const { id, steps, createdAt } = await own.checklists.addTask('a task', ['a step']);
    await clockPast(createdAt);
    await own.checklists.tickStep(id, steps[0]?.id ?? '', true);
    const finished = own.ledger.finished;
    assert.equal(finished.length, 1);
    const removed = await own.undo.remove(id);
    assert.deepEqual(own.ledger.finished, finished);
    const next = await own.next();
    await next.setHome(own.project);
    assert.deepEqual([next.finished, next.tasks], [finished, []]);
    await removed?.restore();
    assert.deepEqual(own.ledger.finished, finished);
    await own.checklists.tickStep(id, steps[0]?.id ?? '', false);
    assert.deepEqual(own.ledger.finished, []);
  });

  test('what is not there is not taken away', async () => {
    const { id } = await own.checklists.addTask('a task', ['a step']);
    assert.equal(await own.undo.takeBack('gone'), undefined);
    assert.equal(await own.undo.remove('gone'), undefined);
    assert.equal(await own.undo.remove(id, 'gone'), undefined);
    assert.deepEqual(steps(), ['a step']);
    assert.equal(own.undo.last, undefined);
  });

  test('a task comes back once: what was done with it afterwards stays', async () => {
    const { id } = await own.checklists.addTask('a task', ['a step']);
    const removed = await own.undo.remove(id);
    await removed?.restore();
    await own.checklists.renameTask(id, 'a better name');
    await removed?.restore();
    assert.deepEqual(titles(), ['a better name']);
  });

  test('the last step takes its task along and brings it back', async () => {
    const task = await own.checklists.addTask('a task', ['a step']);
    const removed = await own.undo.remove(task.id, task.steps[0]?.id);
    assert.deepEqual(titles(), []);
    await removed?.restore();
    assert.deepEqual(own.ledger.tasks, [task]);
  });

  test('the win of a step comes back with its tick, and without one when its task is gone', async () => {
    const task = await own.checklists.addTask('a task', ['a step']);
    await own.checklists.tickStep(task.id, task.steps[0]?.id ?? '', true);
    const [win] = own.ledger.recent;
    assert.ok(win);
    const unticked = await own.undo.takeBack(win.id);
    assert.equal(own.checklists.find(task.id)?.finishedAt, undefined);
    await unticked?.restore();
    assert.equal(own.checklists.find(task.id)?.finishedAt, win.at);
    const removed = await own.undo.remove(task.id);
    const takenBack = await own.undo.takeBack(win.id);
    assert.deepEqual(wins(), []);
    await takenBack?.restore();
    await removed?.restore();
    assert.deepEqual(own.ledger.recent, [win]);
    assert.equal(own.checklists.find(task.id)?.finishedAt, win.at);
  });

  test('a step comes back to its task, however full', async () => {
    const { checklists } = own;
    const { id, steps } = await checklists.addTask(
      'a task',
      Array.from({ length: 100 }, () => 'a step'),
    );
    assert.equal(await checklists.addStep(id, 'one too many'), false);
    const removed = await own.undo.remove(id, steps[7]?.id);
    assert.equal(await checklists.addStep(id, 'in its place'), true);
    await removed?.restore();
    assert.equal(checklists.find(id)?.steps.length, 101);
  });

  test('with two projects each thing comes back to its own', async () => {
    const { ledger, checklists, undo } = own;
    const task = await checklists.addTask('a task', ['a step', 'another']);
    const win = await own.recorder.logWin('a win');
    await ledger.setHome('folder-other');
    const removed = await undo.remove(task.id);
    const takenBack = await undo.takeBack(win.id);
    assert.equal(checklists.projectOf(task.id), undefined);
    await removed?.restore();
    await takenBack?.restore();
    assert.equal(checklists.projectOf(task.id), own.project);
    assert.equal(ledger.projectOfWin(win.id), own.project);
  });
});
