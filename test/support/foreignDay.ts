import { addDays } from '../../src/core/day';
import type { Goal } from '../../src/core/goals';
import { goalTitle } from '../../src/core/goalText';
import { nextStepText } from '../../src/core/nextStepText';
import { noticeOf, type Situation } from '../../src/core/notice';
import { offerText } from '../../src/core/offerText';
import { type Kept, type NumberSettings, overviewOf } from '../../src/core/overview';
import { panelModel } from '../../src/core/panel';
import type { PanelModel } from '../../src/core/panelModel';
import { Phrases } from '../../src/core/phrases';
import type { Task } from '../../src/core/task';
import { weekModel } from '../../src/core/week';
import type { KindCounts, Win, WinKind } from '../../src/core/win';
import { pseudoLocale } from './pseudo';

// A project whose every datum is in Cyrillic: what is Latin on the screen is the interface's own.

/** A Wednesday. */
export const today = '2026-11-18';
/** Noon of that day, ms since the epoch. */
export const noon = Date.UTC(2026, 10, 18, 12);

/** As a host in the pseudo language would have them. */
export const settings: NumberSettings = {
  restDays: new Set([0, 6]),
  minimumWins: 1,
  dailyGoal: 5,
  firstWeekday: 1,
  dayOf: at => new Date(at).toISOString().slice(0, 10),
  format: count => count.toLocaleString(pseudoLocale),
};

/** A win; more about it in `more`. */
export function win(kind: WinKind, day: string, title: string, more: Partial<Win> = {}): Win {
  const at = Date.parse(`${day}T10:00:00Z`);
  return {
    id: `${kind}-${title}`,
    kind,
    at,
    day,
    title,
    provisional: false,
    why: 'потому',
    source: {},
    ...more,
  };
}

const source = { repository: 'прилив', branch: 'ветка', sha: '7319000000000000000000000000000000000042' };

/** Wins of every kind, newest first. */
export const wins: readonly Win[] = [
  win('todo', today, 'пустой ввод', { provisional: true, source: { file: 'путь/файл', line: '12' } }),
  win('tests', today, 'зелёный прогон', { source: { command: 'проверка', passed: '214' } }),
  win('commit', today, 'кадр между кусками', { source, withAgent: true }),
  win('step', '2026-11-17', 'набросок грамматики', { source: { task: 'разбор', taskId: 'open' } }),
  win('manual', '2026-11-17', 'разговор о приливе'),
];

/** An open task that was begun, and one that is finished. */
export const tasks: readonly [Task, Task] = [
  {
    id: 'open',
    title: 'разбор',
    createdAt: noon - 9e8,
    steps: [
      { id: 'one', title: 'набросок', doneAt: noon - 86_400_000 },
      { id: 'two', title: 'проверка', forDay: today },
      { id: 'three', title: 'измерение' },
    ],
  },
  {
    id: 'finished',
    title: 'выпуск',
    createdAt: noon - 9e8,
    steps: [{ id: 'tag', title: 'метка', doneAt: noon }],
    finishedAt: noon,
  },
];

/** A history of a hundred days with wins of all kinds, and one goal of each period. @throws never */
export function kept(change: Partial<Kept> = {}): Kept {
  const days = Array.from({ length: 100 }, (_, ago): [string, KindCounts] => [
    addDays(today, -ago),
    [4 + (ago % 3), 1, 2, 1, 1],
  ]);
  const weekly: Goal = {
    id: 'week',
    title: goalTitle('all', 15, { every: 'week' }, '', new Phrases(pseudoLocale)),
    kinds: 'all',
    target: 15,
    period: { every: 'week' },
  };
  const dated = { from: '2026-11-02', by: '2026-11-30' };
  return {
    days: new Map(days.reverse()),
    recent: wins,
    tasks,
    finished: [noon],
    goals: [
      weekly,
      {
        id: 'by',
        title: goalTitle('todo', 50, dated, '30 ноября', new Phrases(pseudoLocale)),
        kinds: ['todo'],
        target: 50,
        period: dated,
      },
    ],
    pauses: [],
    reached: new Map(),
    reviews: new Map(),
    hours: Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 200 : 3)),
    ...change,
  };
}

/** Nothing is off. */
export const calm: Situation = {
  trusted: true,
  gitMissing: false,
  gitRefused: false,
  emailMissing: false,
  taken: undefined,
  paused: undefined,
  scanning: undefined,
};

/** What the host would send, its words in the language that `l10n` has at the time. */
export function hostModel(
  change: Partial<Kept> = {},
  situation: Partial<Situation> = {},
  listed: readonly Win[] = wins,
): PanelModel {
  const all = kept(change);
  const [task] = all.tasks;
  const step = task?.steps[1];
  const [offered] = listed;
  return panelModel(all, overviewOf(all, settings, noon), settings, {
    locale: pseudoLocale,
    project: 'прилив',
    notice: noticeOf({ ...calm, ...situation }),
    page: { wins: listed, newer: 0, of: listed.length },
    list: { kind: 'all', search: '', newer: 0, count: 30 },
    moreWins: listed.length > 0,
    scope: 'project',
    week: weekModel(all, settings, today, pseudoLocale, undefined),
    guidance: {
      offers: task?.steps[2] && offered ? [offerText({ task, step: task.steps[2], win: offered })] : [],
      ...(task &&
        step && {
          nextStep: nextStepText({ id: 'next', kind: 'step', task, step, today: true }, true),
        }),
    },
  });
}
