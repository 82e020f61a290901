import * as l10n from '@vscode/l10n';
import { addDays, type Day } from '../core/day';
import type { Pause } from '../core/rules';
import { askDay, choose } from './ask';

/** Asks how long to pause; also for days that have passed already. Undefined when the user leaves. */
export async function askPause(today: Day): Promise<Pause | undefined> {
  const until = await choose<Pause | 'date' | 'past'>(
    l10n.t('Pause Streak'),
    l10n.t('Until when? Your streak waits.'),
    [
      { label: l10n.t('Until I resume'), value: { from: today } },
      { label: l10n.t('Today only'), value: { from: today, to: today } },
      { label: l10n.t('One week'), value: { from: today, to: addDays(today, 6) } },
      { label: l10n.t('Two weeks'), value: { from: today, to: addDays(today, 13) } },
      { label: l10n.t('Until a date …'), value: 'date' },
      {
        label: l10n.t('I was away already …'),
        description: l10n.t('Covers days that have passed'),
        value: 'past',
      },
    ],
  );
  if (until === undefined || typeof until === 'object') return until;
  const title = l10n.t('Pause Streak');
  if (until === 'date') {
    const to = await askDay(title, l10n.t('The last day off, as YYYY-MM-DD'), today, addDays(today, 6));
    return to === undefined ? undefined : { from: today, to };
  }
  const from = await askDay(
    title,
    l10n.t('The first day off, as YYYY-MM-DD'),
    addDays(today, -366),
    addDays(today, -7),
  );
  if (from === undefined) return undefined;
  const yesterday = addDays(today, -1);
  const likely = from > yesterday ? from : yesterday;
  const to = await askDay(title, l10n.t('The last day off, as YYYY-MM-DD'), from, likely);
  return to === undefined ? undefined : { from, to };
}
