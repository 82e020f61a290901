import fc from 'fast-check';
import { type KindCounts, noWins, withCount } from '../../../src/core/win';

// SPEC 4 word by word, day by day, on plain UTC dates: slow, obvious, and sharing no code with what it checks.

/** Settings as the reference reads them. */
export interface ReferenceRules {
  readonly restDays: ReadonlySet<number>;
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
  readonly minimumWins: number;
  readonly dailyGoal: number;
}

/** A random life, with the day on which it is looked at. */
export interface Case {
  readonly history: Map<string, KindCounts>;
  readonly rules: ReferenceRules;
  readonly today: string;
}

/** Days moved before, since moving them is most of the time that these tests take. */
const moved = new Map<number, Map<string, string>>();

/** The day `days` later (earlier when negative). */
export function later(day: string, days: number): string {
  const known = moved.get(days) ?? new Map<string, string>();
  moved.set(days, known);
  let result = known.get(day);
  if (result === undefined) {
    result = new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
    known.set(day, result);
  }
  return result;
}

/** All wins of a day. */
export function winsOn(history: ReadonlyMap<string, KindCounts>, day: string): number {
  let sum = 0;
  for (const count of history.get(day) ?? []) sum += count;
  return sum;
}

/** Every day from the first win to today, and the day after when it already has wins (travel). */
export function daysLived({ history, today }: Case): string[] {
  const tomorrow = later(today, 1);
  const end = winsOn(history, tomorrow) > 0 ? tomorrow : today;
  let day: string | undefined;
  for (const candidate of history.keys()) {
    if (winsOn(history, candidate) > 0 && candidate <= end && (!day || candidate < day)) day = candidate;
  }
  const days: string[] = [];
  while (day && day <= end) {
    days.push(day);
    day = later(day, 1);
  }
  return days;
}

/** Whether a day lies in a pause. */
export function isPaused(rules: ReferenceRules, day: string): boolean {
  return rules.pauses.some(pause => pause.from <= day && (pause.to === undefined || day <= pause.to));
}

/** Whether a day is a rest day. */
export function isRest(rules: ReferenceRules, day: string): boolean {
  return isPaused(rules, day) || rules.restDays.has(new Date(day).getUTCDay());
}

/** The streak, and each lived day's mark. */
export function referenceStreak(life: Case): {
  current: number;
  longest: number;
  longestTo: string | undefined;
  passes: number;
  marks: Map<string, string>;
} {
  let streak = 0;
  let passes = 0;
  let longest = 0;
  let longestTo: string | undefined;
  const marks = new Map<string, string>();
  for (const day of daysLived(life)) {
    const active = winsOn(life.history, day) >= life.rules.minimumWins;
    const over = day < life.today;
    if (active) {
      streak += 1;
      marks.set(day, 'won');
      if (streak === 7 * Math.round(streak / 7) && passes < 2) passes += 1;
      if (streak > longest) {
        longest = streak;
        longestTo = day;
      }
      continue;
    }
    if (isRest(life.rules, day)) {
      marks.set(day, isPaused(life.rules, day) ? 'paused' : 'rest');
      continue;
    }
    marks.set(day, 'none');
    if (!over) continue;
    if (passes > 0) {
      passes -= 1;
      marks.set(day, 'covered');
    } else {
      streak = 0;
      passes = 0;
    }
  }
  return { current: streak, longest, longestTo, passes, marks };
}

/** Momentum at the end of each due day. */
export function referenceMomentum(life: Case): { day: string; value: number }[] {
  const m = Math.exp(-Math.log(2) / 13);
  const values: { day: string; value: number }[] = [];
  let s = 0;
  for (const day of daysLived(life)) {
    const wins = winsOn(life.history, day);
    if (wins === 0 && isRest(life.rules, day)) continue;
    const v = Math.min(1, wins / life.rules.dailyGoal);
    const after = s * m + 100 * v * (1 - m);
    if (day < life.today) s = after;
    else if (after > s) s = after;
    values.push({ day, value: s });
  }
  return values;
}

const restDays = fc.constantFrom(
  new Set<number>(),
  new Set([0]),
  new Set([6, 0]),
  new Set([5, 6]),
  new Set([3]),
  new Set([0, 1, 2, 3, 4, 5, 6]),
);

/** Runs of won days with gaps between, long enough to earn, spend and run out of passes. */
const runs = fc.array(fc.record({ days: fc.nat(17), gap: fc.nat(4), seed: fc.nat(40) }), { maxLength: 6 });

const pauses = fc.array(fc.record({ from: fc.nat(110), days: fc.integer({ min: -2, max: 12 }) }), {
  maxLength: 2,
});

/** Random lives: rest weekdays, pauses set before or long after, 1 to 3 wins a day to count, gaps, travel. */
export const lives: fc.Arbitrary<Case> = fc
  .record({
    start: fc.nat(800),
    runs,
    restDays,
    pauses,
    minimumWins: fc.integer({ min: 1, max: 3 }),
    dailyGoal: fc.integer({ min: 1, max: 6 }),
    ago: fc.integer({ min: -5, max: 6 }),
  })
  .map(plan => {
    const start = later('2023-12-20', plan.start);
    const history = new Map<string, KindCounts>();
    let day = start;
    for (const run of plan.runs) {
      for (let index = 0; index < run.days; index++) {
        const spread = 1 + ((index * run.seed) % 5);
        history.set(day, [spread > 1 ? spread - 1 : 0, 0, 1, 0, spread > 4 ? 1 : 0]);
        day = later(day, 1);
      }
      if (run.seed % 5 === 0) history.set(day, [0, 0, 0, 0, 0]);
      day = later(day, run.gap);
    }
    return {
      history,
      today: later(day, plan.ago),
      rules: {
        restDays: plan.restDays,
        pauses: plan.pauses.map(({ from, days }) =>
          days === 12
            ? { from: later(start, from) }
            : { from: later(start, from), to: later(start, from + days) },
        ),
        minimumWins: plan.minimumWins,
        dailyGoal: plan.dailyGoal,
      },
    };
  });

/** Days won, one a character from `from` on: a digit is that many wins, a dot or space none. */
export function life(from: string, days: string): Map<string, KindCounts> {
  const history = new Map<string, KindCounts>();
  [...days].forEach((sign, index) => {
    const wins = Number.parseInt(sign, 10);
    if (wins > 0) history.set(later(from, index), [wins, 0, 0, 0, 0]);
  });
  return history;
}

/** The history with one commit more on a day. */
export function withWin(history: ReadonlyMap<string, KindCounts>, day: string): Map<string, KindCounts> {
  return new Map(history).set(day, withCount(history.get(day) ?? noWins, 'commit', 1));
}
