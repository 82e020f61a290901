import type { PanelModel } from '../../../src/core/panelModel';
import { recent, snapshot, today } from './models';

const start: PanelModel = snapshot({
  empty: true,
  streak: { current: 0, longest: 0, passes: 0, nextPassAt: 7, todayCounts: false, strip: [] },
  offers: [],
  goals: [],
  tasks: [],
  recent: [],
  total: 0,
});

/** The states that the panel is looked at in. */
export const states: Readonly<Record<string, PanelModel>> = {
  busy: snapshot(),
  empty: start,
  'first-run': snapshot({
    notice: {
      icon: 'sync',
      text: 'Reading history, 40%. Wins appear as they are found.',
      action: { title: 'Cancel', id: 'cancelScan' },
    },
    today: { day: today, goal: 5, counts: [1, 0, 0, 0, 0] },
    streak: {
      current: 1,
      longest: 1,
      passes: 0,
      nextPassAt: 7,
      todayCounts: true,
      strip: snapshot().streak.strip.map(({ day, mark }) => ({
        day,
        mark: day === today ? 'won' : mark === 'rest' ? 'rest' : 'none',
      })),
    },
    momentum: { value: 1, change: 1, series: [1], weeks: 0 },
    activity: {
      ...snapshot().activity,
      days: snapshot().activity.days.map((_, index, days) => [index === days.length - 1 ? 1 : 0, 0, 0, 0, 0]),
      covered: [],
      paused: [],
      bests: { day: { day: today, wins: 1 }, streak: { days: 1, to: today } },
    },
    milestones: {
      next: [{ id: 'wins-10', title: '10 wins', target: 10, current: 1 }],
      reached: [{ id: 'wins-1', title: 'First win', target: 1, current: 1, reachedOn: today }],
    },
    tasks: [],
    goals: [],
    offers: [],
    week: { story: [] },
    recent: recent.slice(2, 3),
    moreWins: false,
    total: 1,
    since: today,
  }),
  paused: snapshot({
    notice: {
      icon: 'coffee',
      text: 'Paused until Tuesday 24 November. Your streak of 12 days waits.',
      action: { title: 'Resume', id: 'resumeStreak' },
    },
    streak: {
      ...snapshot().streak,
      pausedTo: '2026-11-24',
      strip: snapshot().streak.strip.map((each, index) => (index > 10 ? { ...each, mark: 'paused' } : each)),
    },
  }),
  restricted: {
    ...start,
    notice: {
      icon: 'shield',
      text: 'Restricted Mode. Steps, goals and logged wins work as always.',
      action: { title: 'Manage trust', id: 'manageTrust' },
    },
  },
  'no-git': snapshot({
    notice: {
      icon: 'warning',
      text: 'Git was not found, so commits are not counted. Everything else works.',
      action: { title: 'Open settings', id: 'openGitSettings' },
    },
  }),
  quiet: snapshot({
    today: { day: today, goal: 5, counts: [0, 0, 0, 0, 0] },
    offers: [],
    goals: [],
    tasks: [],
    week: {
      story: ['A quiet week so far.'],
      wrote: { week: '2026-11-02', answer: 'Writing the test first.' },
    },
    scope: 'everywhere',
  }),
  celebrating: snapshot({ celebrate: { id: 'wins-1000', title: '1,000 wins' } }),
};
for (const state of ['empty', 'first-run', 'restricted', 'quiet'] as const) {
  const { nextStep: _none, ...rest } = states[state] as PanelModel;
  Object.assign(states, { [state]: rest });
}
