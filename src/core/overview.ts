import type { Day } from './day';
import { milestonesOf } from './milestones';
import { momentumOf } from './momentum';
import type { Milestone, Progress } from './progress';
import type { History, MomentumRules, StreakRules } from './rules';
import { type Streak, walkStreak } from './streak';
import type { Task } from './task';
import { byKind, type KindCounts, noWins, totalOf, type Win } from './win';

/** All that is kept, as the views see it. */
export interface Kept {
  readonly days: History;
  /** The newest wins in full, newest first. */
  readonly recent: readonly Win[];
  /** In the order of the panel. */
  readonly tasks: readonly Task[];
}

/** The settings that the numbers need, and how this machine tells a moment's day. */
export interface NumberRules extends StreakRules, MomentumRules {
  /** The day of a moment (ms since the epoch) on this machine's clock. */
  readonly dayOf: (at: number) => Day;
  /** Writes a count in the user's language. */
  readonly format: (count: number) => string;
}

/** The numbers of SPEC 4 at a moment: pure, so they can't drift. */
export interface Overview {
  readonly today: Day;
  readonly counts: KindCounts;
  readonly wins: number;
  readonly goal: number;
  readonly streak: Streak;
  /** 0 to 100 */
  readonly momentum: number;
  readonly total: number;
  readonly milestones: readonly Milestone[];
}

/** Reckons everything anew from what is kept. */
export function overviewOf(kept: Kept, rules: NumberRules, now: number): Overview {
  const today = rules.dayOf(now);
  const counts = kept.days.get(today) ?? noWins;
  const streak = walkStreak(kept.days, rules, today);
  const finished = kept.tasks.flatMap(task =>
    task.finishedAt === undefined ? [] : [rules.dayOf(task.finishedAt)],
  );
  let total = 0;
  for (const ofDay of kept.days.values()) total += totalOf(ofDay);
  return {
    today,
    counts,
    wins: totalOf(counts),
    goal: rules.dailyGoal,
    streak,
    momentum: momentumOf(kept.days, rules, today),
    total,
    milestones: milestonesOf(kept.days, finished, streak, new Map(), rules.format),
  };
}

/** The overview in the form of the exported API. */
export function progressOf(overview: Overview): Progress {
  const { current, longest, passes, todayCounts } = overview.streak;
  return {
    today: { day: overview.today, wins: overview.wins, goal: overview.goal, byKind: byKind(overview.counts) },
    streak: { current, longest, passes, todayCounts },
    momentum: overview.momentum,
    total: overview.total,
    milestones: overview.milestones,
    goals: [],
  };
}
