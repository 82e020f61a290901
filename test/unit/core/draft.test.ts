import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import {
  type Draft,
  isEmptyDraft,
  roomIn,
  withMoreSteps,
  withProposed,
  withStepReplaced,
  withStepShifted,
} from '../../../src/core/draft';
import { maxSteps } from '../../../src/core/tasks';

const draft = (...steps: string[]): Draft => ({
  id: 'd',
  title: 'T',
  steps: steps.map(title => ({ title })),
});
const words = ({ steps }: Draft): string[] => steps.map(({ title }) => title);

suite('A task that is being broken down', () => {
  test('takes all of some steps, or none when there is no room', () => {
    const full = draft(...Array.from({ length: maxSteps - 1 }, (_, at) => `s${at}`));
    assert.equal(roomIn(full), 1);
    assert.equal(withMoreSteps(full, [{ title: 'a' }, { title: 'b' }]), full);
    assert.equal(withMoreSteps(full, [{ title: 'a' }]).steps.length, maxSteps);
  });

  test('takes of proposed steps those that it has not, as many as there is room for', () => {
    assert.deepEqual(words(withProposed(draft('Write the test'), ['write the test.', 'Run it', 'Run it'])), [
      'Write the test',
      'Run it',
    ]);
    const full = draft(...Array.from({ length: maxSteps - 1 }, (_, at) => `s${at}`));
    assert.equal(withProposed(full, ['a', 'b']).steps.length, maxSteps);
  });

  test('a step is changed, split or removed in its place, and stays done', () => {
    assert.deepEqual(words(withStepReplaced(draft('a', 'b', 'c'), 1, [{ title: 'x' }, { title: 'y' }])), [
      'a',
      'x',
      'y',
      'c',
    ]);
    assert.deepEqual(words(withStepReplaced(draft('a', 'b'), 0, [])), ['b']);
    const done: Draft = { ...draft(), steps: [{ title: 'a', done: true }] };
    assert.deepEqual(withStepReplaced(done, 0, [{ title: 'b' }]).steps, [{ title: 'b', done: true }]);
  });

  test('moving a step never loses one, and moving it back restores the list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { maxLength: 8 }),
        fc.nat(9),
        fc.constantFrom(-1, 1),
        (titles, at, by) => {
          const before = draft(...titles);
          const after = withStepShifted(before, at, by as -1 | 1);
          assert.deepEqual(words(after).sort(), [...titles].sort());
          if (after !== before) {
            assert.deepEqual(words(withStepShifted(after, at + by, -by as -1 | 1)), titles);
          }
        },
      ),
    );
  });

  test('with nothing in it is not worth keeping', () => {
    assert.ok(isEmptyDraft({ id: 'd', title: ' ', steps: [], typed: '' }));
    assert.ok(!isEmptyDraft({ id: 'd', title: '', steps: [], typed: 'half a st' }));
  });
});
