import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as addCalendarDays, differenceInCalendarDays, lastDayOfMonth, startOfMonth } from 'date-fns';

/** A local calendar day as `YYYY-MM-DD`; compares and sorts as a string. */
export type Day = string;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A day of 24 hours, ms. */
export const dayMs = 24 * hourMs;
/** The last day of the year 9999 is left out, so that no clock shows the year 10000, which a `Day` can't say. */
const endOfTime = Date.UTC(9999, 11, 31);

/** Whether a value is a moment, ms since the epoch, that can be shown and kept: of the years 1970 to 9999. */
export function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value < endOfTime;
}

/**
 * The day on which a moment falls.
 * @param at ms since the epoch
 * @param offset minutes east of UTC on the clock of the place where it happened
 * @param startsAt hour (0 to 6) at which a day begins: with 4, work at 02:00 belongs to the day before
 */
export function dayOf(at: number, offset: number, startsAt: number): Day {
  return new Date(at + offset * minuteMs - startsAt * hourMs).toISOString().slice(0, 10);
}

/** How long, in ms, until a clock `offset` minutes east of UTC shows the next full hour, at which a day may begin. */
export function untilNextHour(at: number, offset: number): number {
  return hourMs - ((at + offset * minuteMs) % hourMs);
}

/** Minutes east of UTC of this machine's zone at a moment (ms since the epoch). */
export function localOffset(at: number): number {
  return -new Date(at).getTimezoneOffset();
}

/** A day as a date-fns date in UTC, where every day has 24 hours, so calendar arithmetic can't meet DST. */
export function toUtc(day: Day): Date {
  return new UTCDateMini(`${day}T00:00:00Z`);
}

/** The day of a date made by `toUtc` and moved by date-fns. */
function fromUtc(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

/** `day` moved by whole days, back when negative. */
export function addDays(day: Day, days: number): Day {
  return fromUtc(addCalendarDays(toUtc(day), days));
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(toUtc(to), toUtc(from));
}

/** 0 (Sunday) to 6 (Saturday). */
export function weekdayOf(day: Day): number {
  return toUtc(day).getUTCDay();
}

/** Whether a string is a real calendar day in the stored form. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const date = toUtc(text);
  return !Number.isNaN(date.getTime()) && fromUtc(date) === text;
}

/** Whole days since 1970-01-01, for walks over years, where a date object a day would be slow; NaN for no day. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / dayMs;
}

/** The day of a `dayNumber`. */
export function numberedDay(number: number): Day {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** 0 (Sunday) to 6 of a `dayNumber`: 1970-01-01 was a Thursday. */
export function numberedWeekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The `dayNumber` on which the week of a `dayNumber` begins; `firstWeekday` 0 (Sunday) to 6. */
export function numberedWeekStart(number: number, firstWeekday: number): number {
  return number - ((numberedWeekday(number) - firstWeekday + 7) % 7);
}

/** The first day of the week that holds `day`; `firstWeekday` 0 (Sunday) to 6. */
export function weekStart(day: Day, firstWeekday: number): Day {
  return numberedDay(numberedWeekStart(dayNumber(day), firstWeekday));
}

/** The first day of the month that holds `day`. */
export function monthStart(day: Day): Day {
  return fromUtc(startOfMonth(toUtc(day)));
}

/** The last day of the month that holds `day`. */
export function monthEnd(day: Day): Day {
  return fromUtc(lastDayOfMonth(toUtc(day)));
}
