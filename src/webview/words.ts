import * as l10n from '@vscode/l10n';
import type { Day } from '../core/day';
import { kindWords } from '../core/kindWords';
import { one } from '../core/plural';
import { type KindCounts, type WinKind, winKinds } from '../core/win';
import { addDays, daysBetween } from './days';
import { dayText, number, timeText } from './format';

/** `5 wins` */
export function winsInWords(count: number): string {
  return one(count) ? l10n.t('{0} win', number(count)) : l10n.t('{0} wins', number(count));
}

/** `12 days` */
export function daysInWords(count: number): string {
  return one(count) ? l10n.t('{0} day', number(count)) : l10n.t('{0} days', number(count));
}

/** Of what a section tells while all else on the page is of everything. */
export function onlyOf(project: string): string {
  return project ? l10n.t('{0} only', project) : l10n.t('This project only');
}

/** `3 of 5` */
export function shareInWords(done: number, of: number): string {
  return l10n.t('{0} of {1}', number(done), number(of));
}

/** `2 green runs`: how many wins of one kind. */
export function kindInWords(kind: WinKind, count: number): string {
  return kindWords(kind, number(count), one(count));
}

/** The kinds that a day has, each with its words. */
export function kindsInWords(counts: KindCounts): readonly (readonly [WinKind, string])[] {
  return winKinds.flatMap((kind, index) => {
    const count = counts[index] ?? 0;
    return count > 0 ? [[kind, kindInWords(kind, count)] as const] : [];
  });
}

/** What a kind's icon stands for. */
export function kindName(kind: WinKind): string {
  return {
    commit: l10n.t('A commit'),
    todo: l10n.t('A closed TODO'),
    tests: l10n.t('A green test run'),
    step: l10n.t('A ticked step'),
    manual: l10n.t('Logged by hand'),
  }[kind];
}

/** A kind, as a filter calls it. */
export function kindsName(kind: WinKind): string {
  return {
    commit: l10n.t('Commits'),
    todo: l10n.t('TODOs'),
    tests: l10n.t('Tests'),
    step: l10n.t('Steps'),
    manual: l10n.t('By hand'),
  }[kind];
}

/** `Today`, `Yesterday`, `Monday 16 November`. */
export function dayHeading(day: Day, today: Day): string {
  if (day === today) return l10n.t('Today');
  return day === addDays(today, -1) ? l10n.t('Yesterday') : dayText(day, 'long');
}

/** When a step was ticked, as short as it can be: `11:15`, `Yesterday`, `Mon`, `6 Nov`; `day` if not today. */
export function whenDone(at: number, day: Day | undefined, today: Day): string {
  if (!day) return timeText(at);
  const ago = daysBetween(day, today);
  if (ago === 1) return l10n.t('Yesterday');
  return dayText(day, ago < 7 ? 'weekday' : 'date');
}
