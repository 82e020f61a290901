import { strict as assert } from 'node:assert';
import { Dismissals } from '../../../src/store/dismissals';

function memento(value: unknown = undefined) {
  const box = { value };
  return {
    box,
    get: <T>() => box.value as T,
    update: async (_key: string, kept: unknown) => {
      box.value = JSON.parse(JSON.stringify(kept));
    },
  };
}

suite('Answered offers', () => {
  test('are remembered with their time, the last answer of a step', async () => {
    const kept = memento();
    const dismissals = new Dismissals(kept);
    assert.equal(dismissals.since('t', 's'), 0);
    await dismissals.add('t', 's', 5);
    await dismissals.add('t', 's2', 6);
    await dismissals.add('t', 's', 7);
    const again = new Dismissals(kept);
    assert.deepEqual([again.since('t', 's'), again.since('t', 's2'), again.since('t2', 's')], [7, 6, 0]);
  });

  test('stay few, and a form that is not right counts as none', async () => {
    const kept = memento('nonsense');
    const dismissals = new Dismissals(kept);
    for (let at = 1; at <= 150; at++) await dismissals.add('t', `s${at}`, at);
    assert.equal((kept.box.value as unknown[]).length, 100);
    assert.equal(dismissals.since('t', 's150'), 150);
    assert.equal(dismissals.since('t', 's1'), 0);
    assert.ok(JSON.stringify(kept.box.value).length < 4000);
  });
});
