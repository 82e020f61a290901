import { bestDay, bestWeek, peakOf, weekSoFar, winsByWeekday } from './bests';
import { addDays, type Day, daysBetween, weekStart } from './day';
import { nearest } from './milestones';
import { momentumTrend } from './momentum';
import { type Kept, type NumberSettings, type Overview, rulesOf } from './overview';
import type { Notice, PanelModel, PanelTask } from './panelModel';
import { firstWithin } from './size';
import type { Task } from './task';
import { noWins } from './win';
import { isPlain, type WinList, type WinPage } from './winList';

const stripDays = 14;
const sparklineDays = 60;
const weeksShown = 53;
/** How much of a snapshot tasks may be, in bytes of JSON. */
const mostTaskBytes = 36_000;

/** What the panel needs to know besides what is kept. */
export interface PanelContext {
  readonly locale: string;
  readonly project: string;
  readonly notice: Notice | undefined;
  readonly onSave?: true | undefined;
  /** Wins to show, and what they are a page of. */
  readonly page: WinPage;
  readonly list: WinList;
  /** Whether there are earlier ones than those of the page. */
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
  const { page, list } = context;
  // Cut before, so that not all there ever were are dated, and after, for what the days add.
  const dated = firstWithin(kept.tasks, mostTaskBytes).map(task => withDays(task, today, settings.dayOf));
  const tasks = firstWithin(dated, mostTaskBytes);
  const trend = momentumTrend(kept.days, rules, today, sparklineDays);
  return {
    locale: context.locale,
    firstWeekday: settings.firstWeekday,
    project: context.project,
    empty: overview.total === 0 && kept.tasks.length === 0 && kept.goals.length === 0,
    ...(context.notice ? { notice: context.notice } : {}),
    ...(context.onSave && { onSave: context.onSave }),
    today: { day: today, goal: overview.goal, counts: overview.counts },
    streak: {
      current: streak.current,
      longest: streak.longest,
      passes: streak.passes,
      ...(streak.nextPassAt === undefined ? {} : { nextPassAt: streak.nextPassAt }),
      todayCounts: streak.todayCounts,
      ...(streak.todayCounts ? {} : { winsToCount: Math.max(1, settings.minimumWins - overview.wins) }),
      ...(overview.pause?.to === undefined ? {} : { pausedTo: overview.pause.to }),
      strip: daysUpTo(today, stripDays).map(day => ({ day, mark: streak.markOf(day) })),
    },
    momentum: {
      value: Math.round(overview.momentum),
      change: Math.round(overview.momentum) - Math.round(trend.before),
      series: trend.series.map(value => Math.round(value * 10) / 10),
      weeks: trend.weeks,
    },
    ...context.guidance,
    week: { ...context.week, ...wrote(kept, today, settings.firstWeekday) },
    ...(context.celebrate ? { celebrate: context.celebrate } : {}),
    activity: activity(kept, overview, settings.firstWeekday),
    milestones: {
      next: nearest(overview.milestones, 3),
      reached: overview.milestones
        .filter(milestone => milestone.reachedOn !== undefined)
        .sort((one, other) => ((one.reachedOn ?? '') < (other.reachedOn ?? '') ? 1 : -1)),
    },
    goals: overview.goals,
    tasks,
    ...(tasks.length < kept.tasks.length ? { moreTasks: kept.tasks.length - tasks.length } : {}),
    recent: page.wins,
    ...(isPlain({ ...list, newer: page.newer })
      ? {}
      : { list: { kind: list.kind, search: list.search, newer: page.newer, of: page.of } }),
    ...(list.day && { askedDay: list.day }),
    moreWins: context.moreWins,
    ...(context.scope && { scope: context.scope }),
    total: overview.total,
    ...(since ? { since } : {}),
  };
}

function withDays(task: Task, today: Day, dayOf: NumberSettings['dayOf']): PanelTask {
  const before = (at: number | undefined): Day | undefined => {
    const day = at === undefined ? today : dayOf(at);
    return day < today ? day : undefined;
  };
  const finishedOn = before(task.finishedAt);
  const steps = task.steps.map(step => {
    const doneOn = before(step.doneAt);
    return doneOn ? { ...step, doneOn } : step;
  });
  return { ...task, steps, ...(finishedOn && { finishedOn }) };
}

function activity(kept: Kept, { today, streak }: Overview, firstWeekday: number): PanelModel['activity'] {
  const from = addDays(weekStart(today, firstWeekday), -7 * (weeksShown - 1));
  const days = daysUpTo(today, daysBetween(from, today) + 1);
  const marked = (mark: string): number[] =>
    days.flatMap((day, index) => (streak.markOf(day) === mark ? [index] : []));
  const day = bestDay(kept.days);
  const week = bestWeek(kept.days, firstWeekday);
  const weekday = peakOf(winsByWeekday(kept.days));
  const hour = peakOf(kept.hours);
  const now = weekSoFar(kept.days, today, firstWeekday);
  return {
    from,
    days: days.map(each => kept.days.get(each) ?? noWins),
    covered: marked('covered'),
    paused: marked('paused'),
    bests: {
      ...(day ? { day } : {}),
      ...(week ? { week } : {}),
      ...(streak.longestTo ? { streak: { days: streak.longest, to: streak.longestTo } } : {}),
      ...(weekday === undefined ? {} : { weekday }),
      ...(hour === undefined ? {} : { hour }),
      ...(now.average !== undefined && now.weeks === 4 ? { weekAverage: now.average } : {}),
    },
  };
}

/** What the user wrote last about one of the two weeks before this one. */
function wrote({ reviews }: Kept, today: Day, firstWeekday: number): Pick<PanelModel['week'], 'wrote'> {
  const thisWeek = weekStart(today, firstWeekday);
  for (const week of [addDays(thisWeek, -7), addDays(thisWeek, -14)]) {
    const answer = reviews.get(week);
    if (answer) return { wrote: { week, answer } };
  }
  return {};
}

function daysUpTo(today: Day, count: number): Day[] {
  return Array.from({ length: count }, (_, index) => addDays(today, index - count + 1));
}

function firstDay(kept: Kept): Day | undefined {
  let first: Day | undefined;
  for (const day of kept.days.keys()) if (first === undefined || day < first) first = day;
  return first;
}
