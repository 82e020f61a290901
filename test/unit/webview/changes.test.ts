import assert from 'node:assert/strict';
import type { PanelModel, PanelTask } from '../../../src/core/panelModel';
import type { Win } from '../../../src/core/win';
import { changesInWords } from '../../../src/webview/changes';

const day = '2026-11-18';

function win(id: string, title: string, at: number): Win {
  return { id, kind: 'step', at, day, title, provisional: false, why: '', source: {} };
}

const parser: PanelTask = {
  id: 't1',
  title: 'Parser',
  createdAt: 0,
  steps: [
    { id: 's1', title: 'Sketch it', doneAt: 1 },
    { id: 's2', title: 'Write it' },
  ],
};
const start: PanelModel = {
  locale: 'en',
  firstWeekday: 1,
  project: 'tidepool',
  empty: false,
  today: { day, goal: 3, counts: [0, 0, 0, 1, 0] },
  streak: { current: 1, longest: 1, passes: 0, todayCounts: true, strip: [{ day, mark: 'won' }] },
  momentum: { value: 0, change: 0, series: [] },
  nextStep: {
    id: 'n1',
    title: 'Write it',
    detail: 'Parser',
    act: { id: 'done', title: 'Done' },
    another: false,
  },
  offers: [],
  week: { story: [] },
  activity: { from: day, days: [[0, 0, 0, 1, 0]], covered: [], paused: [], bests: {} },
  goals: [],
  milestones: { next: [], reached: [] },
  tasks: [parser],
  recent: [win('w1', 'Sketch it', 10)],
  moreWins: false,
  total: 1,
};
const removed = (title: string): PanelModel['notice'] => ({
  icon: 'discard',
  text: `Removed: ${title}`,
  action: { title: 'Undo', id: 'restore' },
});

suite('What the panel says of a change', () => {
  const said = (now: Partial<PanelModel>, before: Partial<PanelModel> = {}, inNext = false): string[] => {
    return changesInWords({ ...start, ...before }, { ...start, ...now }, inNext);
  };

  test('nothing, when nothing has changed', () => {
    assert.deepEqual(said({}), []);
    const notice = { icon: 'warning', text: 'Git was not found.' } as const;
    assert.deepEqual(said({ notice }, { notice }, true), []);
  });

  test('the last step: its win, and that its task is finished', () => {
    const task = { ...parser, finishedAt: 20 };
    const recent = [win('w2', 'Write it', 20), ...start.recent];
    assert.deepEqual(said({ tasks: [task], recent, total: 2 }), [
      'New win: Write it',
      'Task finished: Parser',
    ]);
  });

  test('what was removed, and another thing of the same name after it', () => {
    const notice = removed('Write it');
    const [first] = parser.steps;
    assert.ok(notice && first);
    const fewer = { notice, tasks: [{ ...parser, steps: [first] }] };
    assert.deepEqual(said(fewer), ['Removed: Write it']);
    assert.deepEqual(said(fewer, { notice }), ['Removed: Write it']);
    assert.deepEqual(said({ notice }, { notice }), []);
  });

  test('what Undo has brought back is no new win', () => {
    const notice = removed('Write it');
    assert.ok(notice);
    const [first] = parser.steps;
    assert.ok(first);
    assert.deepEqual(said({}, { notice, tasks: [{ ...parser, steps: [first] }] }), ['Back again: Write it']);
    assert.deepEqual(said({}, { notice: { ...notice, text: 'Removed: Parser' }, tasks: [] }), [
      'Back again: Parser',
    ]);
    const taken = { ...notice, text: 'Taken back: Sketch it' };
    assert.deepEqual(said({}, { notice: taken, recent: [], total: 0 }), ['Back again: Sketch it']);
  });

  test('that a scan began, but not its every percent', () => {
    const notice = { icon: 'sync', text: 'Reading history, 3%.' } as const;
    assert.deepEqual(said({ notice }), ['Reading history, 3%.']);
    assert.deepEqual(said({ notice: { ...notice, text: 'Reading history, 4%.' } }, { notice }), []);
  });

  test('that the streak goes on after a pause', () => {
    const streak = { ...start.streak, strip: [{ day, mark: 'paused' }] } as const;
    assert.deepEqual(said({}, { streak }), ['Your streak goes on.']);
  });

  test('the next small step to who is there', () => {
    const { nextStep: _none, ...without } = start;
    const other = { ...start, nextStep: { id: 'n2', title: 'Sleep', detail: '', act, another: false } };
    assert.deepEqual(changesInWords(start, other, true), ['Next small step: Sleep']);
    assert.deepEqual(changesInWords(start, without, true), ['No open step.']);
    assert.deepEqual(changesInWords(start, other, false), []);
  });

  test('how many wins a search has found', () => {
    const list = { kind: 'all', search: 'gauge', newer: 0, of: 12 } as const;
    assert.deepEqual(said({ list }), ['12 wins']);
    assert.deepEqual(said({ list: { ...list, of: 0 } }), ['No wins match.']);
    assert.deepEqual(said({ list: { ...list, newer: 50 } }, { list }), []);
  });
});

const act = { id: 'done', title: 'Done' } as const;
