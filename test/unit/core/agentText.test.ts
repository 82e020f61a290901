import { strict as assert } from 'node:assert';
import { named } from '../../../src/core/agentText';

suite('What an agent names', () => {
  const steps = [
    { id: 's1', title: 'Write the test' },
    { id: 's2', title: 'Run it' },
    { id: 's3', title: 'Run it' },
  ];

  test('is found by id, or by a title that only it has', () => {
    assert.equal(named('step', 's2', steps), steps[1]);
    assert.equal(named('step', ' write the TEST ', steps), steps[0]);
  });

  test('is refused with what there is', () => {
    assert.throws(() => named('step', 'Run it', steps), /Several steps .* Give the id/);
    assert.throws(() => named('step', 'Dance', steps), /no step "Dance".*s1 \(Write the test\)/);
    assert.throws(() => named('task', 'x', []), /There are no tasks/);
  });
});
