import assert from 'node:assert/strict';
import fc from 'fast-check';
import { milestonesOf, nearest, type Rung } from '../../../src/core/milestones';
import { walkStreak } from '../../../src/core/streak';
import { type KindCounts, winKinds } from '../../../src/core/win';
import { later, life, lives, winsOn, withWin } from './reference';

const rules = { restDays: new Set<number>(), minimumWins: 1, pauses: [] };
const monday = '2024-01-01';

function milestones(
  history: ReadonlyMap<string, KindCounts>,
  tasks: readonly string[] = [],
  reached: ReadonlyMap<string, string> = new Map(),
): Rung[] {
  const today = [...history.keys()].sort().at(-1) ?? monday;
  return milestonesOf(history, tasks, walkStreak(history, rules, today), reached);
}

function one(all: readonly Rung[], id: string): Rung {
  const found = all.find(milestone => milestone.id === id);
  assert.ok(found, id);
  return found;
}

suite('milestones', () => {
  test('their rungs are those of SPEC 4', () => {
    const rungs = new Map<string, number[]>();
    for (const { id, target } of milestones(new Map())) {
      const series = id.replace(/-\d+$/, '');
      assert.equal(id, `${series}-${target}`);
      rungs.set(series, [...(rungs.get(series) ?? []), target]);
    }
    const wins = [1, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];
    assert.deepEqual(rungs.get('wins'), wins);
    for (const kind of winKinds) assert.deepEqual(rungs.get(kind), wins.slice(1));
    assert.deepEqual(rungs.get('streak'), [3, 7, 14, 30, 50, 100, 200, 365]);
    assert.deepEqual(rungs.get('tasks'), [1, 5, 10, 25, 50, 100]);
    assert.equal(rungs.size, 8);
  });

  test('their titles say what is counted', () => {
    const all = milestonesOf(new Map(), [], walkStreak(new Map(), rules, monday), new Map(), count =>
      count.toLocaleString('en'),
    );
    const titles = Object.fromEntries(all.map(({ id, title }) => [id, title]));
    assert.equal(titles['wins-1'], '1 win');
    assert.equal(titles['wins-1000'], '1,000 wins');
    assert.equal(titles['commit-50'], '50 commits');
    assert.equal(titles['todo-100'], '100 closed TODOs');
    assert.equal(titles['tests-50'], '50 green runs');
    assert.equal(titles['step-50'], '50 steps');
    assert.equal(titles['manual-10'], '10 logged wins');
    assert.equal(titles['streak-7'], '7-day streak');
    assert.equal(titles['tasks-1'], '1 task finished');
    assert.equal(titles['tasks-10'], '10 tasks finished');
  });

  test('each shows its progress', () => {
    const all = milestones(new Map([[monday, [4, 3, 2, 1, 1]]]), [monday, monday]);
    assert.equal(one(all, 'wins-25').current, 11);
    assert.equal(one(all, 'commit-10').current, 4);
    assert.equal(one(all, 'todo-10').current, 3);
    assert.equal(one(all, 'tests-10').current, 2);
    assert.equal(one(all, 'step-10').current, 1);
    assert.equal(one(all, 'manual-10').current, 1);
    assert.equal(one(all, 'streak-3').current, 1);
    assert.equal(one(all, 'tasks-5').current, 2);
  });

  test('each shows the day it was reached, also when one day passes several', () => {
    const all = milestones(life(monday, '9.19999'), ['2024-03-02', '2024-02-01']);
    assert.equal(one(all, 'wins-1').reachedOn, monday);
    assert.equal(one(all, 'wins-10').reachedOn, '2024-01-03');
    assert.equal(one(all, 'commit-25').reachedOn, '2024-01-05');
    assert.equal('reachedOn' in one(all, 'wins-50'), false);
    assert.equal(one(all, 'tasks-1').reachedOn, '2024-02-01');
    const burst = milestones(new Map([[monday, [60, 0, 0, 0, 0]]]));
    for (const id of ['wins-1', 'wins-10', 'wins-25', 'wins-50', 'commit-50']) {
      assert.equal(one(burst, id).reachedOn, monday);
    }
  });

  test('a streak’s rungs are those above the longest streak; the way to the next is the streak of now', () => {
    const all = milestones(life(monday, '1111.11'));
    assert.equal(one(all, 'streak-3').reachedOn, '2024-01-03');
    assert.equal(one(all, 'streak-3').current, 4);
    assert.equal(one(all, 'streak-7').current, 2);
    assert.equal(one(all, 'streak-7').reachedOn, undefined);
  });

  test('a reached one stays reached when wins are taken back', () => {
    const reached = new Map([['wins-10', '2024-01-02']]);
    const all = milestones(life(monday, '9'), [], reached);
    assert.equal(one(all, 'wins-10').reachedOn, '2024-01-02');
    assert.equal(one(all, 'wins-10').current, 9);
    assert.equal(one(milestones(life(monday, '9..1'), [], reached), 'wins-10').reachedOn, '2024-01-02');
  });

  test('wins found later move the day back, never forward', () => {
    const reached = new Map([['wins-10', '2024-06-01']]);
    assert.equal(one(milestones(life(monday, '91'), [], reached), 'wins-10').reachedOn, '2024-01-02');
  });

  test('the nearest are not reached, one of a series, least left first', () => {
    const all = milestones(new Map([[monday, [8, 20, 0, 0, 0]]]));
    // 28 of 50 wins, 8 of 10 commits, 20 of 25 TODOs, 1 of 3 days.
    assert.deepEqual(
      nearest(all, 4).map(({ id }) => id),
      ['commit-10', 'todo-25', 'wins-50', 'streak-3'],
    );
    assert.equal(nearest(all, 2).length, 2);
  });

  test('of streaks, the first rung above the longest is shown', () => {
    const all = milestones(life(monday, '11111'), [], new Map([['streak-7', '2023-05-05']]));
    assert.deepEqual(
      nearest(all, 99).flatMap(({ id }) => (id.startsWith('streak') ? [id] : [])),
      ['streak-14'],
    );
  });

  test('before the first win the smallest rungs are nearest', () => {
    assert.deepEqual(
      nearest(milestones(new Map()), 3).map(({ id }) => id),
      ['wins-1', 'tasks-1', 'streak-3'],
    );
  });

  test('in random histories each was reached on the first day with enough wins', () => {
    fc.assert(
      fc.property(lives, ({ history }) => {
        const days = [...history.keys()].sort();
        for (const { id, target, reachedOn } of milestones(history)) {
          if (!id.startsWith('wins-')) continue;
          let sum = 0;
          const day = days.find(candidate => {
            sum += winsOn(history, candidate);
            return sum >= target;
          });
          assert.equal(reachedOn, day);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('a win more never moves one away', () => {
    fc.assert(
      fc.property(lives, fc.nat(80), ({ history, today }, ago) => {
        const day = later(today, -ago);
        const more = milestones(withWin(history, day));
        milestones(history).forEach((before, index) => {
          const after = more[index];
          assert.ok(after);
          if (before.id.startsWith('streak')) return;
          assert.ok(after.current >= before.current);
          if (before.reachedOn !== undefined) assert.ok((after.reachedOn ?? '9') <= before.reachedOn);
        });
      }),
      { numRuns: 200 },
    );
  });
});
