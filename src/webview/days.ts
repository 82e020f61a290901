import type { Day } from '../core/day';

// As core/day does it, without what that imports: 665 bytes of a small page, and UTC days need no more than this.
const dayMs = 86_400_000;

/** `day` moved by whole days, back when negative. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs;
}

/** 0 (Sunday) to 6 (Saturday). */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay();
}
