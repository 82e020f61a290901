import * as v from 'valibot';
import type { Memento } from 'vscode';
import type { Day } from '../core/day';
import type { Goal } from '../core/goals';
import { noHours } from '../core/ledger';
import type { Pause } from '../core/rules';
import type { Task } from '../core/task';
import type { KindCounts, Win } from '../core/win';
import { schemas } from './entries';

const stateVersion = 1;
const stateKey = 'microwins.state';

/** Wins in full that workspace state holds; the journal has the rest. Bounds the state's size. */
export const maxStoredRecent = 100;

/** A project as workspace state holds it: enough to show everything at once, before the journal is read. */
export interface StoredProject {
  readonly days: Readonly<Record<Day, KindCounts>>;
  readonly recent: readonly Win[];
  readonly tasks: readonly Task[];
  readonly goals: readonly Goal[];
  readonly pauses: readonly Pause[];
  /** The day of each milestone reached, by id. */
  readonly reached: Readonly<Record<string, Day>>;
  /** What worked, by the first day of the week it is about. */
  readonly reviews: Readonly<Record<Day, string>>;
  /** Wins by the hour of the day, 24 numbers. */
  readonly hours: readonly number[];
}

/** Where the scan of a repository stands. */
export interface Cursor {
  /** The project that the repository belongs to. */
  readonly project: string;
  /** Heads whose history has been read, newest last. */
  readonly heads: readonly string[];
  /** Own commits authored before this (ms since the epoch) are not looked at. */
  readonly since: number;
  /** How far the reflog has been read, bytes. */
  readonly reflog: number;
}

/** A repository's commits that wait to be read for closed TODOs. */
export interface Backlog {
  readonly head: string;
  /** ms since the epoch; what was authored before has been read */
  readonly since: number;
}

/** All of this extension's workspace state. */
export interface StoredState {
  readonly version: number;
  /** The project that steps and hand-logged wins of this window go to. */
  readonly home?: string;
  readonly projects: Readonly<Record<string, StoredProject>>;
  /** By the repository's git folder. */
  readonly cursors: Readonly<Record<string, Cursor>>;
  /** By the repository's git folder. */
  readonly backlogs: Readonly<Record<string, Backlog>>;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const counts: v.GenericSchema<unknown, KindCounts> = v.strictTuple([count, count, count, count, count]);
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
const project = v.object({
  days: v.record(schemas.day, counts),
  recent: v.array(schemas.win),
  tasks: v.array(schemas.task),
  goals: v.optional(v.array(schemas.goal), []),
  pauses: v.optional(v.array(schemas.pause), []),
  reached: v.optional(v.record(v.string(), schemas.day), {}),
  reviews: v.optional(v.record(schemas.day, schemas.answer), {}),
  hours: v.optional(v.pipe(v.array(count), v.length(24)), noHours),
});
const state = v.object({
  version: v.literal(stateVersion),
  home: v.exactOptional(v.string()),
  projects: v.record(v.string(), project),
  cursors: v.record(
    v.string(),
    v.object({
      project: v.string(),
      heads: v.array(sha),
      since: v.number(),
      reflog: v.number(),
    }),
  ),
  backlogs: v.record(v.string(), v.object({ head: sha, since: v.number() })),
});

/** State of a window that has seen nothing yet. */
export const emptyState: StoredState = { version: stateVersion, projects: {}, cursors: {}, backlogs: {} };

/** Workspace state, read and written as a whole; VS Code rewrites it as one object anyway. */
export class StateStore {
  constructor(private readonly memento: Memento) {}

  /**
   * What was stored. What does not parse is set aside under another key, never overwritten: `damaged`
   * says so, once, and the journal rebuilds the rest.
   */
  async load(): Promise<{ state: StoredState; damaged: boolean }> {
    const stored = this.memento.get<unknown>(stateKey);
    if (stored === undefined) return { state: emptyState, damaged: false };
    const result = v.safeParse(state, stored);
    if (result.success) return { state: result.output, damaged: false };
    await this.memento.update(`${stateKey}.aside`, stored);
    return { state: emptyState, damaged: true };
  }

  /** Resolves when the window has it; disk follows within a fraction of a second. */
  async save(value: StoredState): Promise<void> {
    await this.memento.update(stateKey, value);
  }
}
