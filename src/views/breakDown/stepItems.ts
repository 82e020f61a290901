import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Draft, roomIn } from '../../core/draft';
import type { NewStep } from '../../core/pastedSteps';
import { one } from '../../core/plural';
import { maxSteps } from '../../core/tasks';
import type { Template } from '../../core/templates';
import { maxTitle } from '../../core/text';
import { iconLabel, plainLabel, stepCount } from '../labels';

/** What Enter on a row does. */
export type StepAct =
  | 'none'
  | 'add'
  | 'keep'
  | 'dismiss'
  | 'propose'
  | 'stop'
  | 'templates'
  | 'template'
  | 'step'
  | 'change'
  | 'up'
  | 'down'
  | 'remove';

/** A row of the second page. */
export interface StepItem extends vscode.QuickPickItem {
  readonly act: StepAct;
  readonly index?: number;
  readonly template?: Template;
}

/** What the second page shows. */
export interface StepsState {
  readonly draft: Draft;
  /** What stands in the box, as steps. */
  readonly typed: readonly NewStep[];
  readonly raw: string;
  /** Whether it was pasted and is more than there is room for. */
  readonly refused: boolean;
  readonly templates: readonly Template[];
  /** The name of the model that can be asked. */
  readonly model?: string;
  readonly proposing: boolean;
  /** What the model's answer came to, or why there is none. */
  readonly notice?: string;
}

/** The buttons of a step's row. */
export function stepButtons(): Record<'up' | 'down' | 'remove', vscode.QuickInputButton> {
  const button = (icon: string, tooltip: string): vscode.QuickInputButton => ({
    iconPath: new vscode.ThemeIcon(icon),
    tooltip,
  });
  return {
    up: button('arrow-up', l10n.t('Move up')),
    down: button('arrow-down', l10n.t('Move down')),
    remove: button('close', l10n.t('Remove this step')),
  };
}

/** The rows of the list of steps, the likeliest act first. */
export function listRows(state: StepsState, buttons: readonly vscode.QuickInputButton[]): StepItem[] {
  const { draft, typed, proposing, notice } = state;
  const count = draft.steps.length;
  const rows: StepItem[] = [];
  if (typed.length > 0) rows.push(addRow(state));
  else if (proposing) {
    rows.push(row('stop', 'loading~spin', l10n.t('Proposing steps…'), l10n.t('Enter stops it')));
  } else if (notice !== undefined) {
    rows.push(row('dismiss', 'info', notice, l10n.t('Enter goes on')));
  }
  if (typed.length === 0 && !proposing && count > 0) {
    const keep = one(count)
      ? l10n.t('Keep this task with {0} step', count)
      : l10n.t('Keep this task with {0} steps', count);
    rows.push(row('keep', 'check', keep));
  } else if (typed.length === 0 && !proposing && notice === undefined) {
    rows.push(row('none', 'edit', l10n.t('Type a first step'), l10n.t('Enter adds it')));
  }
  const steps = draft.steps.map(
    ({ title, done }, index): StepItem => ({
      act: 'step',
      index,
      label: plainLabel(`${index + 1}. ${title}`),
      ...(done && { description: l10n.t('done before') }),
      buttons: [...buttons],
      alwaysShow: true,
    }),
  );
  const more = typed.length > 0 || proposing ? [] : moreRows(state);
  // With nothing there yet, what helps to begin is right below; later it is out of the way.
  return [...rows, ...steps, ...more];
}

/** The rows for one step that is being changed. */
export function editRows(draft: Draft, index: number, typed: readonly NewStep[]): StepItem[] {
  const remove = row('remove', 'close', l10n.t('Remove this step'));
  if (typed.length === 0) return [remove];
  const change = row(
    'change',
    'edit',
    typed.map(({ title }) => title).join(', '),
    l10n.t('Change this step to it'),
  );
  return [
    change,
    ...(index > 0 ? [row('up', 'arrow-up', l10n.t('Move up'))] : []),
    ...(index < draft.steps.length - 1 ? [row('down', 'arrow-down', l10n.t('Move down'))] : []),
    remove,
  ];
}

/** One row for each template. */
export function templateRows(templates: readonly Template[]): StepItem[] {
  return templates.map(template => ({
    act: 'template',
    template,
    label: iconLabel('list-unordered', template.title),
    description: stepCount(template.steps.length),
  }));
}

function moreRows({ draft, templates, model }: StepsState): StepItem[] {
  if (roomIn(draft) === 0) return [];
  const propose = model === undefined ? [] : [proposeRow(model)];
  if (draft.steps.length === 0) {
    const own = templates.length > 0 ? [separator(l10n.t('Templates')), ...templateRows(templates)] : [];
    return [...propose, ...own];
  }
  const add =
    templates.length > 0 ? [row('templates', 'list-unordered', l10n.t('Add a template’s steps…'))] : [];
  const rows = [...propose, ...add];
  return rows.length > 0 ? [separator(l10n.t('More')), ...rows] : [];
}

function proposeRow(model: string): StepItem {
  return row('propose', 'sparkle', l10n.t('Propose steps with a model'), plainLabel(model));
}

function addRow({ draft, typed, raw, refused }: StepsState): StepItem {
  if (refused || typed.length > roomIn(draft)) {
    return row('none', 'warning', l10n.t('{0} steps are enough for one task', maxSteps));
  }
  const cut = typed.length === 1 && raw.trim().length > maxTitle && typed[0]?.title.endsWith('…');
  return row(
    'add',
    'add',
    typed.map(({ title }) => title).join(', '),
    cut ? l10n.t('Cut to {0} characters', maxTitle) : l10n.t('Add this step'),
  );
}

function row(act: StepAct, icon: string, label: string, description?: string): StepItem {
  return { act, label: iconLabel(icon, label), alwaysShow: true, ...(description && { description }) };
}

function separator(label: string): StepItem {
  return { act: 'none', label, kind: vscode.QuickPickItemKind.Separator };
}
