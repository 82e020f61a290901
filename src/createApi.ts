import type { Event } from 'vscode';
import type { Task as ApiTask, MicroWinsApi } from './api';
import { type Day, isDay } from './core/day';
import type { Progress } from './core/progress';
import type { Task } from './core/task';
import { type Win, winKinds } from './core/win';
import type { WinFilter } from './store/readWins';

/** What the exported API stands on. */
export interface ApiParts {
  readonly ready: Promise<void>;
  readonly onDidChange: Event<void>;
  /** @param source what the extension calls itself; '' when it says nothing */
  logWin(title: string, at: number | undefined, source: string): Promise<Win>;
  wins(filter: WinFilter): Promise<Win[]>;
  progress(): Progress;
  tasks(): readonly Task[];
}

/** The exported API: frozen objects, and input that is checked before it is used. */
export function createApi(parts: ApiParts): MicroWinsApi {
  return Object.freeze({
    version: 1 as const,
    ready: parts.ready,
    onDidChange: parts.onDidChange,
    recordWin: async (win: { title: string; at?: number; source?: string }) =>
      deepFreeze(await parts.logWin(win.title, win.at, String(win.source ?? ''))),
    getWins: async (filter: WinFilter = {}) => {
      checkFilter(filter);
      await parts.ready;
      return deepFreeze(await parts.wins(filter));
    },
    getProgress: () => deepFreeze(parts.progress()),
    getTasks: () => {
      const { day } = parts.progress().today;
      return deepFreeze(parts.tasks().map(task => apiTask(task, day)));
    },
  });
}

function apiTask({ id, title, createdAt, finishedAt, steps }: Task, today: Day): ApiTask {
  return {
    id,
    title,
    createdAt,
    ...(finishedAt !== undefined && { finishedAt }),
    steps: steps.map(({ forDay, ...step }) => ({ ...step, ...(forDay === today && { today: true }) })),
  };
}

function checkFilter({ from, to, kind }: WinFilter): void {
  for (const day of [from, to]) {
    if (day !== undefined && !isDay(day))
      throw new RangeError(`A day is written as YYYY-MM-DD, not "${day}".`);
  }
  if (kind !== undefined && !winKinds.includes(kind)) {
    throw new RangeError(`A kind is one of ${winKinds.join(', ')}, not "${kind}".`);
  }
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
