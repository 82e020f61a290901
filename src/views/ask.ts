import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, isDay } from '../core/day';

/** A day that is asked for lies at most this far from the first that can be, days: ten years. */
const maxDays = 3660;

type Choice<T> = vscode.QuickPickItem & { readonly value: T };

/** Asks for a day from `first` on, checked as it is typed. */
export async function askDay(
  title: string,
  prompt: string,
  first: Day,
  value: Day,
): Promise<Day | undefined> {
  const typed = await vscode.window.showInputBox({
    title,
    prompt,
    value,
    validateInput: text => {
      const day = text.trim();
      if (!isDay(day)) return l10n.t('A day is written like {0}.', first);
      if (day < first) return l10n.t('That day has passed; {0} is the first that can be.', first);
      if (day > addDays(first, maxDays)) return l10n.t('That is more than ten years away.');
      return undefined;
    },
  });
  return typed?.trim();
}

/** Asks to pick one of a few. */
export async function choose<T>(
  title: string,
  placeHolder: string,
  choices: Choice<T>[],
): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(choices, { title, placeHolder }))?.value;
}
