import { strict as assert } from 'node:assert';
import { addDays, dayOf } from '../../../src/core/day';
import { type Kept, type NumberSettings, overviewOf } from '../../../src/core/overview';
import { panelModel } from '../../../src/core/panel';
import type { PanelModel } from '../../../src/core/panelModel';
import { byteLength } from '../../../src/core/size';
import type { Task } from '../../../src/core/task';
import type { KindCounts, Win } from '../../../src/core/win';
import { mostListed, pageOf, type WinList } from '../../../src/core/winList';
import { nothing, settings as sampleSettings } from './sample';

const today = '2026-11-18';
const settings = { ...sampleSettings, dayOf: () => today };

function model(
  change: Partial<Kept> = {},
  wins: readonly Win[] = [],
  asked: Partial<WinList> = {},
  rules: NumberSettings = settings,
  now = 0,
): PanelModel {
  const kept = { ...nothing, ...change };
  const list: WinList = { kind: 'all', search: '', newer: 0, count: 30, ...asked };
  return panelModel(kept, overviewOf(kept, rules, now), rules, {
    locale: 'en',
    project: 'tidepool',
    notice: undefined,
    week: { story: [] },
    guidance: { offers: [] },
    page: pageOf(wins, list),
    list,
    moreWins: false,
  });
}

const one: KindCounts = [1, 0, 0, 0, 0];

suite('What the panel shows', () => {
  test('names the weekday and the hour with most wins, and this week beside the last four', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => (hour === 10 ? 5 : 1));
    const days = new Map([
      ['2026-11-17', one],
      ['2026-11-10', one],
      ['2026-11-09', [3, 0, 0, 0, 0] as const],
      ['2026-11-03', [5, 0, 0, 0, 0] as const],
      ['2026-10-27', [9, 0, 0, 0, 0] as const],
      ['2026-10-22', [2, 0, 0, 0, 0] as const],
    ]);
    const { bests } = model({ days, hours }).activity;
    assert.equal(bests.weekday, 2);
    assert.equal(bests.hour, 10);
    assert.equal(bests.weekAverage, 5);
  });

  test('says how many more wins make today count, until it does', () => {
    const winsToCount = (wins: number): number | undefined => {
      const days = new Map([[today, [wins, 0, 0, 0, 0] as const]]);
      return model({ days }, [], {}, { ...settings, minimumWins: 3 }).streak.winsToCount;
    };
    assert.deepEqual([0, 1, 2, 3].map(winsToCount), [3, 2, 1, undefined]);
  });

  test('names no average of four weeks before there were four', () => {
    const days = new Map([
      ['2026-11-17', one],
      ['2026-11-03', one],
    ]);
    assert.equal(model({ days }).activity.bests.weekAverage, undefined);
  });

  test('names no weekday and no hour where two have as many', () => {
    const days = new Map([
      ['2026-11-17', one],
      ['2026-11-16', one],
    ]);
    const { bests } = model({ days, hours: [1, 1] }).activity;
    assert.equal(bests.weekday, undefined);
    assert.equal(bests.hour, undefined);
    assert.equal(bests.weekAverage, undefined);
  });

  test('says until when the streak is paused', () => {
    const days = new Map([['2026-11-13', one]]);
    const paused = model({ days, pauses: [{ from: '2026-11-16', to: '2026-11-24' }] });
    assert.equal(paused.streak.pausedTo, '2026-11-24');
    assert.equal(model({ days, pauses: [{ from: '2026-11-16' }] }).streak.pausedTo, undefined);
  });

  test('says how many weeks the momentum’s line spans', () => {
    assert.equal(model({ days: new Map([['2025-11-18', one]]) }).momentum.weeks, 12);
    assert.equal(model({ days: new Map([[addDays(today, -13), one]]) }).momentum.weeks, 2);
    assert.equal(model().momentum.weeks, 0);
  });

  test('shows what was written about last week, else about the week before', () => {
    const reviews = new Map([
      ['2026-11-02', 'Tests first.'],
      ['2026-10-26', 'Old.'],
    ]);
    assert.deepEqual(model({ reviews }).week.wrote, { week: '2026-11-02', answer: 'Tests first.' });
    reviews.set('2026-11-09', '');
    assert.equal(model({ reviews }).week.wrote?.week, '2026-11-02');
    reviews.set('2026-11-09', 'Pairs.');
    assert.equal(model({ reviews }).week.wrote?.answer, 'Pairs.');
    assert.equal(model().week.wrote, undefined);
  });

  test('says of what list its wins are, but for the newest of all', () => {
    const wins = Array.from({ length: 100 }, (_, index) => win(index));
    assert.equal(model({}, wins).list, undefined);
    assert.deepEqual(model({}, wins, { newer: 30 }).list, { kind: 'all', search: '', newer: 30, of: 100 });
    assert.equal(model({}, wins, { search: 'Win 7' }).list?.of, 11);
  });

  test('a step ticked before the hour at which a day begins was done the day before, as in the Explorer', () => {
    const hour = 3_600_000;
    const [night, morning] = [Date.UTC(2026, 10, 18, 2), Date.UTC(2026, 10, 18, 9)];
    const steps = [
      { id: 'a', title: 'a', doneAt: night },
      { id: 'b', title: 'b', doneAt: morning },
      { id: 'c', title: 'c' },
    ];
    const tasks = [
      { id: 't', title: 't', createdAt: 0, steps },
      { id: 'u', title: 'u', createdAt: 0, steps: steps.slice(0, 1), finishedAt: night },
    ];
    const fromFour = { ...settings, dayOf: (at: number) => dayOf(at, 0, 4) };
    const shown = model({ tasks }, [], {}, fromFour, morning + hour).tasks;
    assert.deepEqual(
      shown.map(task => task.steps.map(({ doneOn }) => doneOn)),
      [['2026-11-17', undefined, undefined], ['2026-11-17']],
    );
    assert.deepEqual(
      shown.map(({ finishedOn }) => finishedOn),
      [undefined, '2026-11-17'],
    );
  });

  test('a snapshot takes at most 128 KB with 100,000 wins, long titles and too many tasks', () => {
    const long = '好'.repeat(200);
    const wins = Array.from({ length: 100_000 }, (_, index) => win(index, long));
    const days = new Map(
      Array.from({ length: 2000 }, (_, index) => [addDays(today, -index), [50, 10, 10, 10, 10] as const]),
    );
    const tasks: Task[] = Array.from({ length: 200 }, (_, index) => ({
      id: `task-${index}`,
      title: long,
      createdAt: 0,
      steps: Array.from({ length: 20 }, (_, step) => ({ id: `step-${index}-${step}`, title: long })),
    }));
    const large = model({ days, tasks, recent: wins.slice(0, 500) }, wins, { count: mostListed });
    assert.ok(byteLength(JSON.stringify(large)) <= 128 * 1024);
    assert.equal(large.tasks.length + (large.moreTasks ?? 0), 200);
    assert.ok(large.recent.length > 0);
  });
});

function win(index: number, title = `Win ${index}`): Win {
  return {
    id: `w${index}`,
    kind: 'commit',
    at: -index,
    day: today,
    title,
    provisional: false,
    why: title,
    source: { repository: title, branch: title, sha: `${index}`.padStart(40, '0') },
  };
}
