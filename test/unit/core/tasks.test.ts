import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { createTask, inOrder, splitSteps, stepWinId, withStep, withStepDone } from '../../../src/core/tasks';

let serial = 0;
const newId = (): string => `id${++serial}`;
const task = (...steps: string[]) => createTask('Streaming parser', steps, 1000, newId);
const stepAt = (of: ReturnType<typeof task>, index: number): string => of.steps[index]?.id ?? 'none';

suite('Tasks and steps', () => {
  suite('pasted text is split into steps', () => {
    const cases: [name: string, text: string, steps: string[]][] = [
      ['one a line', 'a\nb\r\nc', ['a', 'b', 'c']],
      ['bullets are taken off', '- a\n* b\n+ c\n• d', ['a', 'b', 'c', 'd']],
      ['numbers are taken off', '1. a\n2) b\n(3) c\na) d', ['a', 'b', 'c', 'd']],
      ['checkboxes are taken off', '- [ ] a\n- [x] b\n* [X] c\n[ ] d', ['a', 'b', 'c', 'd']],
      ['quote marks are taken off', '> - a\n> b', ['a', 'b']],
      ['indented lists are flat', '- a\n  - b\n\t- c', ['a', 'b', 'c']],
      ['empty lines and bare bullets are left out', 'a\n\n   \n-\nb', ['a', 'b']],
      [
        'what only looks like a marker stays',
        '-1 is allowed\n3D view\n2026 plan',
        ['-1 is allowed', '3D view', '2026 plan'],
      ],
    ];
    for (const [name, text, steps] of cases) test(name, () => assert.deepEqual(splitSteps(text), steps));

    test('no line with a word in it is ever lost', () => {
      const word = fc.stringMatching(/^[a-zA-Z0-9]{1,12}$/);
      const marker = fc.constantFrom('', '- ', '* ', '1. ', '- [ ] ', '  + ', '> ', '[x] ', '(2) ');
      fc.assert(
        fc.property(fc.array(fc.tuple(marker, word)), lines => {
          const split = splitSteps(lines.map(([mark, text]) => mark + text).join('\n'));
          assert.deepEqual(
            split,
            lines.map(([, text]) => text),
          );
        }),
      );
    });
  });

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

  test('a step’s win has the same id however often it is ticked', () => {
    const one = task('a');
    assert.equal(stepWinId(one, 'x'), stepWinId(withStepDone(one, stepAt(one, 0), 2000), 'x'));
  });
});
