import { strict as assert } from 'node:assert';
import type { Draft } from '../../../src/core/draft';
import { Drafts } from '../../../src/store/drafts';
import { MementoStub } from './mementoStub';

const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  id,
  title: `Task ${id}`,
  steps: [],
  ...more,
});

suite('Drafts of tasks', () => {
  test('are there in the next window, newest first, as they were left', async () => {
    const memento = new MementoStub();
    const drafts = new Drafts(memento);
    const left = draft('b', { steps: [{ title: 'x', done: true }], typed: 'half a st', from: 'a.ts:3' });
    await drafts.keep(draft('a'));
    await drafts.keep(left);
    assert.deepEqual(new Drafts(memento).all, [left, draft('a')]);
  });

  test('are forgotten with their task, or when nothing is in them', async () => {
    const memento = new MementoStub();
    const drafts = new Drafts(memento);
    await drafts.keep(draft('a'));
    await drafts.keep(draft('b'));
    await drafts.forget('a');
    await drafts.keep(draft('b', { title: ' ' }));
    assert.deepEqual(drafts.all, []);
    assert.equal(memento.get('microwins.drafts'), undefined);
  });

  test('are few, and long texts are cut so that they can be read again', async () => {
    const memento = new MementoStub();
    const drafts = new Drafts(memento);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) {
      await drafts.keep(draft(id, { selected: 'x'.repeat(100_000), typed: 'y'.repeat(100_000) }));
    }
    assert.deepEqual(
      new Drafts(memento).all.map(({ id }) => id),
      ['f', 'e', 'd', 'c', 'b'],
    );
  });

  test('that do not parse are none, and take no other along', async () => {
    const memento = new MementoStub();
    for (const other of [undefined, 'a', {}, [{ id: 1 }]]) {
      await memento.update('microwins.drafts', other);
      assert.deepEqual(new Drafts(memento).all, []);
    }
    const many = Array.from({ length: 101 }, () => ({ title: 'a step' }));
    await memento.update('microwins.drafts', [{ id: 1 }, draft('a'), draft('b', { steps: many })]);
    assert.deepEqual(new Drafts(memento).all, [draft('a')]);
  });
});
