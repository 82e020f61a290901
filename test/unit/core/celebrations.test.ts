import assert from 'node:assert/strict';
import fc from 'fast-check';
import { celebrationModes, celebrationOf, mayNotify, type Occasion } from '../../../src/core/celebrations';
import { addDays } from '../../../src/core/day';
import type { Rung } from '../../../src/core/milestones';
import type { Win } from '../../../src/core/win';

const today = '2026-11-18';
const now = Date.UTC(2026, 10, 18, 12);

function win(at = now): Win {
  return {
    id: `w${at}`,
    kind: 'manual',
    at,
    day: today,
    title: 'A win',
    provisional: false,
    why: '',
    source: {},
  };
}

const ofCommit = (at: number, kind: 'commit' | 'todo'): Win => ({
  ...win(at),
  kind,
  source: { sha: 'c0ffee' },
});

/** A ladder: the rungs up to the one that is reached on a day. */
function ladder(series: string, rungs: readonly number[], reached: Record<number, string> = {}): Rung[] {
  return rungs.map(target => ({
    id: `${series}-${target}`,
    series,
    title: `${target} ${series}`,
    target,
    current: 0,
    ...(reached[target] && { reachedOn: reached[target] }),
  }));
}

const wins = [1, 10, 25, 50, 100];

function occasion(more: Partial<Occasion> = {}): Occasion {
  const milestones = ladder('wins', wins, { 1: '2026-01-01', 10: today });
  return {
    mode: 'quiet',
    milestones,
    known: new Set(['wins-1']),
    added: [win()],
    now,
    today,
    rest: false,
    ...more,
  };
}

suite('A milestone is celebrated', () => {
  const old = ladder('wins', wins, { 1: '2026-01-01', 10: '2026-11-17' });
  const cases: [name: string, more: Partial<Occasion>, notify: boolean | undefined, burst?: boolean][] = [
    ['when a win of now reached it: with words', {}, true, false],
    ['under full with motion, too', { mode: 'full' }, true, true],
    ['not when celebrations are off', { mode: 'off' }, undefined],
    [
      'on rest days and in pauses without a notification and without motion',
      { rest: true, mode: 'full' },
      false,
    ],
    ['not when it was celebrated before', { known: new Set(['wins-1', 'wins-10']) }, undefined],
    ['not when its day has passed', { milestones: old }, undefined],
    ['not when no win was added', { added: [] }, undefined],
    [
      'for a commit whose message and hooks took a while',
      { added: [ofCommit(now - 500_000, 'commit')] },
      true,
    ],
    ['for a TODO that such a commit closed', { added: [ofCommit(now - 500_000, 'todo')] }, true],
    ['not for another win of that age', { added: [win(now - 500_000)] }, undefined],
    [
      'not for a commit that was found, not made',
      { added: [ofCommit(now - 3_600_000, 'commit')] },
      undefined,
    ],
    ['not for one that is pulled a while later', { added: [ofCommit(now - 1_200_000, 'commit')] }, undefined],
    ['not for a win that was found, not made', { added: [win(now - 3_600_000)] }, undefined],
    ['not for one of a clock that is an hour ahead', { added: [win(now + 3_600_000)] }, undefined],
    [
      'not for a scan or an import that has a win of now in it',
      { added: [win(now - 9e8), win()] },
      undefined,
    ],
  ];
  for (const [name, more, notify, burst = false] of cases) {
    test(name, () => {
      const found = celebrationOf(occasion(more));
      assert.equal(found?.notify, notify);
      if (found) assert.equal(found.burst, burst);
    });
  }

  test('of several the one that stands highest on its own ladder', () => {
    const greatest = (...ladders: Rung[][]): string | undefined =>
      celebrationOf(occasion({ milestones: ladders.flat() }))?.id;
    const kinds = [10, 25, 50, 100];
    const streaks = [3, 7, 14, 30];
    assert.equal(greatest(ladder('wins', wins, { 10: today, 25: today })), 'wins-25');
    assert.equal(
      greatest(ladder('wins', wins, { 10: today }), ladder('streak', streaks, { 14: today })),
      'streak-14',
    );
    assert.equal(
      greatest(ladder('commit', kinds, { 25: today }), ladder('wins', wins, { 10: today })),
      'wins-10',
    );
  });

  test('never an old one, whatever happens', () => {
    const day = fc.constantFrom(undefined, '2026-01-01', '2026-11-17', today);
    const any = fc.record({
      mode: fc.constantFrom(...celebrationModes),
      days: fc.array(day, { minLength: 5, maxLength: 5 }),
      known: fc.subarray(wins.map(rung => `wins-${rung}`)),
      ages: fc.array(fc.nat(1_000_000_000), { maxLength: 4 }),
      rest: fc.boolean(),
    });
    fc.assert(
      fc.property(any, ({ mode, days, known, ages, rest }) => {
        const reached = Object.fromEntries(
          wins.flatMap((rung, index) => (days[index] ? [[rung, days[index]]] : [])),
        );
        const milestones = ladder('wins', wins, reached);
        const added = ages.map(age => win(now - age));
        const found = celebrationOf(occasion({ mode, milestones, known: new Set(known), added, rest }));
        if (!found) return;
        assert.notEqual(mode, 'off');
        assert.ok(!known.includes(found.id));
        assert.equal(milestones.find(({ id }) => id === found.id)?.reachedOn, today);
        assert.ok(ages.length > 0 && ages.every(age => age < 120_000));
        assert.ok(!(rest && (found.notify || found.burst)));
      }),
    );
  });
});

suite('A milestone’s notification', () => {
  test('may come once a day', () => {
    assert.equal(mayNotify(undefined, today), true);
    assert.equal(mayNotify('2026-11-17', today), true);
    assert.equal(mayNotify(today, today), false);
  });

  test('does not come a second time on a day that is lived twice', () => {
    assert.equal(mayNotify(addDays(today, 1), today), false);
  });

  test('is not silenced for long by a clock that was wrong', () => {
    assert.equal(mayNotify('2031-01-01', today), true);
  });

  test('comes once a day at most, in any order of days a traveller can live', () => {
    // Over the date line and back: the day moves by at most one at a time.
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 1 }), { maxLength: 60 }), moves => {
        const told = new Map<string, number>();
        let last: string | undefined;
        let day = today;
        let furthest = today;
        for (const move of moves) {
          day = addDays(day, move);
          if (day > furthest) furthest = day;
          // Nobody is further back than a day.
          if (day < addDays(furthest, -1)) day = addDays(furthest, -1);
          if (!mayNotify(last, day)) continue;
          told.set(day, (told.get(day) ?? 0) + 1);
          last = day;
        }
        for (const [each, times] of told) assert.equal(times, 1, each);
      }),
    );
  });
});
