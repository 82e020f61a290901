import { type Day, daysBetween, toUtc } from './day';

/** A moment (ms since the epoch) as this machine's clock shows it, such as 10:02. */
export function timeInWords(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** A day seen from today: yesterday, then by its weekday, beyond a week by its date. */
export function dayInWords(day: Day, today: Day, locale: string): string {
  const ago = daysBetween(day, today);
  if (ago === 0 || ago === 1)
    return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-ago, 'day');
  const look: Intl.DateTimeFormatOptions =
    ago > 1 && ago < 7 ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(locale, { ...look, timeZone: 'UTC' }).format(toUtc(day));
}
