import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, dayNumber, weekStart } from '../../core/day';
import { Phrases } from '../../core/phrases';
import { type RestRules, restFinder } from '../../core/rules';

/** What tells which week a text is about. */
export interface WeekChoice {
  readonly today: Day;
  readonly rest: RestRules;
  /** 0 (Sunday) to 6 */
  readonly firstWeekday: number;
  readonly locale: string;
}

/**
 * The first day of this week; while none of its working days is over, the user is asked, since last week is as likely
 * to be wanted. Undefined when the user leaves.
 */
export async function askWeek(
  title: string,
  { today, rest, firstWeekday, locale }: WeekChoice,
): Promise<Day | undefined> {
  const week = weekStart(today, firstWeekday);
  const restOn = restFinder(rest);
  for (let day = dayNumber(week); day < dayNumber(today); day++) if (restOn(day) === undefined) return week;
  const phrases = new Phrases(locale);
  const item = (label: string, from: Day): vscode.QuickPickItem & { week: Day } => ({
    label,
    description: phrases.range(from, addDays(from, 6)),
    week: from,
  });
  const items = [item(l10n.t('Last week'), addDays(week, -7)), item(l10n.t('This week'), week)];
  return (await vscode.window.showQuickPick(items, { title, placeHolder: l10n.t('Which week?') }))?.week;
}
