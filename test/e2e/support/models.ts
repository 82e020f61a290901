import { addDays } from '../../../src/core/day';
import type { PanelModel, PanelTask } from '../../../src/core/panelModel';
import type { DayMark } from '../../../src/core/streak';
import type { KindCounts, Win, WinKind } from '../../../src/core/win';

/** The day of every made snapshot, a Wednesday. */
export const today = '2026-11-18';
const at = (day: string, time: string): number => Date.parse(`${day}T${time}:00`);

/** A task with steps; ticked ones are given with when, and their day if that is not today. */
export function task(
  id: string,
  title: string,
  steps: readonly (string | readonly [title: string, time: string, day?: string])[],
): PanelTask {
  return {
    id,
    title,
    createdAt: at('2026-11-12', '09:00'),
    steps: steps.map((step, index) =>
      typeof step === 'string'
        ? { id: `${id}-${index}`, title: step }
        : {
            id: `${id}-${index}`,
            title: step[0],
            doneAt: at(step[2] ?? today, step[1]),
            ...(step[2] && { doneOn: step[2] }),
          },
    ),
  };
}

/** A win; more about it in `change`. */
export function win(
  id: string,
  kind: WinKind,
  title: string,
  day: string,
  time: string,
  change: Partial<Win> = {},
): Win {
  return {
    id,
    kind,
    at: at(day, time),
    day,
    title,
    provisional: false,
    why: 'Your own commit, on main.',
    source: {},
    ...change,
  };
}

/** The wins of `snapshot`. */
export const recent: readonly Win[] = [
  win('w1', 'todo', 'Handle datum shifts before 1983', today, '11:15', {
    provisional: true,
    why: 'Your last commit holds this TODO and the saved file no longer does. Your next commit confirms it.',
    source: { file: 'src/datum.ts', line: '12', branch: 'main' },
  }),
  win('w2', 'tests', 'First green run today', today, '10:02', {
    why: 'The first green run of this suite today.',
    source: { command: 'pnpm test', passed: '214' },
  }),
  win('w3', 'commit', 'parser: keep the partial frame between chunks', today, '09:24', {
    source: { branch: 'main', sha: '7c1d9ae0000000000000000000000000000000aa' },
  }),
  win('w4', 'step', 'Read a frame that spans two chunks', '2026-11-17', '17:32', {
    source: { task: 'Streaming parser' },
  }),
  win('w5', 'tests', 'Green again after red', '2026-11-17', '15:41', {
    source: { command: 'pnpm test', passed: '213' },
  }),
  win('w6', 'commit', 'parser: carry the checksum across chunk borders', '2026-11-17', '14:56', {
    withAgent: true,
    source: { branch: 'main', sha: 'b3a06f20000000000000000000000000000000aa' },
  }),
  win('w7', 'manual', 'Reviewed the station cache pull request', '2026-11-17', '10:20'),
  win('w8', 'commit', 'stations: look up by id, not by name', '2026-11-16', '16:10', {
    source: { branch: 'main', sha: '41e7c080000000000000000000000000000000aa' },
  }),
  win('w9', 'step', 'Sketch the grammar for chunked frames', '2026-11-16', '11:37', {
    source: { task: 'Streaming parser' },
  }),
];

/** 371 days of wins, the same at each run. */
function year(): readonly KindCounts[] {
  return Array.from({ length: 367 }, (_, index) => {
    if (index % 7 > 4 || (index > 40 && index < 47)) return [0, 0, 0, 0, 0];
    const many = (index * 7919) % 11;
    return [many % 5, many % 2, many % 3, many > 8 ? 2 : 0, 0];
  });
}

const marks: readonly DayMark[] = [
  'won',
  'won',
  'rest',
  'rest',
  'won',
  'won',
  'covered',
  'won',
  'won',
  'rest',
  'rest',
  'won',
  'won',
  'won',
];

/** A snapshot of a busy project, as in the design's pictures; what a test is about is given in `change`. */
export function snapshot(change: Partial<PanelModel> = {}): PanelModel {
  return {
    locale: 'en-GB',
    firstWeekday: 1,
    project: 'tidepool',
    empty: false,
    scope: 'project',
    today: { day: today, goal: 5, counts: [1, 1, 1, 0, 0] },
    streak: {
      current: 12,
      longest: 36,
      passes: 1,
      nextPassAt: 14,
      todayCounts: true,
      strip: marks.map((mark, index) => ({ day: addDays(today, index - 13), mark })),
    },
    momentum: {
      value: 72,
      change: 2,
      weeks: 12,
      series: Array.from({ length: 60 }, (_, index) => 66 + 8 * Math.sin(index / 6) + (index % 3)),
    },
    nextStep: {
      id: 'step-t1-t1-2',
      title: 'Write the failing test for empty input',
      detail: 'Streaming parser, step 3 of 5',
      act: { id: 'done', title: 'Done' },
      today: true,
      another: true,
    },
    offers: [
      {
        task: 't1',
        step: 't1-3',
        title: 'Keep the partial frame between chunks',
        detail: 'Looks done in commit 7c1d9ae',
      },
    ],
    week: {
      story: [
        'Nine wins on three days so far. By Wednesday it is usually about 12.',
        'Streaming parser went from 0 to 2 of 5 steps.',
        'To try next: the failing test for empty input.',
      ],
      review: { week: '2026-11-09', question: 'What worked last week?' },
    },
    activity: {
      from: addDays(today, -366),
      days: year(),
      covered: [361],
      paused: [41, 42, 43, 44, 45, 46],
      bests: {
        day: { day: '2026-03-18', wins: 12 },
        week: { from: '2026-03-30', to: '2026-04-05', wins: 33 },
        streak: { days: 36, to: '2026-05-16' },
        weekday: 2,
        hour: 10,
        weekAverage: 14,
      },
    },
    goals: [
      {
        id: 'g1',
        title: '15 wins this week',
        target: 15,
        current: 9,
        pace: 'on-track',
        startsOn: '2026-11-16',
        endsOn: '2026-11-20',
        left: 6,
        dueDaysLeft: 2,
        perDueDay: 3,
        offPace: 0,
        evenPaceNow: 0.6,
      } as PanelModel['goals'][number],
    ],
    milestones: {
      next: [
        { id: 'commit-500', title: '500 commits', target: 500, current: 468 },
        { id: 'wins-1000', title: '1,000 wins', target: 1000, current: 874 },
        { id: 'todo-100', title: '100 closed TODOs', target: 100, current: 87 },
      ],
      reached: [
        { id: 'tasks-10', title: '10 tasks finished', target: 10, current: 10, reachedOn: '2026-11-12' },
        { id: 'wins-500', title: '500 wins', target: 500, current: 500, reachedOn: '2026-07-02' },
      ],
    },
    tasks: [
      {
        ...task('t1', 'Streaming parser', [
          ['Sketch the grammar for chunked frames', '11:37', '2026-11-16'],
          ['Read a frame that spans two chunks', '17:32', '2026-11-17'],
          'Write the failing test for empty input',
          'Keep the partial frame between chunks',
          'Measure throughput on the 2 GB capture',
        ]),
      },
      task('t2', 'Tide table import', [
        ['Map station ids to time zones', '12:00', '2026-11-06'],
        'Reject rows without a datum',
        'Show what was skipped, and why',
        'Import a year of Brest gauges',
        'Document the CSV columns',
      ]),
      {
        ...task('t3', 'Release 1.4', [['Tag it', '12:00', '2026-11-12']]),
        finishedAt: at('2026-11-12', '12:00'),
        finishedOn: '2026-11-12',
      },
    ],
    recent,
    moreWins: true,
    total: 874,
    since: '2025-08-19',
    ...change,
  };
}
