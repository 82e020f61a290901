import * as l10n from '@vscode/l10n';
import type { PanelModel } from '../core/panelModel';
import type { Win } from '../core/win';
import { number } from './format';
import { newWins } from './news';
import { winsInWords } from './words';

/**
 * What a snapshot changes, in words: each is said by itself.
 * @param inNext whether the user is at the next small step, and so wants to know the next one
 */
export function changesInWords(before: PanelModel, now: PanelModel, inNext: boolean): string[] {
  const back = broughtBack(before, now);
  const said = [
    back ? l10n.t('Back again: {0}', back.title) : newsInWords(newWins(before, now)),
    ...finishedTasks(before, now).map(title => l10n.t('Task finished: {0}', title)),
    noticeInWords(before, now),
    isPaused(before) && !isPaused(now) ? l10n.t('Your streak goes on.') : '',
    inNext && before.nextStep?.id !== now.nextStep?.id ? nextInWords(now) : '',
    listInWords(before, now),
  ];
  return said.filter(words => words !== '');
}

function newsInWords([win, ...others]: readonly Win[]): string {
  if (!win) return '';
  return others.length > 0
    ? l10n.t('{0} new wins', number(others.length + 1))
    : l10n.t('New win: {0}', win.title);
}

function finishedTasks(before: PanelModel, now: PanelModel): readonly string[] {
  const open = new Set(before.tasks.filter(task => task.finishedAt === undefined).map(({ id }) => id));
  return now.tasks.filter(task => task.finishedAt !== undefined && open.has(task.id)).map(task => task.title);
}

/** The line under the header; of a scan only that it has begun, not every percent. */
function noticeInWords(before: PanelModel, now: PanelModel): string {
  const { notice } = now;
  if (!notice) return '';
  const isOther = notice.icon !== before.notice?.icon;
  if (notice.icon === 'sync') return isOther ? notice.text : '';
  // Two things of one name, one removed after the other, are told by the same line.
  const again = notice.icon === 'discard' && (now.total < before.total || things(now) < things(before));
  return isOther || again || notice.text !== before.notice?.text ? notice.text : '';
}

function nextInWords({ nextStep }: PanelModel): string {
  return nextStep ? l10n.t('Next small step: {0}', nextStep.title) : l10n.t('No open step.');
}

/** How much was found, once the host has answered. */
function listInWords({ list: before }: PanelModel, { list }: PanelModel): string {
  if (!list || (list.kind === before?.kind && list.search === before.search)) return '';
  if (list.kind === 'all' && list.search === '') return '';
  return list.of === 0 ? l10n.t('No wins match.') : winsInWords(list.of);
}

/** What *Undo* in the line under the header has brought back: its title, and the id of its element. */
export function broughtBack(
  before: PanelModel,
  now: PanelModel,
): { readonly title: string; readonly place: string } | undefined {
  if (before.notice?.icon !== 'discard' || now.notice?.icon === 'discard') return undefined;
  const known = new Set(before.tasks.flatMap(task => [task.id, ...task.steps.map(({ id }) => id)]));
  const task = now.tasks.find(({ id }) => !known.has(id));
  if (task) return { title: task.title, place: `task-${task.id}` };
  const step = now.tasks.flatMap(({ steps }) => steps).find(({ id }) => !known.has(id));
  if (step) return { title: step.title, place: `step-${step.id}` };
  const wins = new Set(before.recent.map(({ id }) => id));
  const win = now.total > before.total ? now.recent.find(({ id }) => !wins.has(id)) : undefined;
  return win && before.notice.text.includes(win.title)
    ? { title: win.title, place: `win-${win.id}` }
    : undefined;
}

function isPaused({ streak }: PanelModel): boolean {
  return streak.strip.at(-1)?.mark === 'paused';
}

function things({ tasks }: PanelModel): number {
  return tasks.reduce((sum, { steps }) => sum + 1 + steps.length, 0);
}
