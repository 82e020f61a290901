import { strict as assert } from 'node:assert';
import { progressOf } from '../../../src/core/overview';
import { sampleOverview } from './sample';

suite('Progress, as the API gives it', () => {
  test('has of a milestone what SPEC 7 says, and no more', () => {
    const { milestones } = progressOf(sampleOverview({ '2026-11-18': [10, 0, 0, 0, 0] }));
    assert.deepEqual(
      milestones.find(({ id }) => id === 'commit-10'),
      { id: 'commit-10', title: '10 commits', target: 10, current: 10, reachedOn: '2026-11-18' },
    );
    assert.deepEqual(
      milestones.find(({ id }) => id === 'streak-3'),
      { id: 'streak-3', title: '3-day streak', target: 3, current: 1 },
    );
  });
});
