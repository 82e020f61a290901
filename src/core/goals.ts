import { type Day, dayNumber, monthEnd, monthStart, numberedDay, weekStart } from './day';
import type { GoalProgress, Pace } from './progress';
import { type History, type RestRules, restFinder } from './rules';
import { type KindCounts, noWins, totalOf, type WinKind, winKinds } from './win';

/** A count of wins, every week or month, or once by a day. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly WinKind[] | 'all';
  /** Wins to reach, at least 1. */
  readonly target: number;
  readonly period: GoalPeriod;
}

/** `since`: the day a repeating goal was set, so that its first week or month asks no pace of the days before. */
export type GoalPeriod =
  | { readonly every: 'week' | 'month'; readonly since?: Day }
  | { readonly from: Day; readonly by: Day };

/** A goal's progress, with what the panel says of its pace. */
export interface GoalPace extends GoalProgress {
  readonly startsOn: Day;
  /** Wins still to go; 0 when done. */
  readonly left: number;
  /** Due days that are left; today is one of them until it has had its share. */
  readonly dueDaysLeft: number;
  /** `left` a due day, reckoned from this morning until today has had its share; absent without such days. */
  readonly perDueDay?: number;
  /** Whole wins ahead of an even pace, negative when behind. */
  readonly offPace: number;
  /** The share of the target (0 to 1) that an even pace would have reached. */
  readonly evenPaceNow: number;
}

/**
 * Progress of a goal in the period that holds today (or in its own, when it has fixed days).
 * An even pace spreads the target over the period's due days: those that are no rest days. Today's share is
 * expected only as it is earned, so today never puts anyone behind while it lasts. On track is less than one
 * whole win off that pace.
 * @param firstWeekday 0 (Sunday) to 6
 */
export function goalProgress(
  goal: Goal,
  history: History,
  rules: RestRules,
  today: Day,
  firstWeekday = 1,
): GoalPace {
  const { from, to, paceFrom } = daysOf(goal.period, today, firstWeekday);
  const target = Math.max(1, goal.target);
  let current = 0;
  for (const [day, counts] of history) if (day >= from && day <= to) current += winsOf(goal, counts);
  const wonToday = winsOf(goal, history.get(today) ?? noWins);

  const due = countDueDays(rules, paceFrom, to, today);
  const all = due.before + due.today + due.after;
  // In shares of a win, `all` to a win, so that the arithmetic is exact.
  let expected = target * due.before + Math.min(wonToday * all, target * due.today);
  let whole = all;
  if (all === 0) {
    whole = 1;
    expected = today > to ? target : 0;
  }
  const offPace = Math.trunc((current * whole - expected) / whole) + 0; // never -0

  const left = Math.max(0, target - current);
  const share = (left + wonToday) / (due.today + due.after);
  const todayIsOpen = due.today === 1 && wonToday < share;
  const dueDaysLeft = due.after + (todayIsOpen ? 1 : 0);
  const perDueDay = todayIsOpen ? share : left / due.after;
  return {
    id: goal.id,
    title: goal.title,
    target,
    current,
    pace: left === 0 ? 'done' : paceOf(offPace),
    startsOn: from,
    endsOn: to,
    left,
    dueDaysLeft,
    ...(left > 0 && dueDaysLeft > 0 && { perDueDay }),
    offPace,
    evenPaceNow: expected / (target * whole),
  };
}

function paceOf(offPace: number): Pace {
  if (offPace > 0) return 'ahead';
  return offPace < 0 ? 'behind' : 'on-track';
}

function daysOf(period: GoalPeriod, today: Day, firstWeekday: number): { from: Day; to: Day; paceFrom: Day } {
  if ('by' in period) return { from: period.from, to: period.by, paceFrom: period.from };
  const isWeek = period.every === 'week';
  const from = isWeek ? weekStart(today, firstWeekday) : monthStart(today);
  const to = isWeek ? numberedDay(dayNumber(from) + 6) : monthEnd(today);
  const { since } = period;
  return { from, to, paceFrom: since !== undefined && since > from ? since : from };
}

function winsOf(goal: Goal, counts: KindCounts): number {
  if (goal.kinds === 'all') return totalOf(counts);
  return winKinds.reduce(
    (sum, kind, index) => sum + (goal.kinds.includes(kind) ? (counts[index] ?? 0) : 0),
    0,
  );
}

function countDueDays(
  rules: RestRules,
  from: Day,
  to: Day,
  today: Day,
): { before: number; today: number; after: number } {
  const restOn = restFinder(rules);
  const now = dayNumber(today);
  const last = dayNumber(to);
  const count = { before: 0, today: 0, after: 0 };
  for (let day = dayNumber(from); day <= last; day++) {
    if (restOn(day) === undefined) count[day < now ? 'before' : day > now ? 'after' : 'today']++;
  }
  return count;
}
