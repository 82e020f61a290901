import * as l10n from '@vscode/l10n';
import { addDays, type Day } from '../core/day';
import type { Pause } from '../core/rules';
import { askDay, askPages, back, choose, done, fromToday, maxDays, type Page } from './ask';

/** Asks how long to pause; also for days that have passed already. Undefined when the user leaves. */
export async function askPause(today: Day): Promise<Pause | undefined> {
  const title = l10n.t('Pause Streak');
  let pause: Pause | undefined;
  /** What is typed at first: what was typed before, for who comes back. */
  const typed = { until: addDays(today, 6), from: addDays(today, -7), to: addDays(today, -1) };

  const kind: Page = async canGoBack => {
    const until = await choose<Pause | 'date' | 'past'>(
      { title, canGoBack },
      l10n.t('Until when? Your streak waits.'),
      [
        { label: l10n.t('Until I resume'), value: { from: today } },
        { label: l10n.t('Today only'), value: { from: today, to: today } },
        { label: l10n.t('One week'), value: { from: today, to: addDays(today, 6) } },
        { label: l10n.t('Two weeks'), value: { from: today, to: addDays(today, 13) } },
        { label: l10n.t('Until a date…'), value: 'date' },
        {
          label: l10n.t('I was away already…'),
          description: l10n.t('Covers days that have passed'),
          value: 'past',
        },
      ],
    );
    if (until === undefined || until === back) return until;
    if (until === 'date') return lastDay;
    if (until === 'past') return firstPastDay;
    pause = until;
    return done;
  };
  const lastDay: Page = async canGoBack => {
    const day = await askDay({ title, canGoBack }, lastDayWords(), typed.until, fromToday(today));
    if (day === undefined || day === back) return day;
    pause = { from: today, to: day };
    return done;
  };
  const firstPastDay: Page = async canGoBack => {
    const day = await askDay({ title, canGoBack }, l10n.t('The first day off, as YYYY-MM-DD'), typed.from, {
      first: addDays(today, -maxDays),
      last: today,
      tooEarly: l10n.t('That is more than ten years ago.'),
      tooLate: l10n.t('That day is still to come.'),
    });
    if (day === undefined || day === back) return day;
    typed.from = day;
    if (typed.to < day) typed.to = day;
    return lastPastDay;
  };
  const lastPastDay: Page = async canGoBack => {
    const { from } = typed;
    const day = await askDay({ title, canGoBack }, lastDayWords(), typed.to, {
      ...fromToday(today),
      first: from,
      tooEarly: l10n.t('That is before the first day off, {0}.', from),
    });
    if (day === undefined || day === back) return day;
    pause = { from, to: day };
    return done;
  };
  return (await askPages(kind)) ? pause : undefined;
}

function lastDayWords(): string {
  return l10n.t('The last day off, as YYYY-MM-DD');
}
