import * as l10n from '@vscode/l10n';
import type { Day } from '../core/day';
import type { PanelModel } from '../core/panelModel';
import { type KindCounts, noWins, totalOf, type Win, type WinKind } from '../core/win';
import { addDays, weekdayOf } from './days';

/** A year's columns in the heat-map, less one. */
const weeks = 52;
const minute = 60_000;

/** A made-up day of somebody who is three months in: what the panel looks like when there is something to show. */
export function exampleDay(empty: PanelModel): PanelModel {
  const { day } = empty.today;
  const from = addDays(day, -((weekdayOf(day) - empty.firstWeekday + 7) % 7) - weeks * 7);
  const length = Math.round((Date.parse(day) - Date.parse(from)) / 86_400_000) + 1;
  const todays: KindCounts = [1, 1, 0, 1, 0];
  const days = Array.from({ length }, (_, index): KindCounts => {
    if (index === length - 1) return todays;
    const weekday = weekdayOf(addDays(from, index));
    const many = (index * 7919) % 7;
    if (index < length - 95 || weekday % 6 === 0 || many === 3) return noWins;
    return [many % 4, many % 2, index % 3 === 0 ? 1 : 0, many > 4 ? 1 : 0, 0];
  });
  const total = days.reduce((sum, counts) => sum + totalOf(counts), 0);
  const totals = days.map(totalOf);
  const best = totals.indexOf(Math.max(...totals));
  return {
    ...empty,
    empty: false,
    moreWins: false,
    today: { day, goal: 5, counts: todays },
    streak: {
      current: 9,
      longest: 14,
      passes: 1,
      nextPassAt: 14,
      todayCounts: true,
      strip: Array.from({ length: 14 }, (_, index) => {
        const at = addDays(day, index - 13);
        return { day: at, mark: weekdayOf(at) % 6 ? (index === 6 ? 'covered' : 'won') : 'rest' };
      }),
    },
    momentum: {
      value: 68,
      change: 6,
      series: Array.from({ length: 60 }, (_, index) => 68 * (1 - 0.95 ** (index + 8)) + (index % 5)),
      weeks: 12,
    },
    nextStep: {
      id: 'example',
      title: l10n.t('Write the failing test for empty input'),
      detail: l10n.t('Streaming parser'),
      act: { id: 'done', title: l10n.t('Done') },
      today: true,
      another: true,
    },
    offers: [],
    week: { story: [l10n.t('Streaming parser went from 0 to 1 of 3 steps.')] },
    activity: {
      from,
      days,
      covered: [length - 8],
      paused: [],
      bests: {
        day: { day: addDays(from, best), wins: totalOf(days[best] ?? noWins) },
        streak: { days: 14, to: addDays(day, -20) },
      },
    },
    milestones: {
      next: [{ id: 'wins', title: l10n.t('250 wins'), target: 250, current: total }],
      reached: [{ id: 'streak', title: l10n.t('7-day streak'), target: 7, current: 9, reachedOn: day }],
    },
    goals: [],
    tasks: [
      {
        id: 'example',
        title: l10n.t('Streaming parser'),
        createdAt: 0,
        steps: [
          { id: 'example-1', title: l10n.t('Sketch the grammar'), doneAt: clock(day, 2) },
          { id: 'example-2', title: l10n.t('Write the failing test for empty input'), forDay: day },
          { id: 'example-3', title: l10n.t('Measure it') },
        ],
      },
    ],
    recent: [
      win('todo', l10n.t('Handle dates before 1983'), day, 1, l10n.t('Your commit removed this TODO.')),
      win('step', l10n.t('Sketch the grammar'), day, 2, l10n.t('You ticked this step.')),
      win('commit', l10n.t('parser: keep the partial frame'), day, 3, l10n.t('Your own commit.')),
    ],
    total,
    since: addDays(day, -94),
  };
}

function win(kind: WinKind, title: string, day: Day, index: number, why: string): Win {
  return {
    id: `example-${index}`,
    kind,
    at: clock(day, index),
    day,
    title,
    provisional: false,
    why,
    source: {},
  };
}

/** Moments of a morning, the later the lower the index. */
function clock(day: Day, index: number): number {
  return Date.parse(`${day}T12:00`) - index * 47 * minute;
}
