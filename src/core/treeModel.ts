import * as l10n from '@vscode/l10n';
import type { Day } from './day';
import type { PanelModel } from './panelModel';
import { one } from './plural';
import { kindIcons } from './status';
import type { Step, Task } from './task';
import { dayInWords, timeInWords } from './timeWords';
import type { Win } from './win';

/** One line of the Explorer view, complete: words are in the user's language and shown as text only. */
export interface TreeNode {
  /** Stable across updates, so that selection and what is unfolded survive them. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly tooltip: string;
  /** For screen readers, in place of label and description. */
  readonly spoken: string;
  /** A theme icon's name. */
  readonly icon?: string;
  /** What the menus go by: the kind first, then its states, such as `step open today last`. */
  readonly context: string;
  /** Of a step: whether it is ticked. */
  readonly checked?: boolean;
  /** What the commands act on. */
  readonly task?: string;
  readonly step?: string;
  readonly win?: string;
  readonly next?: string;
  /** Present when there is something to unfold. */
  readonly children?: readonly TreeNode[];
  /** Whether it is unfolded when it is first seen. */
  readonly unfolded?: boolean;
}

/** What the Explorer view is made of. */
export interface TreeSource {
  readonly locale: string;
  readonly today: Day;
  /** The day of a moment (ms since the epoch), by the user's settings. */
  readonly dayOf: (at: number) => Day;
  /** Wins that make a full day. */
  readonly goal: number;
  /** In the order of the panel. */
  readonly tasks: readonly Task[];
  /** Today's wins, newest first. */
  readonly wins: readonly Win[];
  readonly next?: PanelModel['nextStep'];
  /** Open steps that look done. */
  readonly offers?: readonly { readonly task: string; readonly step: string }[];
}

/** The Explorer view's lines; none when there is nothing to show, so that its welcome appears. */
export function treeModel(source: TreeSource): TreeNode[] {
  const tasks = source.tasks.filter(
    ({ finishedAt }) => finishedAt === undefined || source.dayOf(finishedAt) === source.today,
  );
  if (tasks.length === 0 && source.wins.length === 0 && !source.next) return [];
  return [...nextSection(source), tasksSection(tasks, source), winsSection(source)];
}

function section(id: string, label: string, children: readonly TreeNode[], description?: string): TreeNode {
  return {
    // An empty section is another line than a filled one: VS Code would keep it folded when its first line comes.
    id: children.length > 0 ? id : `${id}:none`,
    label,
    tooltip: label,
    spoken: description ? `${label}, ${description}` : label,
    context: `section ${id}`,
    ...(description && { description }),
    ...(children.length > 0 && { children, unfolded: true }),
  };
}

function nextSection({ next }: TreeSource): TreeNode[] {
  if (!next) return [];
  const states = [next.act.id, next.another && 'another', next.today === false && 'free'];
  const node: TreeNode = {
    // One place, whatever stands in it: after Done the selection is on the next one.
    id: 'next:step',
    label: next.title,
    description: next.detail,
    tooltip: lines(next.title, next.detail),
    spoken: sentence(next.title, next.detail),
    icon: 'arrow-right',
    context: ['next', ...states].filter(Boolean).join(' '),
    next: next.id,
  };
  return [section('next', l10n.t('Next small step'), [node])];
}

function tasksSection(tasks: readonly Task[], source: TreeSource): TreeNode {
  const open = tasks.filter(({ finishedAt }) => finishedAt === undefined).length;
  const count = open === 0 ? undefined : l10n.t('{0} open', open);
  const [first] = tasks;
  const nodes = tasks.map(task => taskNode(task, source, task === first));
  return section('tasks', l10n.t('Tasks'), nodes, count);
}

function taskNode(task: Task, source: TreeSource, first: boolean): TreeNode {
  const done = task.steps.filter(step => step.doneAt !== undefined).length;
  const progress = l10n.t('{0} of {1}', done, task.steps.length);
  const finished = task.finishedAt !== undefined;
  return {
    id: `task:${task.id}`,
    label: task.title,
    description: progress,
    tooltip: lines(task.title, doneInWords(done, task.steps.length)),
    spoken: sentence(task.title, doneInWords(done, task.steps.length)),
    context: ['task', finished ? 'finished' : 'open', task.from !== undefined && 'sourced']
      .filter(Boolean)
      .join(' '),
    task: task.id,
    ...(task.steps.length > 0 && {
      children: task.steps.map((step, index) => stepNode(task, step, index, source)),
      unfolded: first && !finished,
    }),
  };
}

function doneInWords(done: number, of: number): string {
  return one(of) ? l10n.t('{0} of {1} step done', done, of) : l10n.t('{0} of {1} steps done', done, of);
}

function stepNode(task: Task, step: Step, index: number, source: TreeSource): TreeNode {
  const { doneAt } = step;
  const done = doneAt !== undefined;
  const today = !done && step.forDay === source.today;
  const offered = !done && source.offers?.some(offer => offer.task === task.id && offer.step === step.id);
  const description = done
    ? whenInWords(doneAt, source)
    : [today && l10n.t('today'), offered && l10n.t('done?')].filter(Boolean).join(' · ');
  const states = [
    done ? 'done' : 'open',
    today && 'today',
    index === 0 && 'first',
    index === task.steps.length - 1 && 'last',
  ];
  return {
    id: `step:${task.id}:${step.id}`,
    label: step.title,
    tooltip: lines(
      step.title,
      today && l10n.t('Picked for today'),
      offered && l10n.t('It looks done. Tick it when it is.'),
    ),
    spoken: sentence(
      step.title,
      done ? l10n.t('done, {0}', description) : l10n.t('open'),
      today && l10n.t('picked for today'),
      offered && l10n.t('looks done'),
    ),
    context: ['step', ...states].filter(Boolean).join(' '),
    checked: done,
    task: task.id,
    step: step.id,
    ...(description && { description }),
  };
}

function winsSection(source: TreeSource): TreeNode {
  const count = l10n.t('{0} of {1}', source.wins.length, source.goal);
  return section(
    'wins',
    l10n.t('Today’s wins'),
    source.wins.map(win => winNode(win, source)),
    count,
  );
}

function winNode(win: Win, { locale }: TreeSource): TreeNode {
  const time = timeInWords(win.at, locale);
  const agent = win.withAgent && l10n.t('with agent');
  return {
    id: `win:${win.id}`,
    label: win.title,
    description: [win.provisional ? l10n.t('provisional') : time, agent].filter(Boolean).join(' · '),
    tooltip: lines(win.title, time, agent, win.why),
    spoken: sentence(win.title, win.provisional && l10n.t('provisional'), time, agent, win.why),
    icon: kindIcons[win.kind],
    context: `win ${win.kind}`,
    win: win.id,
  };
}

/** A time of today as on a clock, an earlier one as its day. */
function whenInWords(at: number, { dayOf, today, locale }: TreeSource): string {
  const day = dayOf(at);
  return day === today ? timeInWords(at, locale) : dayInWords(day, today, locale);
}

function lines(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join('\n');
}

/** Facts one after the other, as a screen reader says them. */
function sentence(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(', ');
}
