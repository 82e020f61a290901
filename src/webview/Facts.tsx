import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { dayText, number, one } from './format';

/** Personal bests: plain counts with their days. */
export function Facts({ bests }: { bests: PanelModel['activity']['bests'] }): JSX.Element | null {
  const { day, week, streak } = bests;
  if (!day && !week && !streak) return null;
  const fact = (name: string, count: number, words: string): JSX.Element => (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{number(count)}</b> {words}
      </dd>
    </div>
  );
  const until = streak && dayText(streak.to, 'date');
  return (
    <dl class="facts">
      {day && fact(l10n.t('Best day'), day.wins, dayText(day.day, 'short'))}
      {week &&
        fact(
          l10n.t('Best week'),
          week.wins,
          l10n.t('{0} to {1}', dayText(week.from, 'date'), dayText(week.to, 'date')),
        )}
      {streak &&
        until &&
        fact(
          l10n.t('Longest streak'),
          streak.days,
          one(streak.days) ? l10n.t('day to {0}', until) : l10n.t('days to {0}', until),
        )}
    </dl>
  );
}
