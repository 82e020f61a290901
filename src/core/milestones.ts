import * as l10n from '@vscode/l10n';
import type { Day } from './day';
import { one } from './plural';
import type { Milestone } from './progress';
import type { History } from './rules';
import type { Streak } from './streak';
import { totalOf, type WinKind, winKinds } from './win';

const winRungs = [1, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000];
const kindRungs = winRungs.filter(rung => rung >= 10);
const streakRungs = [3, 7, 14, 30, 50, 100, 200, 365];
const taskRungs = [1, 5, 10, 25, 50, 100];

/** A milestone with the row of rungs that it is one of: `wins`, a kind, `streak` or `tasks`. */
export interface Rung extends Milestone {
  readonly series: string;
}

/** A row of rungs about one thing: how far it is, and when each rung was reached, where the past tells. */
interface Series {
  readonly name: string;
  readonly rungs: readonly number[];
  readonly current: (rung: number) => number;
  readonly reachedOn: (rung: number) => Day | undefined;
  readonly title: (rung: number) => string;
}

/**
 * Every milestone of SPEC 4, rung by rung. A reached one stays reached: its day is the earlier of the one the
 * history tells (wins found late may move it back) and the one in `reached` (wins taken back don't undo it).
 * @param finishedTaskDays the days on which tasks were finished, in any order
 * @param reached the day of each milestone reached before, by id
 * @param format writes a count in the user's way, such as 1,000
 */
export function milestonesOf(
  history: History,
  finishedTaskDays: readonly Day[],
  streak: Pick<Streak, 'current' | 'longest' | 'firstReached'>,
  reached: ReadonlyMap<string, Day>,
  format: (count: number) => string = String,
): Rung[] {
  return allSeries(history, finishedTaskDays, streak, format).flatMap(series =>
    series.rungs.map(target => {
      const id = `${series.name}-${target}`;
      const reachedOn = earlier(series.reachedOn(target), reached.get(id));
      return {
        id,
        series: series.name,
        title: series.title(target),
        target,
        current: series.current(target),
        ...(reachedOn !== undefined && { reachedOn }),
      };
    }),
  );
}

/** The `count` milestones to aim at: of each series the first rung not reached, nearest first by what is left. */
export function nearest(milestones: readonly Rung[], count: number): Rung[] {
  const next = new Map<string, Rung>();
  for (const milestone of milestones) {
    const lowest = next.get(milestone.series);
    if (milestone.reachedOn === undefined && (lowest === undefined || milestone.target < lowest.target)) {
      next.set(milestone.series, milestone);
    }
  }
  const left = ({ target, current }: Rung): number => (target - current) / target;
  return [...next.values()].sort((a, b) => left(a) - left(b) || a.target - b.target).slice(0, count);
}

function allSeries(
  history: History,
  finishedTaskDays: readonly Day[],
  streak: Pick<Streak, 'current' | 'longest' | 'firstReached'>,
  format: (count: number) => string,
): Series[] {
  const days = [...history].sort(([a], [b]) => (a < b ? -1 : 1));
  const taskDays = [...finishedTaskDays].sort();
  return [
    {
      name: 'wins',
      title: rung => (one(rung) ? l10n.t('{0} win', format(rung)) : l10n.t('{0} wins', format(rung))),
      ...climb(
        winRungs,
        days.map(([day, counts]) => [day, totalOf(counts)]),
      ),
    },
    ...winKinds.map((kind, index) => ({
      name: kind,
      title: (rung: number) => kindTitle(kind, format(rung)),
      ...climb(
        kindRungs,
        days.map(([day, counts]) => [day, counts[index] ?? 0]),
      ),
    })),
    {
      name: 'streak',
      title: rung => l10n.t('{0}-day streak', format(rung)),
      rungs: streakRungs,
      // A streak that has ended is no part of the way to a longer one.
      current: rung => (rung <= streak.longest ? streak.longest : streak.current),
      reachedOn: streak.firstReached,
    },
    {
      name: 'tasks',
      title: rung =>
        one(rung) ? l10n.t('{0} task finished', format(rung)) : l10n.t('{0} tasks finished', format(rung)),
      ...climb(
        taskRungs,
        taskDays.map(day => [day, 1]),
      ),
    },
  ];
}

/** Adds counts up, oldest first, and notes the day on which each rung was passed. */
function climb(
  rungs: readonly number[],
  counts: readonly (readonly [day: Day, count: number])[],
): Pick<Series, 'rungs' | 'current' | 'reachedOn'> {
  const days: Day[] = [];
  let current = 0;
  for (const [day, count] of counts) {
    current += count;
    while (current >= (rungs[days.length] ?? Number.POSITIVE_INFINITY)) days.push(day);
  }
  return { rungs, current: () => current, reachedOn: rung => days[rungs.indexOf(rung)] };
}

function kindTitle(kind: WinKind, count: string): string {
  switch (kind) {
    case 'commit':
      return l10n.t('{0} commits', count);
    case 'todo':
      return l10n.t('{0} closed TODOs', count);
    case 'tests':
      return l10n.t('{0} green runs', count);
    case 'step':
      return l10n.t('{0} steps', count);
    case 'manual':
      return l10n.t('{0} logged wins', count);
  }
}

function earlier(a: Day | undefined, b: Day | undefined): Day | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
