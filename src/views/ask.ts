import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, isDay } from '../core/day';

/** The user wants the question before. */
export const back: unique symbol = Symbol('back');

/** Every question has its answer. */
export const done: unique symbol = Symbol('done');

/** An answer; undefined when the user leaves. */
export type Answer<T> = T | typeof back | undefined;

/** Asks a question, keeps its answer, and says what comes next. @param canGoBack whether there is a question before */
export type Page = (canGoBack: boolean) => Promise<Answer<Page | typeof done>>;

/** Asks page after page, back and forth; false when the user leaves. */
export async function askPages(first: Page): Promise<boolean> {
  const trail = [first];
  for (let page = trail.at(-1); page; page = trail.at(-1)) {
    const next = await page(trail.length > 1);
    if (next === undefined) return false;
    if (next === done) return true;
    if (next === back) trail.pop();
    else trail.push(next);
  }
  return false;
}

/** What every question has. */
export interface Question {
  readonly title: string;
  readonly canGoBack?: boolean;
}

/** One of a few that can be picked. */
export type Choice<T> = vscode.QuickPickItem & { readonly value: T };

/** Asks to pick one of a few. It waits while the user looks something up elsewhere. */
export function choose<T>(
  { title, canGoBack }: Question,
  placeholder: string,
  choices: readonly Choice<T>[],
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<Choice<T>>();
  pick.placeholder = placeholder;
  pick.items = choices;
  return answerOf<T>(pick, { title, canGoBack }, answer => {
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (chosen) answer(chosen.value);
    });
  });
}

/** Asks for a line of text. @param check what is wrong with it, in words */
export function askText(
  { title, canGoBack }: Question,
  prompt: string,
  value: string,
  check: (text: string) => string | undefined,
): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.prompt = prompt;
  box.value = value;
  return answerOf<string>(box, { title, canGoBack }, answer => {
    box.onDidChangeValue(text => {
      box.validationMessage = check(text.trim());
    });
    box.onDidAccept(() => {
      const text = box.value.trim();
      box.validationMessage = check(text);
      if (box.validationMessage === undefined) answer(text);
    });
  });
}

/** Days that can be asked for, and what is said of those before and after them. */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
  readonly tooEarly: string;
  readonly tooLate: string;
}

/** How far from today a day may be that is asked for, days: ten years. More is a slip of the finger. */
export const maxDays = 3660;

/** From today on. */
export function fromToday(today: Day): DayRange {
  return {
    first: today,
    last: addDays(today, maxDays),
    tooEarly: l10n.t('That day has passed; {0} is the first that can be.', today),
    tooLate: l10n.t('That is more than ten years away.'),
  };
}

/** Asks for a day, checked as it is typed. */
export function askDay(
  question: Question,
  prompt: string,
  value: Day,
  { first, last, tooEarly, tooLate }: DayRange,
): Promise<Answer<Day>> {
  return askText(question, prompt, value, day => {
    if (!isDay(day)) return l10n.t('A day is written like {0}.', value);
    if (day < first) return tooEarly;
    return day > last ? tooLate : undefined;
  });
}

/** Shows a question until it is answered; losing the focus is no answer. */
function answerOf<T>(
  input: vscode.QuickPick<Choice<T>> | vscode.InputBox,
  { title, canGoBack }: { readonly title: string; readonly canGoBack: boolean | undefined },
  listen: (answer: (value: T) => void) => void,
): Promise<Answer<T>> {
  input.title = title;
  input.ignoreFocusOut = true;
  if (canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise(resolve => {
    const answer = (value: Answer<T>): void => {
      resolve(value);
      input.hide();
    };
    listen(answer);
    input.onDidTriggerButton(() => answer(back));
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}
