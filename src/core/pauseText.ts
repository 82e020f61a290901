import * as l10n from '@vscode/l10n';
import { toUtc } from './day';
import type { Pause } from './rules';

/** Until when a pause lasts, as a sentence. @param locale a BCP 47 tag */
export function pauseText({ to }: Pause, locale: string): string {
  if (to === undefined) return l10n.t('Paused until you resume.');
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  return l10n.t('Paused until {0}.', date.format(toUtc(to)));
}
