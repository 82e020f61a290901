import { bestDay, bestWeek } from './bests';
import { addDays, type Day, daysBetween, weekStart } from './day';
import { nearest } from './milestones';
import { momentumAgo, momentumSeries } from './momentum';
import { type Kept, type NumberSettings, type Overview, rulesOf } from './overview';
import type { Notice, PanelModel } from './panelModel';
import { noWins, type Win } from './win';

const stripDays = 14;
const sparklineDays = 60;
const weeksShown = 53;

/** What the panel needs to know besides what is kept. */
export interface PanelContext {
  readonly locale: string;
  readonly project: string;
  readonly notice: Notice | undefined;
  /** Wins to show. */
  readonly wins: readonly Win[];
  /** Whether there are earlier ones. */
  readonly moreWins: boolean;
  readonly scope?: 'project' | 'everywhere';
  readonly week: PanelModel['week'];
  /** What to do next. */
  readonly guidance: Pick<PanelModel, 'nextStep' | 'offers'>;
  readonly celebrate?: PanelModel['celebrate'] | undefined;
}

/** The one function that makes what the panel shows of what is kept. */
export function panelModel(
  kept: Kept,
  overview: Overview,
  settings: NumberSettings,
  context: PanelContext,
): PanelModel {
  const rules = rulesOf(kept, settings);
  const { today, streak } = overview;
  const since = firstDay(kept);
  return {
    locale: context.locale,
    firstWeekday: settings.firstWeekday,
    project: context.project,
    empty: overview.total === 0 && kept.tasks.length === 0 && kept.goals.length === 0,
    ...(context.notice ? { notice: context.notice } : {}),
    today: { day: today, goal: overview.goal, counts: overview.counts },
    streak: {
      current: streak.current,
      longest: streak.longest,
      passes: streak.passes,
      ...(streak.nextPassAt === undefined ? {} : { nextPassAt: streak.nextPassAt }),
      todayCounts: streak.todayCounts,
      strip: daysUpTo(today, stripDays).map(day => ({ day, mark: streak.markOf(day) })),
    },
    momentum: {
      value: Math.round(overview.momentum),
      change: Math.round(overview.momentum) - Math.round(momentumAgo(kept.days, rules, today)),
      series: momentumSeries(kept.days, rules, today, sparklineDays).map(
        value => Math.round(value * 10) / 10,
      ),
    },
    ...context.guidance,
    week: context.week,
    ...(context.celebrate ? { celebrate: context.celebrate } : {}),
    activity: activity(kept, overview, settings.firstWeekday),
    milestones: {
      next: nearest(overview.milestones, 3),
      reached: overview.milestones
        .filter(milestone => milestone.reachedOn !== undefined)
        .sort((one, other) => ((one.reachedOn ?? '') < (other.reachedOn ?? '') ? 1 : -1)),
    },
    goals: overview.goals,
    tasks: kept.tasks,
    recent: context.wins,
    moreWins: context.moreWins,
    ...(context.scope && { scope: context.scope }),
    total: overview.total,
    ...(since ? { since } : {}),
  };
}

function activity(kept: Kept, { today, streak }: Overview, firstWeekday: number): PanelModel['activity'] {
  const from = addDays(weekStart(today, firstWeekday), -7 * (weeksShown - 1));
  const days = daysUpTo(today, daysBetween(from, today) + 1);
  const marked = (mark: string): number[] =>
    days.flatMap((day, index) => (streak.markOf(day) === mark ? [index] : []));
  const day = bestDay(kept.days);
  const week = bestWeek(kept.days, firstWeekday);
  return {
    from,
    days: days.map(each => kept.days.get(each) ?? noWins),
    covered: marked('covered'),
    paused: marked('paused'),
    bests: {
      ...(day ? { day } : {}),
      ...(week ? { week } : {}),
      ...(streak.longestTo ? { streak: { days: streak.longest, to: streak.longestTo } } : {}),
    },
  };
}

function daysUpTo(today: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
}

function firstDay(kept: Kept): Day | undefined {
  let first: Day | undefined;
  for (const day of kept.days.keys()) if (first === undefined || day < first) first = day;
  return first;
}
