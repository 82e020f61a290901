import assert from 'node:assert/strict';
import type { PanelModel } from '../../../src/core/panelModel';
import type { KindCounts, Win } from '../../../src/core/win';
import { holds } from '../../../src/core/winList';
import { countOf, countsOn, quietMark } from '../../../src/webview/activityDays';
import { newWins } from '../../../src/webview/news';
import { isOpenable, winSource } from '../../../src/webview/winSource';

function win(id: string, change: Partial<Win> = {}): Win {
  return {
    id,
    kind: 'commit',
    at: 0,
    day: '2026-11-18',
    title: id,
    provisional: false,
    why: '',
    source: {},
    ...change,
  };
}

const quiet: KindCounts = [0, 0, 0, 0, 0];
const busy: KindCounts = [2, 1, 0, 1, 0];
const activity: PanelModel['activity'] = {
  from: '2026-11-14',
  days: [busy, quiet, quiet, quiet, busy],
  covered: [1],
  paused: [2],
  bests: {},
};

function snapshot(recent: readonly Win[], total: number): PanelModel {
  return {
    locale: 'en',
    firstWeekday: 1,
    project: 'tidepool',
    empty: false,
    today: { day: '2026-11-18', goal: 3, counts: busy },
    streak: { current: 1, longest: 1, passes: 0, todayCounts: true, strip: [] },
    momentum: { value: 0, change: 0, series: [] },
    offers: [],
    week: { story: [] },
    activity,
    goals: [],
    milestones: { next: [], reached: [] },
    tasks: [],
    recent,
    moreWins: false,
    total,
  };
}

suite('News in the panel', () => {
  const before = snapshot([win('b', { at: 20 }), win('a', { at: 10 })], 5);

  test('a win that came is news', () => {
    const now = snapshot([win('c', { at: 30 }), ...before.recent], 6);
    assert.deepEqual(
      newWins(before, now).map(({ id }) => id),
      ['c'],
    );
  });

  test('earlier wins that the user asked to see are none', () => {
    assert.deepEqual(newWins(before, snapshot([...before.recent, win('z', { at: 5 })], 5)), []);
    const both = snapshot([win('c', { at: 30 }), ...before.recent, win('z', { at: 5 })], 6);
    assert.equal(newWins(before, both).length, 1);
  });

  test('what a scan of the history finds is none', () => {
    const scan = snapshot([win('c', { at: 30 }), ...before.recent], 6);
    assert.deepEqual(newWins(before, { ...scan, notice: { icon: 'sync', text: 'Reading history' } }), []);
  });

  test('a win taken back is none', () => {
    assert.deepEqual(newWins(before, snapshot(before.recent.slice(1), 4)), []);
  });
});

suite('What stands beside a win', () => {
  const parts = (change: Partial<Win>): string[] => winSource(win('a', change)).map(({ text }) => text);

  test('tells where it came from', () => {
    assert.deepEqual(parts({ source: { branch: 'main', sha: '7c1d9ae012345' } }), ['main', '7c1d9ae']);
    assert.deepEqual(parts({ kind: 'todo', source: { file: 'src\\tides/datum.ts' } }), ['datum.ts']);
    assert.deepEqual(parts({ kind: 'tests', source: { command: 'pnpm test', passed: '214' } }), [
      'pnpm test',
      '214 passed',
    ]);
    assert.deepEqual(parts({ kind: 'step', source: { task: 'Streaming parser', taskId: 't1' } }), [
      'Streaming parser',
    ]);
    assert.deepEqual(parts({ kind: 'manual' }), ['logged by hand']);
    assert.deepEqual(parts({ kind: 'manual', source: { by: 'Review Helper' } }), ['Review Helper']);
  });

  test('can be opened when it is a commit or a file', () => {
    assert.ok(isOpenable(win('a', { source: { sha: '7c1d' } })));
    assert.ok(isOpenable(win('a', { source: { file: 'a.ts' } })));
    assert.ok(!isOpenable(win('a', { source: { command: 'npm test' } })));
  });

  test('is searched with the title, whatever the case', () => {
    const found = win('a', { title: 'Parser: Ärger', source: { branch: 'feature/tides' } });
    for (const search of ['', ' parser ', 'ÄRGER', 'Tides']) assert.ok(holds(found, search), search);
    assert.ok(!holds(found, 'gauge'));
  });
});

suite('Days of activity', () => {
  test('outside of the snapshot have no wins', () => {
    assert.deepEqual(countsOn(activity, '2026-11-18'), busy);
    assert.deepEqual(countsOn(activity, '2026-11-19'), quiet);
    assert.deepEqual(countsOn(activity, '2025-01-01'), quiet);
  });

  test('are marked as covered or paused only without any win', () => {
    const marks = ['2026-11-14', '2026-11-15', '2026-11-16', '2026-11-17'].map(day =>
      quietMark(activity, day),
    );
    assert.deepEqual(marks, [undefined, 'covered', 'paused', undefined]);
    const worked = { ...activity, days: [busy, busy, busy, quiet, busy] };
    assert.equal(quietMark(worked, '2026-11-15'), undefined);
  });

  test('count wins of one kind or all', () => {
    assert.deepEqual([countOf(busy, 'all'), countOf(busy, 'commit'), countOf(busy, 'tests')], [4, 2, 0]);
  });
});
