import * as vscode from 'vscode';

/** The display language, with the machine's region where both agree on the language: en, in Britain, is en-GB. */
export function displayLocale(): string {
  const language = vscode.env.language;
  const machine = Intl.DateTimeFormat().resolvedOptions().locale;
  return machine.split('-')[0] === language ? machine : language;
}
