import { type Overview, overviewOf } from '../../../src/core/overview';
import type { Pause } from '../../../src/core/rules';
import type { KindCounts } from '../../../src/core/win';

/** Wednesday 18 November 2026, noon. */
export const noon = Date.UTC(2026, 10, 18, 12);

/** The numbers of a history of days, each with its counts by kind; weekends are rest days. */
export function sampleOverview(
  days: Record<string, KindCounts>,
  { goal = 5, pauses = [] }: { goal?: number; pauses?: Pause[] } = {},
): Overview {
  return overviewOf(
    {
      days: new Map(Object.entries(days)),
      recent: [],
      tasks: [],
      goals: [],
      pauses,
      reached: new Map(),
      reviews: new Map(),
      hours: [],
    },
    {
      restDays: new Set([0, 6]),
      firstWeekday: 1,
      minimumWins: 1,
      dailyGoal: goal,
      dayOf: at => new Date(at).toISOString().slice(0, 10),
      format: String,
    },
    noon,
  );
}
