import { type Day, dayNumber, numberedDay } from './day';
import type { History } from './rules';
import { type KindCounts, noWins, totalOf } from './win';

/** Wins of each day by kind, by project: one computer's, all time. A project goes by a short digest of its id. */
export type Totals = ReadonlyMap<string, History>;

/** One computer's totals as they roam: by project, its days in the words of `encodeDays`. */
export interface Segment {
  readonly version: 1;
  readonly projects: Readonly<Record<string, string>>;
}

/** Settings Sync carries a little only: a segment stays under this, bytes. */
export const maxSegment = 64 * 1024;

const firstDay: Day = '1970-01-01';
/** The last day that is written with four digits of a year. */
const lastNumber = dayNumber('9999-12-31');
/** What nobody can have done in a day; more is damage. */
const mostWins = 100_000;
/** Days of a project; more is damage. */
const mostDays = 40_000;

/**
 * Days as text: `<days since the one before, base 36>:<counts by kind>`, joined by `;`, trailing zeros left out.
 * @param from days before this one are left out
 */
export function encodeDays(days: History, from: Day = firstDay): string {
  let before = 0;
  return [...days.keys()]
    .filter(day => day >= from && totalOf(days.get(day) ?? noWins) > 0)
    .sort()
    .map(day => {
      const number = dayNumber(day);
      const counts = (days.get(day) ?? noWins).join(',').replace(/(,0)+$/, '');
      const text = `${(number - before).toString(36)}:${counts}`;
      before = number;
      return text;
    })
    .join(';');
}

/** The days that a text of `encodeDays` tells; what is damaged is left out. */
export function decodeDays(text: string): Map<Day, KindCounts> {
  const days = new Map<Day, KindCounts>();
  let number = 0;
  for (const part of text.split(';', mostDays)) {
    const match = /^([0-9a-z]{1,4}):(\d{1,6}(?:,\d{1,6}){0,4})$/.exec(part);
    if (!match?.[1] || !match[2]) continue;
    number += Number.parseInt(match[1], 36);
    const [commit = 0, todo = 0, tests = 0, step = 0, manual = 0] = match[2].split(',').map(Number);
    const counts: KindCounts = [commit, todo, tests, step, manual];
    if (number > lastNumber) break;
    const day = numberedDay(number);
    if (counts.every(count => count <= mostWins)) days.set(day, counts);
  }
  return days;
}

/** Totals as they roam. Where they would be too large, the oldest days stay behind. */
export function encodeSegment(totals: Totals, bytes: number = maxSegment): Segment {
  const from = (day: Day): Segment => ({
    version: 1,
    projects: Object.fromEntries(
      [...totals].flatMap(([project, days]) => {
        const text = encodeDays(days, day);
        return text === '' ? [] : [[project, text] as const];
      }),
    ),
  });
  const whole = from(firstDay);
  if (sizeOf(whole) < bytes) return whole;
  const days = [...new Set([...totals.values()].flatMap(each => [...each.keys()]))].sort();
  // The smallest index from which on all fits.
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sizeOf(from(days[middle] ?? firstDay)) < bytes) high = middle;
    else low = middle + 1;
  }
  const first = days[low];
  return first === undefined ? { version: 1, projects: {} } : from(first);
}

/** The totals of a segment; undefined when it is none, or a newer version's. */
export function decodeSegment(value: unknown): Totals | undefined {
  if (typeof value !== 'object' || value === null || !('projects' in value)) return undefined;
  if (!('version' in value) || value.version !== 1) return undefined;
  const { projects } = value;
  if (typeof projects !== 'object' || projects === null) return undefined;
  return new Map(
    Object.entries(projects).flatMap(([project, text]) =>
      typeof text === 'string' ? [[project, decodeDays(text)] as const] : [],
    ),
  );
}

/**
 * All computers' wins by day. A commit or closed TODO of a project that is on several computers is the same win
 * on each once it was pulled, so of those the computer that knows most of a day speaks for all; what else is done
 * happens on one computer only, and is summed.
 */
export function sumTotals(computers: readonly Totals[]): Map<Day, KindCounts> {
  const projects = new Map<string, Map<Day, KindCounts>>();
  for (const computer of computers) {
    for (const [project, days] of computer) {
      const joined = projects.get(project) ?? new Map<Day, KindCounts>();
      projects.set(project, joined);
      for (const [day, counts] of days) joined.set(day, together(joined.get(day) ?? noWins, counts));
    }
  }
  const sum = new Map<Day, KindCounts>();
  for (const days of projects.values()) {
    for (const [day, counts] of days) sum.set(day, plus(sum.get(day) ?? noWins, counts));
  }
  return sum;
}

/** Two projects' counts of a day. */
export function plus(one: KindCounts, other: KindCounts): KindCounts {
  return [one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3], one[4] + other[4]];
}

/** One project's counts of a day on two computers. */
function together(one: KindCounts, other: KindCounts): KindCounts {
  const [, , tests, step, manual] = plus(one, other);
  return [Math.max(one[0], other[0]), Math.max(one[1], other[1]), tests, step, manual];
}

function sizeOf(segment: Segment): number {
  return JSON.stringify(segment).length; // ASCII only
}
