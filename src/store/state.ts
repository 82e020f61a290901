import * as v from 'valibot';
import type { Memento } from 'vscode';
import type { Day } from '../core/day';
import type { Goal } from '../core/goals';
import { noHours } from '../core/ledger';
import type { Pause } from '../core/rules';
import type { ScanCursor } from '../core/scanCursor';
import type { Task } from '../core/task';
import type { KindCounts, Win } from '../core/win';
import { lazy } from '../lazy';
import { asideName } from './digest';
import { schemas } from './entries';
import { isFields, migrateState, versionOf } from './migrations';
import type { Storage } from './storage';

const stateVersion = 1;
const stateKey = 'microwins.state';

/** Wins in full that workspace state holds; the journal has the rest. Bounds the state's size. */
export const maxStoredRecent = 100;

/** Finished tasks that workspace state holds with their steps. Bounds the state's size. */
export const maxStoredFinished = 20;

/** A project as workspace state holds it: enough to show everything at once, before the journal is read. */
export interface StoredProject {
  readonly days: Readonly<Record<Day, KindCounts>>;
  readonly recent: readonly Win[];
  readonly tasks: readonly Task[];
  /** When the first tasks were finished, ms since the epoch. */
  readonly finished: readonly number[];
  readonly goals: readonly Goal[];
  readonly pauses: readonly Pause[];
  /** The day of each milestone reached, by id. */
  readonly reached: Readonly<Record<string, Day>>;
  /** What worked, by the first day of the week it is about. */
  readonly reviews: Readonly<Record<Day, string>>;
  /** Wins by the hour of the day, 24 numbers. */
  readonly hours: readonly number[];
}

/** Commits that wait to be read for closed TODOs: the own ones in a head's history that are no older. */
export interface Backlog {
  readonly head: string;
  /** ms since the epoch; what was authored before has been read */
  readonly since: number;
}

/** How far the commits of repositories have been read, by git folder. */
export interface Standing {
  readonly cursors: Readonly<Record<string, ScanCursor>>;
  /** Oldest first: one for each scan whose commits were not read to the end. */
  readonly backlogs: Readonly<Record<string, readonly Backlog[]>>;
}

/** All of this extension's workspace state. */
export interface StoredState extends Standing {
  readonly version: number;
  /** The project that steps and hand-logged wins of this window go to. */
  readonly home?: string;
  /** The project of the window's first folder as such, when `home` was found. */
  readonly homeFolder?: string;
  readonly projects: Readonly<Record<string, StoredProject>>;
}

/** Checks for what is stored, and for its parts. */
const checks = lazy(() => {
  const { day, win, task, goal, pause, answer } = schemas();
  const count = v.pipe(v.number(), v.integer(), v.minValue(0));
  const counts: v.GenericSchema<unknown, KindCounts> = v.strictTuple([count, count, count, count, count]);
  const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40,64}$/));
  const time = v.pipe(v.number(), v.finite());
  const home = v.string();
  // What came after the first builds may be missing: an update must not throw the rest away.
  const project = v.object({
    days: v.record(day, counts),
    recent: v.optional(v.array(win), []),
    tasks: v.optional(v.array(task), []),
    finished: v.optional(v.array(time), []),
    goals: v.optional(v.array(goal), []),
    pauses: v.optional(v.array(pause), []),
    reached: v.optional(v.record(v.string(), day), {}),
    reviews: v.optional(v.record(day, answer), {}),
    hours: v.optional(v.pipe(v.array(count), v.length(24)), noHours),
  });
  const cursor = v.object({
    project: v.string(),
    heads: v.array(sha),
    since: time,
    reflog: v.optional(time, 0),
    rest: v.exactOptional(v.object({ head: sha, until: time })),
  });
  const backlog = v.object({ head: sha, since: time });
  // The first builds kept one at most, not in a list.
  const backlogs = v.union([
    v.array(backlog),
    v.pipe(
      backlog,
      v.transform(only => [only]),
    ),
  ]);
  const state = v.object({
    version: v.literal(stateVersion),
    home: v.exactOptional(home),
    homeFolder: v.exactOptional(home),
    projects: v.optional(v.record(v.string(), project), {}),
    cursors: v.optional(v.record(v.string(), cursor), {}),
    backlogs: v.optional(v.record(v.string(), backlogs), {}),
  });
  return { home, project, cursor, backlogs, state };
});

/** State of a window that has seen nothing yet. */
export const emptyState: StoredState = { version: stateVersion, projects: {}, cursors: {}, backlogs: {} };

/** What was stored. */
export interface LoadedState {
  readonly state: StoredState;
  /** It did not parse: it was set aside, and what is good of it is in `state`. */
  readonly damaged: boolean;
  /** A newer version wrote it: it is left untouched. */
  readonly newer: boolean;
}

/** Workspace state, read and written as a whole; VS Code rewrites it as one object anyway. */
export class StateStore {
  private key = stateKey;

  constructor(
    private readonly memento: Memento,
    /** Where a copy of damaged state goes; without it, into workspace state itself. */
    private readonly storage?: Pick<Storage, 'setAside'>,
  ) {}

  /** What was stored; throws nothing, since the journal rebuilds all that matters. */
  async load(): Promise<LoadedState> {
    let stored = this.memento.get<unknown>(this.key);
    const newer = versionOf(stored) > stateVersion;
    if (newer) {
      this.key = `${stateKey}-v${stateVersion}`;
      stored = this.memento.get<unknown>(this.key);
    }
    if (stored === undefined) return { state: emptyState, damaged: false, newer };
    const migrated = migrateState(stored, stateVersion);
    const result = v.safeParse(checks().state, migrated);
    if (result.success) return { state: result.output, damaged: false, newer };
    await this.setAside(stored);
    return { state: goodParts(migrated), damaged: true, newer };
  }

  /** Resolves when the window has it; disk follows within a fraction of a second. */
  async save(value: StoredState): Promise<void> {
    await this.memento.update(this.key, value);
  }

  private async setAside(stored: unknown): Promise<void> {
    try {
      const text = JSON.stringify(stored) ?? '';
      const intoState = async (): Promise<void> => {
        const key = asideName({ name: stateKey, ending: '', text }, this.memento.keys(), new Date());
        if (key !== undefined) await this.memento.update(key, stored);
      };
      if (!this.storage) return await intoState();
      await this.storage.setAside({ name: 'state', ending: '.json', text }).catch(intoState);
    } catch {
      // Nowhere to put it. What is good of it goes on, and the journal has the rest.
    }
  }
}

/** What of a damaged state can be used, piece by piece. */
function goodParts(stored: unknown): StoredState {
  const parts = isFields(stored) ? stored : {};
  const { home, project, cursor, backlogs } = checks();
  return {
    version: stateVersion,
    ...(v.is(home, parts.home) && { home: parts.home }),
    ...(v.is(home, parts.homeFolder) && { homeFolder: parts.homeFolder }),
    projects: goodValues(project, parts.projects),
    cursors: goodValues(cursor, parts.cursors),
    backlogs: goodValues(backlogs, parts.backlogs),
  };
}

function goodValues<T>(schema: v.GenericSchema<unknown, T>, values: unknown): Record<string, T> {
  const good: [string, T][] = [];
  for (const [key, value] of Object.entries(isFields(values) ? values : {})) {
    const result = v.safeParse(schema, value);
    if (result.success) good.push([key, result.output]);
  }
  return Object.fromEntries(good);
}
