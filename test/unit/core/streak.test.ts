import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { StreakRules } from '../../../src/core/rules';
import { walkStreak } from '../../../src/core/streak';
import { later, life, lives, referenceStreak, winsOn, withWin } from './reference';

const everyDay: StreakRules = { restDays: new Set(), minimumWins: 1, pauses: [] };
const weekends: StreakRules = { ...everyDay, restDays: new Set([6, 0]) };

/** 2024-01-01 was a Monday. */
const monday = '2024-01-01';

/** The streak on the last day that the picture shows. */
function streakOf(days: string, rules: StreakRules = everyDay) {
  return walkStreak(life(monday, days), rules, later(monday, days.length - 1));
}

/** The marks of the picture's days. */
function marksOf(days: string, rules: StreakRules = everyDay): string {
  const streak = streakOf(days, rules);
  return [...days].map((_, index) => streak.markOf(later(monday, index))).join(' ');
}

suite('streak', () => {
  test('without a win there is none', () => {
    const streak = walkStreak(new Map([[monday, [0, 0, 0, 0, 0]]]), everyDay, monday);
    assert.equal(streak.current, 0);
    assert.equal(streak.longest, 0);
    assert.equal(streak.longestTo, undefined);
    assert.equal(streak.passes, 0);
    assert.equal(streak.nextPassAt, 7);
    assert.equal(streak.todayCounts, false);
    assert.equal(streak.markOf(monday), 'none');
  });

  test('an active day adds one', () => {
    assert.equal(streakOf('1').current, 1);
    assert.equal(streakOf('151').current, 3);
  });

  test('a day with fewer wins than the minimum is not active', () => {
    assert.equal(streakOf('3323', { ...everyDay, minimumWins: 3 }).current, 1);
    assert.equal(streakOf('3323', { ...everyDay, minimumWins: 2 }).current, 4);
  });

  test('an inactive rest day is skipped: neither one more nor a break', () => {
    assert.equal(streakOf('11111..1', weekends).current, 6);
    assert.equal(marksOf('11111..1', weekends), 'won won won won won rest rest won');
  });

  test('work on a rest day counts', () => {
    assert.equal(streakOf('111111.1', weekends).current, 7);
  });

  test('days inside a pause are skipped, both ends included', () => {
    const paused = { ...everyDay, pauses: [{ from: '2024-01-03', to: '2024-01-05' }] };
    assert.equal(streakOf('11...1', paused).current, 3);
    assert.equal(streakOf('11....1', paused).current, 1);
    assert.equal(streakOf('1....1', paused).current, 1);
    assert.equal(marksOf('11...1', paused), 'won won paused paused paused won');
  });

  test('work inside a pause counts', () => {
    const paused = { ...everyDay, pauses: [{ from: '2024-01-03' }] };
    assert.equal(streakOf('11.1..', paused).current, 3);
    assert.equal(marksOf('11.1..', paused), 'won won paused won paused paused');
  });

  test('a pause without an end covers all that follows', () => {
    const streak = streakOf('11............', { ...everyDay, pauses: [{ from: '2024-01-03' }] });
    assert.equal(streak.current, 2);
    assert.equal(streak.markOf('2031-05-05'), 'paused');
  });

  test('an inactive ordinary day without a pass ends the streak', () => {
    assert.equal(streakOf('111111.1').current, 1);
    assert.equal(streakOf('111111.1').longest, 6);
    assert.equal(marksOf('1.1'), 'won none won');
  });

  test('a held pass is spent on an inactive ordinary day, which is covered and adds nothing', () => {
    const streak = streakOf('1111111.1');
    assert.equal(streak.current, 8);
    assert.equal(streak.passes, 0);
    assert.equal(streak.markOf('2024-01-08'), 'covered');
  });

  test('a pass is earned at every 7th day of a streak', () => {
    assert.equal(streakOf('111111').passes, 0);
    assert.equal(streakOf('1111111').passes, 1);
    assert.equal(streakOf('1111111111111').passes, 1);
    assert.equal(streakOf('11111111111111').passes, 2);
    assert.equal(streakOf('1111111.1111111').passes, 1);
  });

  test('at most two passes are held', () => {
    assert.equal(streakOf('1'.repeat(28)).passes, 2);
    assert.equal(streakOf(`${'1'.repeat(28)}..1`).current, 29);
    assert.equal(streakOf(`${'1'.repeat(28)}...1`).current, 1);
  });

  test('the next pass is announced, unless two are held', () => {
    assert.equal(streakOf('1').nextPassAt, 7);
    assert.equal(streakOf('1111111').nextPassAt, 14);
    assert.equal('nextPassAt' in streakOf('1'.repeat(14)), false);
    assert.equal(streakOf(`${'1'.repeat(14)}.1`).nextPassAt, 21);
  });

  test('passes end with their streak', () => {
    const streak = streakOf('1111111..111111.1');
    assert.equal(streak.current, 1);
    assert.equal(streak.passes, 0);
    assert.equal(streak.longest, 7);
  });

  test('today never breaks a streak while it lasts', () => {
    const streak = streakOf('111.');
    assert.equal(streak.current, 3);
    assert.equal(streak.todayCounts, false);
    assert.equal(streak.markOf('2024-01-04'), 'none');
    assert.equal(streakOf('111..').current, 0);
  });

  test('today never spends a pass while it lasts', () => {
    assert.equal(streakOf('1111111.').passes, 1);
    assert.equal(streakOf('1111111..').passes, 0);
    assert.equal(streakOf('1111111..').current, 7);
  });

  test('today counts once it is active', () => {
    assert.equal(streakOf('111').todayCounts, true);
    assert.equal(streakOf('112', { ...everyDay, minimumWins: 3 }).todayCounts, false);
  });

  test('the longest ends on its last active day, and as long again does not move it', () => {
    assert.equal(streakOf('1111111..1.1111111').longestTo, '2024-01-07');
    assert.equal(streakOf('111.111.11').longestTo, '2024-01-03');
    assert.equal(streakOf('111.1111.1').longestTo, '2024-01-08');
  });

  test('the day on which a length was first reached is known', () => {
    const streak = streakOf('111.1111.1');
    assert.equal(streak.firstReached(3), '2024-01-03');
    assert.equal(streak.firstReached(4), '2024-01-08');
    assert.equal(streak.firstReached(5), undefined);
  });

  test('a pause set afterwards heals the streak it covers', () => {
    const days = '1111.....111';
    assert.equal(streakOf(days).current, 3);
    assert.equal(
      streakOf(days, { ...everyDay, pauses: [{ from: '2024-01-05', to: '2024-01-09' }] }).current,
      7,
    );
  });

  test('a win on the day after today, from a zone ahead, counts and breaks nothing', () => {
    const ahead = walkStreak(life(monday, '11.1'), everyDay, '2024-01-03');
    assert.equal(ahead.current, 3);
    assert.equal(ahead.todayCounts, false);
    assert.equal(ahead.markOf('2024-01-04'), 'won');
    assert.equal(walkStreak(life(monday, '11.1'), everyDay, '2024-01-04').current, 1);
  });

  test('a win further ahead, from a wrong clock, waits for its day', () => {
    const history = life(monday, '11');
    history.set('2099-01-01', [1, 0, 0, 0, 0]);
    const streak = walkStreak(history, everyDay, '2024-01-02');
    assert.equal(streak.current, 2);
    assert.equal(streak.markOf('2099-01-01'), 'none');
    assert.equal(walkStreak(new Map([['2099-01-01', [1, 0, 0, 0, 0]]]), everyDay, monday).current, 0);
  });

  test('days before the first win keep their own marks', () => {
    const streak = streakOf('1', weekends);
    assert.equal(streak.markOf('2023-12-31'), 'rest');
    assert.equal(streak.markOf('2023-12-29'), 'none');
  });

  test('when every weekday is a rest day, no streak ever ends', () => {
    const rules = { ...everyDay, restDays: new Set([0, 1, 2, 3, 4, 5, 6]) };
    assert.equal(streakOf('1.........1....................1', rules).current, 3);
  });
});

suite('streak of random histories', () => {
  test('is what SPEC 4 says, word by word', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const streak = walkStreak(history, rules, today);
        const expected = referenceStreak({ history, rules, today });
        assert.equal(streak.current, expected.current);
        assert.equal(streak.longest, expected.longest);
        assert.equal(streak.longestTo, expected.longestTo);
        assert.equal(streak.passes, expected.passes);
        for (const [day, mark] of expected.marks) assert.equal(streak.markOf(day), mark, day);
      }),
      { numRuns: 10_000 },
    );
  });

  test('keeps its bounds', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const streak = walkStreak(history, rules, today);
        assert.ok(streak.current <= streak.longest);
        assert.ok(streak.passes >= 0 && streak.passes <= 2);
        assert.equal(streak.nextPassAt === undefined, streak.passes === 2);
        if (streak.nextPassAt !== undefined) assert.ok(streak.nextPassAt > streak.current);
        if (streak.longest > 0) assert.equal(streak.firstReached(streak.longest), streak.longestTo);
        assert.equal(streak.firstReached(streak.longest + 1), undefined);
      }),
      { numRuns: 500 },
    );
  });

  test('does not depend on the order in which days were found', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const turned = new Map([...history].reverse());
        const { markOf: _a, firstReached: _b, ...a } = walkStreak(history, rules, today);
        const { markOf: _c, firstReached: _d, ...b } = walkStreak(turned, rules, today);
        assert.deepEqual(a, b);
      }),
      { numRuns: 500 },
    );
  });

  test('a win more today never costs anything, and one too few for today changes nothing', () => {
    fc.assert(
      fc.property(lives, ({ history, rules, today }) => {
        const without = new Map(history);
        without.delete(today);
        const few = new Map(without).set(today, [rules.minimumWins - 1, 0, 0, 0, 0]);
        const enough = new Map(without).set(today, [rules.minimumWins, 0, 0, 0, 0]);
        const before = walkStreak(without, rules, today);
        const same = walkStreak(few, rules, today);
        const after = walkStreak(enough, rules, today);
        assert.deepEqual(
          [same.current, same.longest, same.passes],
          [before.current, before.longest, before.passes],
        );
        assert.equal(after.current, before.current + 1);
        assert.ok(after.longest >= before.longest && after.passes >= before.passes);
        assert.equal(after.todayCounts, true);
      }),
      { numRuns: 500 },
    );
  });

  test('a win more on an active day changes nothing', () => {
    fc.assert(
      fc.property(lives, fc.nat(100), ({ history, rules, today }, pick) => {
        const active = [...history.keys()].filter(day => winsOn(history, day) >= rules.minimumWins);
        const day = active[pick % Math.max(1, active.length)];
        if (day === undefined) return;
        const more = withWin(history, day);
        const a = walkStreak(history, rules, today);
        const b = walkStreak(more, rules, today);
        assert.deepEqual([a.current, a.longest, a.passes], [b.current, b.longest, b.passes]);
      }),
      { numRuns: 500 },
    );
  });

  test('without passes in play, a win more never shortens the longest', () => {
    fc.assert(
      fc.property(lives, fc.nat(60), fc.integer({ min: 1, max: 5 }), (random, pick, step) => {
        // Six days with a win in all can't earn a pass.
        const history = new Map([...random.history].filter((_, index) => index % step === 0).slice(0, 5));
        const day = later([...history.keys()][0] ?? random.today, pick);
        const more = new Map(history).set(day, [3, 0, 0, 0, 0]);
        assert.ok(
          walkStreak(more, random.rules, random.today).longest >=
            walkStreak(history, random.rules, random.today).longest,
        );
      }),
      { numRuns: 500 },
    );
  });
});
