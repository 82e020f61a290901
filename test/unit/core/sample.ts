import { type Kept, type NumberSettings, type Overview, overviewOf } from '../../../src/core/overview';
import type { Pause } from '../../../src/core/rules';
import type { KindCounts, Win } from '../../../src/core/win';

/** Wednesday 18 November 2026, noon. */
export const noon = Date.UTC(2026, 10, 18, 12);

/** Weekends are rest days, weeks begin on Monday, days with midnight UTC. */
export const settings: NumberSettings = {
  restDays: new Set([0, 6]),
  minimumWins: 1,
  dailyGoal: 3,
  firstWeekday: 1,
  dayOf: at => new Date(at).toISOString().slice(0, 10),
  format: String,
};

/** What is kept before anything happened. */
export const nothing: Kept = {
  days: new Map(),
  recent: [],
  tasks: [],
  finished: [],
  goals: [],
  pauses: [],
  reached: new Map(),
  reviews: new Map(),
  hours: [],
};

/** The numbers of a history of days, each with its counts by kind. */
export function sampleOverview(
  days: Record<string, KindCounts>,
  { goal = 5, pauses = [] }: { goal?: number; pauses?: Pause[] } = {},
): Overview {
  const kept = { ...nothing, days: new Map(Object.entries(days)), pauses };
  return overviewOf(kept, { ...settings, dailyGoal: goal }, noon);
}

let serial = 0;

/** A commit of a day's morning, later than the one made before it, or another win. */
export function sampleWin(day: string, title: string, more: Partial<Win> = {}): Win {
  serial += 1;
  const at = Date.parse(`${day}T09:00:00Z`) + serial;
  return {
    id: `w${serial}`,
    kind: 'commit',
    at,
    day,
    title,
    provisional: false,
    why: '',
    source: {},
    ...more,
  };
}
