import * as vscode from 'vscode';

/** The display language, with the machine's region where both agree on the language: en, in Britain, is en-GB. */
export function displayLocale(): string {
  const language = vscode.env.language;
  const machine = Intl.DateTimeFormat().resolvedOptions().locale;
  return machine.split('-')[0] === language ? machine : language;
}

/** The locale's first day of the week, 0 (Sunday) to 6. */
export function firstWeekdayOf(locale: string): number {
  const info = new Intl.Locale(locale) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?(): { firstDay: number };
  };
  return ((info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 1) % 7;
}
