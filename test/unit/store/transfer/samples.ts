import fc from 'fast-check';
import { numberedDay } from '../../../../src/core/day';
import type { Entry } from '../../../../src/core/entry';
import { safeText } from '../../../../src/core/text';
import { type Win, winKinds } from '../../../../src/core/win';
import { exportJson, type ProjectEntries } from '../../../../src/store/transfer/json';

/** Sunday 22 November 2026, 12:00 UTC. */
export const now = Date.UTC(2026, 10, 22, 12);

/** A win of Wednesday 18 November 2026. */
export function win(id: string, more: Partial<Win> = {}): Win {
  return {
    id,
    kind: 'commit',
    at: Date.UTC(2026, 10, 18, 9, 30),
    day: '2026-11-18',
    title: id,
    provisional: false,
    why: 'You committed it.',
    source: {},
    ...more,
  };
}

/** Its line in the journal. */
export function won(of: Win, offset = 60): Entry {
  return { type: 'win', win: of, offset };
}

/** One project with these entries. */
export function project(entries: readonly Entry[], id = 'git-1', name = 'alpha'): ProjectEntries {
  return { id, name, entries };
}

/** All pieces of an export. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

/** The JSON export of one project. */
export function exported(entries: readonly Entry[]): Promise<string> {
  return textOf(exportJson([project(entries)], now));
}

const few = (...names: string[]): fc.Arbitrary<string> => fc.constantFrom(...names);
const optional = { noNullPrototype: true } as const;
const time = fc.integer({ min: 0, max: now });
const day = fc.integer({ min: 0, max: 20_000 }).map(numberedDay);
const title = fc.string({ unit: 'binary', maxLength: 300 }).map(text => safeText(text));
const stepIds = ['s1', 's2', 's3'];
const anyStepId = few(...stepIds);
const taskId = few('t1', 't2');
const winId = fc.oneof(
  few('a', 'b', 'c', 'd'),
  fc.tuple(taskId, anyStepId).map(([task, step]) => `step-${task}-${step}`),
);
const anyWin: fc.Arbitrary<Win> = fc.record(
  {
    id: winId,
    kind: fc.constantFrom(...winKinds),
    at: time,
    day,
    title,
    provisional: fc.boolean(),
    withAgent: fc.boolean(),
    why: title,
    source: fc.dictionary(
      few('sha', 'file', 'repository', 'ünknown'),
      fc.string({ unit: 'binary' }),
      optional,
    ),
  },
  { ...optional, requiredKeys: ['id', 'kind', 'at', 'day', 'title', 'provisional', 'why', 'source'] },
);
const offset = fc.integer({ min: -840, max: 840 });
const step = fc.record(
  { id: anyStepId, title, doneAt: time, forDay: day },
  { ...optional, requiredKeys: ['id', 'title'] },
);
const task = fc.record(
  {
    id: taskId,
    title,
    createdAt: time,
    finishedAt: time,
    touchedAt: time,
    steps: fc.uniqueArray(step, { selector: ({ id }) => id, maxLength: 3 }),
  },
  { ...optional, requiredKeys: ['id', 'title', 'createdAt', 'steps'] },
);
const goal = fc.record(
  {
    id: few('g1', 'g2'),
    title,
    kinds: fc.oneof(fc.constant('all' as const), fc.subarray([...winKinds], { minLength: 1 })),
    target: fc.integer({ min: 1, max: 500 }),
    period: fc.oneof(
      fc.record({ every: fc.constantFrom('week' as const, 'month' as const) }, optional),
      fc.record({ from: day, by: day }, optional),
    ),
  },
  optional,
);

/** Any entry, of few ids, so that entries meet. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  { arbitrary: fc.record({ type: fc.constant('win' as const), win: anyWin, offset }, optional), weight: 4 },
  fc.record(
    { type: fc.constantFrom('withdrawn' as const, 'undone' as const), id: winId, at: time },
    optional,
  ),
  fc.record({ type: fc.constant('redone' as const), win: anyWin, offset, at: time }, optional),
  { arbitrary: fc.record({ type: fc.constant('task' as const), task }, optional), weight: 2 },
  fc.record({ type: fc.constant('taskRemoved' as const), id: taskId }, optional),
  fc.record({ type: fc.constant('review' as const), week: day, answer: title }, optional),
  fc.record({ type: fc.constant('goal' as const), goal }, optional),
  fc.record({ type: fc.constant('goalRemoved' as const), id: few('g1', 'g2') }, optional),
  fc.record(
    {
      type: fc.constant('pause' as const),
      pause: fc.record({ from: day, to: day }, { ...optional, requiredKeys: ['from'] }),
    },
    optional,
  ),
  fc.record({ type: fc.constant('pauseRemoved' as const), from: day }, optional),
  fc.record({ type: fc.constant('reached' as const), id: few('m1', 'm2'), day }, optional),
);

/** Any story of a project; nothing is withdrawn in it that never was. */
export const anyStory: fc.Arbitrary<Entry[]> = fc.array(anyEntry, { maxLength: 40 }).map(entries => {
  const ids = new Set(
    entries.flatMap(entry => ('win' in entry ? [entry.win.id] : entry.type === 'undone' ? [entry.id] : [])),
  );
  return entries.filter(entry => entry.type !== 'withdrawn' || ids.has(entry.id));
});
