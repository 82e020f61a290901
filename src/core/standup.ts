import * as l10n from '@vscode/l10n';
import { addDays, type Day, dayNumber, numberedDay } from './day';
import { Phrases } from './phrases';
import { type RestRules, restFinder } from './rules';
import type { Win } from './win';
import { groupWins, namesIn, winLines } from './winGroups';

/** How far back a working day is looked for: after a longer absence, yesterday will do. */
const mostDaysBack = 60;

/** What a standup goes by. */
export interface StandupOptions {
  readonly today: Day;
  readonly rest: RestRules;
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  /** Whether repositories and branches are named. */
  readonly names: boolean;
}

/** What was done since the last working day. */
export interface Standup {
  /** The last working day. */
  readonly from: Day;
  /** How many wins it lists. */
  readonly wins: number;
  /** Whether there are names of repositories or branches that could be shown or left out. */
  readonly hasNames: boolean;
  /** Empty without a win. */
  readonly markdown: string;
}

/** The last day before today that is no rest day: on a Monday, with free weekends, Friday. */
export function lastWorkingDay(today: Day, rest: RestRules): Day {
  const restOn = restFinder(rest);
  const now = dayNumber(today);
  for (let day = now - 1; day >= now - mostDaysBack; day--) {
    if (restOn(day) === undefined) return numberedDay(day);
  }
  return addDays(today, -1);
}

/** Everything since the last working day, weekend work included, by day and kind, as Markdown. */
export function standup(wins: readonly Win[], { today, rest, locale, names }: StandupOptions): Standup {
  const from = lastWorkingDay(today, rest);
  // A win of a zone ahead may lie on tomorrow; one further ahead comes from a wrong clock.
  const shown = wins.filter(({ day }) => day >= from && day <= addDays(today, 1));
  const phrases = new Phrases(locale);
  const hidden = namesIn(shown);
  const days = [...new Set(shown.map(({ day }) => day))].sort();
  const parts = days.map(day => {
    const groups = groupWins(
      shown.filter(win => win.day === day),
      names,
    ).map(group => `${group.heading}\n${winLines(group.wins, { names, evidence: false }, hidden)}`);
    return `**${headingOf(day, today, phrases)}**\n\n${groups.join('\n')}`;
  });
  return { from, wins: shown.length, hasNames: hidden.size > 0, markdown: parts.join('\n') };
}

function headingOf(day: Day, today: Day, phrases: Phrases): string {
  return day === today ? l10n.t('Today') : phrases.day(day);
}
