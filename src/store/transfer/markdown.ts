import * as l10n from '@vscode/l10n';
import { type Day, toUtc } from '../../core/day';
import { markdownText } from '../../core/markdownText';
import { Phrases } from '../../core/phrases';
import type { WinKind } from '../../core/win';
import { batchSize, breathe } from '../breathe';
import type { ProjectEntries } from './json';
import { localTime, type ProjectWin, winsToShow } from './shownWins';

/**
 * The wins that count as Markdown to read: by month and day, newest first.
 * @param locale for the names of months and weekdays
 */
export async function* exportMarkdown(
  projects: readonly ProjectEntries[],
  locale: string,
): AsyncGenerator<string> {
  const wins = winsToShow(projects);
  const severalProjects = new Set(wins.map(({ project }) => project)).size > 1;
  const headings = new Headings(locale);
  yield `# Micro Wins\n\n${new Phrases(locale).wins(wins.length)}\n`;
  for (let from = 0; from < wins.length; from += batchSize) {
    yield wins
      .slice(from, from + batchSize)
      .map(win => headings.before(win.win.day) + line(win, severalProjects))
      .join('');
    await breathe();
  }
}

/** Tells which headings go before a win, as the days go by. */
class Headings {
  private last: Day = '';
  private readonly month: Intl.DateTimeFormat;
  private readonly day: Intl.DateTimeFormat;

  constructor(locale: string) {
    // Days are formatted in UTC, so no zone can move them.
    this.month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
    this.day = new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
  }

  before(day: Day): string {
    if (day === this.last) return '';
    const isNewMonth = day.slice(0, 7) !== this.last.slice(0, 7);
    this.last = day;
    const date = toUtc(day);
    return `${isNewMonth ? `\n## ${this.month.format(date)}\n` : ''}\n### ${this.day.format(date)}\n\n`;
  }
}

function line(shown: ProjectWin, withProject: boolean): string {
  const { win, project } = shown;
  const { repository } = win.source;
  const details = [
    kindInWords(win.kind),
    ...(repository ? [markdownText(repository)] : withProject ? [markdownText(project)] : []),
    ...(win.withAgent ? [l10n.t('with agent')] : []),
    ...(win.provisional ? [l10n.t('not committed yet')] : []),
  ];
  const time = localTime(shown).slice('YYYY-MM-DDT'.length, 'YYYY-MM-DDTHH:MM'.length);
  return `- ${time} ${markdownText(win.title)} (${details.join(', ')})\n`;
}

function kindInWords(kind: WinKind): string {
  return {
    commit: l10n.t('commit'),
    todo: l10n.t('closed TODO'),
    tests: l10n.t('green run'),
    step: l10n.t('step'),
    manual: l10n.t('logged by hand'),
  }[kind];
}
