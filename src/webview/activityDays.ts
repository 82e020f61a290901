import type { Day } from '../core/day';
import type { PanelModel } from '../core/panelModel';
import { type KindCounts, noWins, totalOf, winKinds } from '../core/win';
import { daysBetween } from './days';
import type { KindFilter } from './look';

type ActivityModel = PanelModel['activity'];

/** What happened on a day; a day outside of the snapshot has no wins. */
export function countsOn({ from, days }: ActivityModel, day: Day): KindCounts {
  return days[daysBetween(from, day)] ?? noWins;
}

/** The mark of a day that has no wins at all. A filter may hide wins; that is not the same. */
export function quietMark(activity: ActivityModel, day: Day): 'covered' | 'paused' | undefined {
  const index = daysBetween(activity.from, day);
  if (totalOf(countsOn(activity, day)) > 0) return undefined;
  if (activity.covered.includes(index)) return 'covered';
  return activity.paused.includes(index) ? 'paused' : undefined;
}

/** The wins of a filter's kind. */
export function countOf(counts: KindCounts, filter: KindFilter): number {
  return filter === 'all' ? totalOf(counts) : (counts[winKinds.indexOf(filter)] ?? 0);
}
