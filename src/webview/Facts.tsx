import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { one } from '../core/plural';
import { addDays } from './days';
import { dayText, hourText, number, rangeText } from './format';

/** Any Sunday: weekdays are named after the days that follow it. */
const sunday = '2026-11-15';

/** Personal bests and habits: plain counts with their days. */
export function Facts({ bests }: { bests: PanelModel['activity']['bests'] }): JSX.Element | null {
  const { day, week, streak, weekday, hour } = bests;
  if (!day && !week && !streak) return null;
  const fact = (name: string, value: string, words: string): JSX.Element => (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b> {words}
      </dd>
    </div>
  );
  const until = streak && dayText(streak.to, 'date');
  const hours = hour === undefined ? '' : hourText(hour);
  return (
    <dl class="facts">
      {day && fact(l10n.t('Best day'), number(day.wins), dayText(day.day, 'short'))}
      {week && fact(l10n.t('Best week'), number(week.wins), rangeText(week.from, week.to))}
      {streak &&
        until &&
        fact(
          l10n.t('Longest streak'),
          number(streak.days),
          one(streak.days) ? l10n.t('day to {0}', until) : l10n.t('days to {0}', until),
        )}
      {weekday !== undefined
        ? fact(l10n.t('Most wins'), dayText(addDays(sunday, weekday), 'day'), hours)
        : hours && fact(l10n.t('Most wins'), hours, '')}
    </dl>
  );
}
