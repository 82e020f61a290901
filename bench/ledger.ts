import { type FileHandle, mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { dayOf } from '../src/core/day';
import type { Entry } from '../src/core/entry';
import { type NumberSettings, overviewOf } from '../src/core/overview';
import { winKinds } from '../src/core/win';
import { writeEntry } from '../src/store/entries';
import { Journal } from '../src/store/journal';
import { Project } from '../src/store/project';
import { emptyState } from '../src/store/state';

const hourMs = 3_600_000;
const tenYearsMs = 3652 * 24 * hourMs;
const now = Date.UTC(2026, 10, 18, 17);
const recordings = 200;

const settings: NumberSettings = {
  restDays: new Set([0, 6]),
  minimumWins: 1,
  dailyGoal: 3,
  firstWeekday: 1,
  dayOf: at => dayOf(at, 60, 0),
  format: String,
};

/** Collects garbage now; Node hides the function behind a flag. */
function collector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

/** Bytes in use, once what waits to be thrown away is gone. */
async function heapUsed(collect: () => void): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await setImmediate();
    collect();
  }
  return process.memoryUsage().heapUsed;
}

/** The win number `index` of `count` over ten years, as detectors make them. */
function winEntry(index: number, count: number): Entry {
  const at = Math.round(now - tenYearsMs + (tenYearsMs * (index + 1)) / count);
  const sha = index.toString(16).padStart(40, '0123456789abcdef');
  const kind = winKinds[index % 5] ?? 'commit';
  const win = {
    id: `${kind}-${sha}`,
    kind,
    at,
    day: dayOf(at, 60, 0),
    title: `Change number ${index}: handle the empty answer of the second request`,
    provisional: false,
    why: 'You made this commit on feature/second-request.',
    source: { repository: '/home/someone/projects/something', sha, branch: 'feature/second-request' },
  };
  return { type: 'win', win, offset: 60 };
}

function taskEntry(index: number): Entry {
  const at = now - index * 7 * 24 * hourMs;
  const steps = [0, 1, 2, 3, 4].map(step => ({ id: `s${step}`, title: `Step ${step} of it`, doneAt: at }));
  return {
    type: 'task',
    task: { id: `task-${index}`, title: `Task ${index}`, createdAt: at, finishedAt: at, steps },
  };
}

async function writeJournal(storage: string, count: number): Promise<void> {
  const wins = Array.from({ length: count }, (_, index) => writeEntry(winEntry(index, count)));
  const tasks = Array.from({ length: 100 }, (_, index) => writeEntry(taskEntry(index)));
  const { folder, file } = new Journal(storage, 'p');
  await mkdir(folder, { recursive: true });
  await writeFile(file, `{"type":"journal","version":1}\n${[...wins, ...tasks].join('\n')}\n`);
}

/** Lets writes end in the system's memory: what the disk takes is the disk's. */
async function withoutSync(work: () => Promise<void>): Promise<void> {
  const handle = await open(process.execPath, 'r');
  const prototype: FileHandle = Object.getPrototypeOf(handle);
  await handle.close();
  const { datasync } = prototype;
  prototype.datasync = () => Promise.resolve();
  try {
    await work();
  } finally {
    prototype.datasync = datasync;
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/**
 * The ledger's times and sizes at growing numbers of wins over ten years (SPEC 3), beside what is good.
 * `record` is one win's way into journal and memory, without the disk's own time; `copy` is what VS Code does
 * with the workspace state each time that it is handed over.
 */
export async function benchLedger(): Promise<void> {
  const collect = collector();
  console.log('Ledger, wins over ten years and 100 finished tasks; times are medians');
  const heads = [
    'wins',
    'journal MB',
    'rebuild ms',
    'state KiB',
    'record ms',
    'copy ms',
    'numbers ms',
    'heap MB',
  ];
  print(heads);
  for (const count of [1_000, 10_000, 100_000]) {
    const storage = await mkdtemp(path.join(os.tmpdir(), 'microwins-bench-'));
    try {
      await writeJournal(storage, count);
      const before = await heapUsed(collect);
      const project = new Project('p', new Journal(storage, 'p'), undefined);
      await project.open();
      const heap = (await heapUsed(collect)) - before;
      const rebuild: number[] = [];
      for (let round = 0; round < 5; round++) {
        rebuild.push(await timed(() => new Project('p', new Journal(storage, 'p'), undefined).open()));
      }
      const numbers: number[] = [];
      for (let round = 0; round < 50; round++)
        numbers.push(await timed(() => overviewOf(project, settings, now)));
      const record: number[] = [];
      await withoutSync(async () => {
        for (let index = 0; index < recordings; index++) {
          const entry = winEntry(count + index, count);
          record.push(
            await timed(async () => {
              await project.append([entry]);
              project.toStored();
            }),
          );
        }
      });
      const stored = { ...emptyState, projects: { p: project.toStored() } };
      const state = JSON.stringify(stored);
      const copy: number[] = [];
      for (let round = 0; round < 50; round++)
        copy.push(await timed(() => JSON.parse(JSON.stringify(stored))));
      const { size } = await stat(project.journal.file);
      print([
        count,
        (size / 1e6).toFixed(1),
        median(rebuild).toFixed(0),
        (Buffer.byteLength(state) / 1024).toFixed(0),
        median(record).toFixed(2),
        median(copy).toFixed(2),
        median(numbers).toFixed(2),
        (heap / 1e6).toFixed(1),
      ]);
    } finally {
      await rm(storage, { recursive: true, force: true });
    }
  }
  print(['good', '', '<= 500', '<= 256', '<= 2', '', '<= 5', '<= 15']);
}

function print(cells: readonly (string | number)[]): void {
  console.log(cells.map(cell => String(cell).padStart(12)).join(''));
}
