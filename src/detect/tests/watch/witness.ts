import { shortHash } from '../../../core/hash';
import type { Outcome } from '../outcome';
import { type SeenRun, type Sighting, summaryOf } from '../sameRun';

/** A suite that holds others: all that a controller of the Test Explorer has. */
export interface WiderSuite {
  readonly suite: string;
  /** As it is shown. */
  readonly name: string;
}

/** A sighting with what only this window's watchers know. */
export interface Witness extends Sighting {
  /** The project's folder that `folder` is in. */
  readonly root?: string;
  /** `folder` as it is shown: relative to the root where it can be. */
  readonly shownFolder?: string;
  /** In a terminal that an agent opened. */
  readonly withAgent?: boolean;
  /** A terminal's: the line as it was typed, and the folder (absolute) it was typed in. */
  readonly typed?: { readonly line: string; readonly folder?: string };
  /** A run of the Test Explorer: what its suite, which is what was selected, is a part of. */
  readonly wider?: readonly WiderSuite[];
  /** A report: its path relative to the root, for its suite and its source. */
  readonly file?: string;
  /** A report: where it lies. */
  readonly path?: string;
}

/** A run, summed up. */
export interface RunSummary {
  /** Identity, for this project. */
  readonly suite: string;
  /** As it is shown. */
  readonly command?: string;
  /** Those that the suite is a part of, if any. */
  readonly wider: readonly WiderSuite[];
  readonly outcome: Outcome;
  /** How many tests passed, when it was told. */
  readonly passed?: number;
  /** ms since the epoch */
  readonly endedAt: number;
  /** Where it was seen best. */
  readonly main: Witness;
  readonly withAgent: boolean;
  readonly folder?: string;
  readonly file?: string;
}

/** Sums up a run, of whose reports the newest version counts. */
export function summarise(run: SeenRun): RunSummary {
  const sightings = newest(run.sightings as readonly Witness[]);
  const main = summaryOf({ sightings }) as Witness;
  const reports = sightings.filter(one => one.place === 'report');
  const others = sightings.filter(one => one.place !== 'report');
  const files = reports.flatMap(one => (one.file === undefined ? [] : [one.file]));
  const command = main.suite === undefined ? reportsName(files) : main.command;
  // A run that was stopped may have written reports of what it did until then.
  const stopped =
    others.length > 0 && main.outcome === 'green' && !others.some(one => one.outcome === 'green');
  const folder = sightings.find(one => one.place === main.place && one.folder !== undefined)?.folder;
  const where = folder ?? sightings.find(one => one.folder !== undefined)?.folder;
  return {
    suite: main.suite ?? `reports ${reportsName(files)}`,
    ...(command !== undefined && { command }),
    wider: main.wider ?? [],
    outcome: stopped ? 'unknown' : main.outcome,
    ...(main.count && { passed: main.count.passed }),
    endedAt: main.endedAt,
    main,
    withAgent: sightings.some(one => one.withAgent),
    ...(where !== undefined && { folder: where }),
    ...(files.length === 1 && { file: files[0] ?? '' }),
  };
}

/** The id of a run's win: its own where it has one, so that a replay gives the same; else its suite with its end. */
export function winIdOf(run: SeenRun): string {
  const { suite, endedAt, main } = summarise(run);
  if (main.id !== undefined && main.place !== 'task' && main.place !== 'terminal')
    return `tests-${shortHash(main.id)}`;
  return `tests-${shortHash(suite)}-${endedAt.toString(36)}`;
}

/** Without earlier versions of report files. */
function newest(sightings: readonly Witness[]): readonly Witness[] {
  const last = new Map<string, Witness>();
  for (const one of sightings) {
    const before = one.path === undefined ? undefined : last.get(one.path);
    if (one.path !== undefined && !(before && before.endedAt > one.endedAt)) last.set(one.path, one);
  }
  return sightings.filter(one => one.path === undefined || last.get(one.path) === one);
}

/** One name for a run's report files: what changes from run to run is a star, several are their folder. */
export function reportsName(files: readonly string[]): string {
  const names = [...new Set(files.map(stableName))].sort();
  const [first = '', ...rest] = names;
  if (rest.length === 0) return first;
  const folders = names.map(name => name.split('/').slice(0, -1));
  const [shortest = []] = [...folders].sort((a, b) => a.length - b.length);
  const differs = shortest.findIndex((part, at) => folders.some(folder => folder[at] !== part));
  return [...shortest.slice(0, differs < 0 ? undefined : differs), '*'].join('/');
}

/** A report's path without class names (`TEST-a.b.xml`), times, ids, and TRX's user and host. */
function stableName(file: string): string {
  return file
    .replace(/[^/]*\.trx$/i, '*.trx')
    .replace(/(^|\/)TEST-[^/]*\.xml$/, '$1TEST-*.xml')
    .replace(/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}|\d{4,}([-_.T:]?\d{2,})*/gi, '*');
}
