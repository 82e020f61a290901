import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { addDays, type Day, toUtc } from '../core/day';
import type { Goal } from '../core/goals';
import { type GoalKind, goalTitle } from '../core/goalText';
import { Phrases } from '../core/phrases';
import { askDay, choose } from './ask';
import { iconLabel } from './labels';

/** More than this is no goal but a slip of the finger. */
const maxTarget = 100_000;

/** Asks for a goal step by step, or which one to forget. Undefined when the user leaves. */
export async function askGoal(
  goals: readonly Goal[],
  today: Day,
  locale: string,
): Promise<Goal | { readonly remove: string } | undefined> {
  const removing = goals.length > 0 ? await askWhichGoal(goals) : 'new';
  if (removing === undefined) return undefined;
  if (removing !== 'new') return { remove: removing.id };
  const kind = await choose<GoalKind>(l10n.t('Set a Goal (1 of 3)'), l10n.t('What should count?'), [
    { label: iconLabel('flame', l10n.t('All wins')), value: 'all' },
    { label: iconLabel('git-commit', l10n.t('Commits')), value: 'commit' },
    { label: iconLabel('note', l10n.t('Closed TODOs')), value: 'todo' },
    { label: iconLabel('beaker', l10n.t('Green test runs')), value: 'tests' },
    { label: iconLabel('checklist', l10n.t('Steps')), value: 'step' },
    { label: iconLabel('edit', l10n.t('Logged wins')), value: 'manual' },
  ]);
  if (!kind) return undefined;
  const target = await askTarget();
  if (target === undefined) return undefined;
  const period = await askPeriod(today);
  if (!period) return undefined;
  const by = 'by' in period ? dateText(period.by, locale) : '';
  return {
    id: `goal-${crypto.randomUUID()}`,
    title: goalTitle(kind, target, period, by, new Phrases(locale)),
    kinds: kind === 'all' ? 'all' : [kind],
    target,
    period,
  };
}

async function askWhichGoal(goals: readonly Goal[]): Promise<'new' | Goal | undefined> {
  return choose<'new' | Goal>(l10n.t('Set a Goal'), l10n.t('A new one, or one to forget?'), [
    { label: iconLabel('add', l10n.t('New goal')), value: 'new' },
    ...goals.map(goal => ({
      label: iconLabel('trash', goal.title),
      description: l10n.t('Forget it; the wins stay'),
      value: goal,
    })),
  ]);
}

async function askTarget(): Promise<number | undefined> {
  const typed = await vscode.window.showInputBox({
    title: l10n.t('Set a Goal (2 of 3)'),
    prompt: l10n.t('How many? A little more than usual is plenty.'),
    value: '15',
    validateInput: value => {
      const count = Number(value.trim());
      if (/^\d+$/.test(value.trim()) && count >= 1 && count <= maxTarget) return undefined;
      return l10n.t('A whole number from 1 to {0}.', maxTarget);
    },
  });
  return typed === undefined ? undefined : Number(typed.trim());
}

async function askPeriod(today: Day): Promise<Goal['period'] | undefined> {
  const every = await choose<'week' | 'month' | 'by'>(l10n.t('Set a Goal (3 of 3)'), l10n.t('By when?'), [
    { label: l10n.t('Every week'), value: 'week' },
    { label: l10n.t('Every month'), value: 'month' },
    { label: l10n.t('By a date …'), value: 'by' },
  ]);
  if (every !== 'by') return every && { every, since: today };
  const by = await askDay(
    l10n.t('Set a Goal (3 of 3)'),
    l10n.t('The last day of it, as YYYY-MM-DD'),
    today,
    addDays(today, 30),
  );
  return by === undefined ? undefined : { from: today, by };
}

function dateText(day: Day, locale: string): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    toUtc(day),
  );
}
