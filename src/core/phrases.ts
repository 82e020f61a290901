import * as l10n from '@vscode/l10n';
import { type Day, toUtc } from './day';
import { kindWords } from './kindWords';
import { one } from './plural';
import type { Pace } from './progress';
import type { WinKind } from './win';

/** Counts, dates and lists in the user's language, for texts that are made outside of the panel. */
export class Phrases {
  private readonly whole: Intl.NumberFormat;
  private readonly lists: Intl.ListFormat;

  /** @param locale BCP 47 tag for `Intl` */
  constructor(readonly locale: string) {
    this.whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
    this.lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  }

  /** `1,000`, `6.5`: at most one digit after the point. */
  number(value: number): string {
    return this.whole.format(value);
  }

  /** `a, b and c` */
  list(items: readonly string[]): string {
    return this.lists.format(items);
  }

  /** `Friday 20 November` */
  day(day: Day): string {
    return this.date({ weekday: 'long', day: 'numeric', month: 'long' }).format(toUtc(day));
  }

  /** `Friday` */
  weekday(day: Day): string {
    return this.date({ weekday: 'long' }).format(toUtc(day));
  }

  /** `10:00`: when an hour of the day (0 to 23) begins. */
  hour(hour: number): string {
    return this.date({ hour: 'numeric', minute: '2-digit' }).format(Date.UTC(2026, 0, 1, hour));
  }

  /** `16 – 22 November 2026` */
  range(from: Day, to: Day): string {
    return this.date({ day: 'numeric', month: 'long', year: 'numeric' }).formatRange(toUtc(from), toUtc(to));
  }

  /** `20 November 2026` */
  fullDate(day: Day): string {
    return this.date({ day: 'numeric', month: 'long', year: 'numeric' }).format(toUtc(day));
  }

  /** `1 win`, `5 wins` */
  wins(count: number): string {
    return one(count) ? l10n.t('{0} win', this.number(count)) : l10n.t('{0} wins', this.number(count));
  }

  /** `1 day`, `5 days` */
  days(count: number): string {
    return one(count) ? l10n.t('{0} day', this.number(count)) : l10n.t('{0} days', this.number(count));
  }

  /** `2 green runs`: how many wins of one kind. In a text read elsewhere, a TODO is said to be closed. */
  kind(kind: WinKind, count: number): string {
    const shown = this.number(count);
    if (kind !== 'todo') return kindWords(kind, shown, one(count));
    return one(count) ? l10n.t('{0} closed TODO', shown) : l10n.t('{0} closed TODOs', shown);
  }

  // Days are formatted in UTC, so no zone can move them.
  private date(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return new Intl.DateTimeFormat(this.locale, { ...options, timeZone: 'UTC' });
  }
}

/** What a list of wins of one kind is called. */
export function kindHeading(kind: WinKind): string {
  return {
    commit: l10n.t('Commits'),
    todo: l10n.t('Closed TODOs'),
    tests: l10n.t('Green test runs'),
    step: l10n.t('Steps'),
    manual: l10n.t('Also done'),
  }[kind];
}

/** How a goal stands, in words. */
export function paceInWords(pace: Pace): string {
  return {
    ahead: l10n.t('ahead'),
    'on-track': l10n.t('on track'),
    behind: l10n.t('behind'),
    done: l10n.t('done'),
  }[pace];
}
