import type { Day } from '../core/day';

// Days are formatted in UTC, so no zone can move them.
const dayStyles = {
  /** `Wed 18 Nov` */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** `Monday 16 November` */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** `6 Nov` */
  date: { day: 'numeric', month: 'short' },
  /** `6 November`, for sentences: a short month may end in a point. */
  sentence: { day: 'numeric', month: 'long' },
  /** `19 August 2025` */
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  /** `Nov` */
  month: { month: 'short' },
  /** `Tuesday` */
  day: { weekday: 'long' },
  /** `Mon` */
  weekday: { weekday: 'short' },
  /** `M` */
  letter: { weekday: 'narrow' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

let locale = 'en';
let year = '';
const dates = new Map<string, Intl.DateTimeFormat>();

/**
 * Sets the language for all that is formatted, and the day whose year goes without saying; times go by the zone of now.
 * A tag that `Intl` doesn't know means English.
 */
export function setLanguage(tag: string, today: Day): void {
  year = today.slice(0, 4);
  dates.delete('time'); // it keeps the zone it was made in
  if (tag === locale) return;
  try {
    locale = Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    locale = 'en';
  }
  dates.clear();
}

function dateFormat(name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = dates.get(name) ?? new Intl.DateTimeFormat(locale, options);
  dates.set(name, format);
  return format;
}

/** `1,000` */
export function number(value: number): string {
  return value.toLocaleString(locale);
}

/** A day in one of the styles; with its year where a day and month alone would mean another one. */
export function dayText(day: Day, style: keyof typeof dayStyles): string {
  const options: Intl.DateTimeFormatOptions = dayStyles[style];
  const far = options.day && !day.startsWith(year);
  return dateFormat(far ? `${style} far` : style, {
    ...options,
    ...(far && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(day));
}

/** `30 Mar – 5 Apr`, from a day to a later one. */
export function rangeText(from: Day, to: Day): string {
  return dateFormat('range', { ...dayStyles.date, timeZone: 'UTC' }).formatRange(
    new Date(from),
    new Date(to),
  );
}

/** `10–11`: an hour of the day (0 to 23), from its beginning to its end. */
export function hourText(hour: number): string {
  const from = hour * 3_600_000;
  return dateFormat('hour', { hour: 'numeric', timeZone: 'UTC' }).formatRange(from, from + 3_600_000);
}

/** `09:24` on this machine's clock; `at` in ms since the epoch. */
export function timeText(at: number): string {
  return dateFormat('time', { hour: '2-digit', minute: '2-digit' }).format(at);
}
