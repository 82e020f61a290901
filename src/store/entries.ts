import * as v from 'valibot';
import { isDay, isTime } from '../core/day';
import type { Entry } from '../core/entry';
import type { Goal, GoalPeriod } from '../core/goals';
import type { Pause } from '../core/rules';
import type { Task } from '../core/task';
import { type Win, winKinds } from '../core/win';
import { lazy } from '../lazy';
import { plainWinEntry } from './winLine';

/** The version of the journal's lines that this code writes. */
export const journalVersion = 1;

/** Checks for stored data, shared by journal and workspace state. It takes a while to make them: when first asked for. */
export const schemas = lazy(() => {
  const time = v.custom<number>(isTime);
  const offset = v.pipe(v.number(), v.finite());
  const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
  const day = v.pipe(v.string(), v.check(isDay));
  const title = v.pipe(v.string(), v.maxLength(1000));

  const answer = v.pipe(v.string(), v.maxLength(5000));

  const win: v.GenericSchema<unknown, Win> = v.object({
    id,
    kind: v.picklist(winKinds),
    at: time,
    day,
    title,
    provisional: v.boolean(),
    withAgent: v.exactOptional(v.boolean()),
    why: title,
    source: v.record(v.string(), v.string()),
  });

  const task: v.GenericSchema<unknown, Task> = v.object({
    id,
    title,
    createdAt: time,
    finishedAt: v.exactOptional(time),
    touchedAt: v.exactOptional(time),
    steps: v.array(v.object({ id, title, doneAt: v.exactOptional(time), forDay: v.exactOptional(day) })),
    from: v.exactOptional(v.pipe(v.string(), v.maxLength(5000))),
  });

  const kinds = v.union([v.literal('all'), v.pipe(v.array(v.picklist(winKinds)), v.minLength(1))]);
  const period: v.GenericSchema<unknown, GoalPeriod> = v.union([
    v.object({ every: v.picklist(['week', 'month']), since: v.exactOptional(day) }),
    v.object({ from: day, by: day }),
  ]);
  const goal: v.GenericSchema<unknown, Goal> = v.object({
    id,
    title,
    kinds,
    target: v.pipe(v.number(), v.integer(), v.minValue(1)),
    period,
  });

  const pause: v.GenericSchema<unknown, Pause> = v.object({ from: day, to: v.exactOptional(day) });

  return { time, offset, id, day, answer, win, task, goal, pause };
});

const entrySchema = lazy((): v.GenericSchema<unknown, Entry> => {
  const { time: at, offset, id, day, answer, win, task, goal, pause } = schemas();
  return v.variant('type', [
    v.object({ type: v.literal('win'), win, offset }),
    v.object({ type: v.literal('withdrawn'), id, at, only: v.exactOptional(v.literal('provisional')) }),
    v.object({ type: v.literal('undone'), id, at }),
    v.object({ type: v.literal('redone'), win, offset, at }),
    v.object({ type: v.literal('task'), task }),
    v.object({ type: v.literal('taskRemoved'), id }),
    v.object({ type: v.literal('review'), week: day, answer }),
    v.object({ type: v.literal('goal'), goal }),
    v.object({ type: v.literal('goalRemoved'), id }),
    v.object({ type: v.literal('pause'), pause }),
    v.object({ type: v.literal('pauseRemoved'), from: day }),
    v.object({ type: v.literal('reached'), id, day }),
  ]);
});

/** A journal line without its line end. */
export function writeEntry(value: Entry): string {
  return JSON.stringify(value);
}

/** The entry of a journal line, or undefined when it is not one. */
export function readEntry(line: string): Entry | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const plain = plainWinEntry(value);
    if (plain) return plain;
    const result = v.safeParse(entrySchema(), value);
    return result.success ? result.output : undefined;
  } catch {
    return undefined; // not JSON: the caller counts and keeps the line
  }
}
