import * as l10n from '@vscode/l10n';
import { addDays, type Day, toUtc } from '../core/day';
import type { Goal } from '../core/goals';
import { type GoalKind, goalTitle } from '../core/goalText';
import { Phrases } from '../core/phrases';
import { askDay, askPages, askText, back, choose, done, fromToday, type Page } from './ask';
import { iconLabel } from './labels';

/** More than this is no goal but a slip of the finger. */
const maxTarget = 100_000;

/** A goal that the user wants, or one to forget. */
export type GoalAnswer = { readonly set: Goal } | { readonly forget: Goal };

/** Asks for a goal step by step, or which one to forget. Undefined when the user leaves. */
export async function askGoal(
  goals: readonly Goal[],
  today: Day,
  locale: string,
): Promise<GoalAnswer | undefined> {
  let answer: GoalAnswer | undefined;
  let kind: GoalKind = 'all';
  let target = 15;
  let last = addDays(today, 30);
  const set = (period: Goal['period'], by = ''): typeof done => {
    answer = {
      set: {
        id: `goal-${crypto.randomUUID()}`,
        title: goalTitle(kind, target, period, by, new Phrases(locale)),
        kinds: kind === 'all' ? 'all' : [kind],
        target,
        period,
      },
    };
    return done;
  };

  const which: Page = async canGoBack => {
    const chosen = await choose<'new' | Goal>(
      { title: l10n.t('Set a Goal'), canGoBack },
      l10n.t('A new one, or one to forget?'),
      [
        { label: iconLabel('add', l10n.t('New goal')), value: 'new' },
        ...goals.map(goal => ({
          label: iconLabel('trash', goal.title),
          description: l10n.t('Forget it; the wins stay'),
          value: goal,
        })),
      ],
    );
    if (chosen === undefined || chosen === back) return chosen;
    if (chosen === 'new') return whatCounts;
    answer = { forget: chosen };
    return done;
  };
  const whatCounts: Page = async canGoBack => {
    const title = l10n.t('Set a Goal (1 of 3)');
    const chosen = await choose<GoalKind>({ title, canGoBack }, l10n.t('What should count?'), [
      { label: iconLabel('flame', l10n.t('All wins')), value: 'all' },
      { label: iconLabel('git-commit', l10n.t('Commits')), value: 'commit' },
      { label: iconLabel('note', l10n.t('Closed TODOs')), value: 'todo' },
      { label: iconLabel('beaker', l10n.t('Green test runs')), value: 'tests' },
      { label: iconLabel('checklist', l10n.t('Steps')), value: 'step' },
      { label: iconLabel('edit', l10n.t('Logged wins')), value: 'manual' },
    ]);
    if (chosen === undefined || chosen === back) return chosen;
    kind = chosen;
    return howMany;
  };
  const howMany: Page = async canGoBack => {
    const prompt = l10n.t('How many? A little more than usual is plenty.');
    const title = l10n.t('Set a Goal (2 of 3)');
    const typed = await askText({ title, canGoBack }, prompt, `${target}`, value => {
      const count = Number(value);
      if (/^\d+$/.test(value) && count >= 1 && count <= maxTarget) return undefined;
      return l10n.t('A whole number from 1 to {0}.', maxTarget);
    });
    if (typed === undefined || typed === back) return typed;
    target = Number(typed);
    return byWhen;
  };
  const byWhen: Page = async canGoBack => {
    const title = l10n.t('Set a Goal (3 of 3)');
    const every = await choose<'week' | 'month' | 'by'>({ title, canGoBack }, l10n.t('By when?'), [
      { label: l10n.t('Every week'), value: 'week' },
      { label: l10n.t('Every month'), value: 'month' },
      { label: l10n.t('By a date…'), value: 'by' },
    ]);
    if (every === undefined || every === back) return every;
    return every === 'by' ? lastDay : set({ every, since: today });
  };
  const lastDay: Page = async canGoBack => {
    const question = { title: l10n.t('Set a Goal (3 of 3)'), canGoBack };
    const day = await askDay(question, l10n.t('The last day of it, as YYYY-MM-DD'), last, fromToday(today));
    if (day === undefined || day === back) return day;
    last = day;
    return set({ from: today, by: day }, dateText(day, today, locale));
  };
  return (await askPages(goals.length > 0 ? which : whatCounts)) ? answer : undefined;
}

/** `31 May`, with its year where that is another one. */
function dateText(day: Day, today: Day, locale: string): string {
  const isFar = day.slice(0, 4) !== today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(isFar && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(toUtc(day));
}
