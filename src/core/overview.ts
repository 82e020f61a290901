import type { Day } from './day';
import { type Goal, type GoalPace, goalProgress } from './goals';
import { milestonesOf, type Rung } from './milestones';
import { momentumOf } from './momentum';
import type { Progress } from './progress';
import { type History, isPaused, type MomentumRules, type Pause, type StreakRules } from './rules';
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
  /** When tasks were finished, also some that are gone, ms since the epoch, in any order. */
  readonly finished: readonly number[];
  readonly goals: readonly Goal[];
  readonly pauses: readonly Pause[];
  /** The day of each milestone reached, by id. */
  readonly reached: ReadonlyMap<string, Day>;
  /** What worked, in the user's words, by the first day of the week it is about. */
  readonly reviews: ReadonlyMap<Day, string>;
  /** Wins by the hour of the day, 24 numbers, as their own clocks showed it. */
  readonly hours: readonly number[];
}

/** The settings that the numbers need, and how this machine tells a moment's day. */
export interface NumberSettings {
  /** Weekdays, 0 (Sunday) to 6. */
  readonly restDays: ReadonlySet<number>;
  /** Wins that make a day active. */
  readonly minimumWins: number;
  /** Wins that make a full day. */
  readonly dailyGoal: number;
  /** 0 (Sunday) to 6 */
  readonly firstWeekday: number;
  /** The day of a moment (ms since the epoch) on this machine's clock. */
  readonly dayOf: (at: number) => Day;
  /** Writes a count in the user's language. */
  readonly format: (count: number) => string;
}

/** The settings together with the pauses that are kept: what streak and momentum go by. */
export function rulesOf(
  { pauses }: Pick<Kept, 'pauses'>,
  settings: NumberSettings,
): StreakRules & MomentumRules {
  return { ...settings, pauses };
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
  readonly milestones: readonly Rung[];
  readonly goals: readonly GoalPace[];
  /** The pause that today lies in. */
  readonly pause: Pause | undefined;
}

/** Reckons everything anew from what is kept. */
export function overviewOf(kept: Kept, settings: NumberSettings, now: number): Overview {
  const rules = rulesOf(kept, settings);
  const today = settings.dayOf(now);
  const counts = kept.days.get(today) ?? noWins;
  const streak = walkStreak(kept.days, rules, today);
  const finished = kept.finished.map(settings.dayOf);
  let total = 0;
  for (const ofDay of kept.days.values()) total += totalOf(ofDay);
  return {
    today,
    counts,
    wins: totalOf(counts),
    goal: settings.dailyGoal,
    streak,
    momentum: momentumOf(kept.days, rules, today),
    total,
    milestones: milestonesOf(kept.days, finished, streak, kept.reached, settings.format),
    goals: kept.goals.map(goal => goalProgress(goal, kept.days, rules, today, settings.firstWeekday)),
    pause: kept.pauses.find(pause => isPaused(pause, today)),
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
    milestones: overview.milestones.map(({ series: _, ...milestone }) => milestone),
    goals: overview.goals.map(({ id, title, target, current, pace, endsOn }) => ({
      id,
      title,
      target,
      current,
      pace,
      endsOn,
    })),
  };
}
