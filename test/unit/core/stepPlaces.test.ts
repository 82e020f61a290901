import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placeBeside, placeOfDrop } from '../../../src/core/stepPlaces';
import { createTask, withoutStep, withStepBack, withStepMoved } from '../../../src/core/tasks';

let serial = 0;
const task = (titles: readonly string[]) => createTask('Task', titles, 1000, () => `id${++serial}`);
const titles = (of: ReturnType<typeof task>): string => of.steps.map(({ title }) => title).join('');
const idOf = (of: ReturnType<typeof task>, title: string): string =>
  of.steps.find(step => step.title === title)?.id ?? 'none';

function dropped(step: string, target: string | undefined): string {
  const before = task(['a', 'b', 'c', 'd']);
  const place = placeOfDrop(before, idOf(before, step), target && idOf(before, target));
  return place ? titles(withStepMoved(before, idOf(before, step), place.before)) : 'stays';
}

suite('A step moves', () => {
  const drops: [step: string, target: string | undefined, result: string][] = [
    ['a', 'c', 'bcad'],
    ['a', 'd', 'bcda'],
    ['d', 'a', 'dabc'],
    ['c', 'b', 'acbd'],
    ['a', undefined, 'bcda'],
    ['d', undefined, 'stays'],
    ['b', 'b', 'stays'],
  ];
  for (const [step, target, result] of drops) {
    test(`${step} dropped on ${target ?? 'its task'}: ${result}`, () => {
      assert.equal(dropped(step, target), result);
    });
  }

  test('one up and one down, and not beyond the ends', () => {
    const before = task(['a', 'b', 'c']);
    const moved = (title: string, by: -1 | 1): string => {
      const place = placeBeside(before, idOf(before, title), by);
      return place ? titles(withStepMoved(before, idOf(before, title), place.before)) : 'stays';
    };
    assert.equal(moved('b', -1), 'bac');
    assert.equal(moved('b', 1), 'acb');
    assert.equal(moved('a', -1), 'stays');
    assert.equal(moved('c', 1), 'stays');
    assert.equal(placeBeside(before, 'gone', 1), undefined);
    assert.equal(placeOfDrop(before, 'gone', undefined), undefined);
  });

  test('onto the target’s place, whatever the list', () => {
    const list = fc.array(fc.constant('x'), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (names, one, other) => {
        const before = task(names.map((_, index) => String(index)));
        const [from, to] = [one % names.length, other % names.length];
        const step = before.steps[from]?.id ?? '';
        const place = placeOfDrop(before, step, before.steps[to]?.id);
        const after = place ? withStepMoved(before, step, place.before) : before;
        assert.equal(after.steps[to]?.id, step);
        assert.equal(after.steps.length, before.steps.length);
      }),
    );
  });

  test('back to where it was when its removal is undone', () => {
    const list = fc.array(fc.constant('x'), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(list, fc.nat(), (names, at) => {
        const before = task(names);
        const index = at % names.length;
        const step = before.steps[index];
        assert.ok(step);
        const without = withoutStep(before, step.id);
        assert.deepEqual(withStepBack(without, step, before.steps[index + 1]?.id), before);
        assert.equal(withStepBack(before, step, undefined), before);
      }),
    );
  });
});
