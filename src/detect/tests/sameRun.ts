import { holds } from '../paths';
import type { TestCount } from './count';
import type { Outcome } from './outcome';

/** Where a run was seen. The order says whose word on the command is taken first. */
export const places = ['task', 'terminal', 'explorer', 'debug', 'report'] as const;

/** One of `places`. */
export type Place = (typeof places)[number];

/** One run, seen in one place. */
export interface Sighting {
  readonly place: Place;
  /** Stable where there is one: an Explorer run's id, a report's path with its time. The same id is the same run. */
  readonly id?: string;
  readonly suite?: string;
  readonly command?: string;
  /** ms since the epoch */
  readonly startedAt?: number;
  /** ms since the epoch; a report's: when it was written. */
  readonly endedAt: number;
  readonly outcome: Outcome;
  /** See `RunOutcome`. */
  readonly isDenied?: true;
  readonly count?: TestCount;
  /** A terminal's name, or a task's: VS Code names a task's terminal after it. */
  readonly terminalName?: string;
  /** Where it ran; a report's: its folder. In one form for all places. */
  readonly folder?: string;
}

/** A run, with everywhere it was seen. */
export interface SeenRun {
  readonly sightings: readonly Sighting[];
}

/** What a new sighting made of the runs seen so far. */
export interface Merged {
  readonly run: SeenRun;
  /** The runs it belongs to: none, it is new; one, that is the same; more, they turn out to be one. */
  readonly sameAs: readonly SeenRun[];
  /** All runs, to be given with the next sighting. */
  readonly recent: readonly SeenRun[];
}

/** A task's terminal events come 0 to 80 ms after the task's; slow machines get more. */
const taskWindow = 1_000;
/** How long after a task's start its terminal may tell of it. */
const terminalDelay = 150;
/** An Explorer or debug run ends when the process it started has ended, and some clean-up is done. */
const childWindow = 2_000;
/** A report is written before its run ends; a slow disk or watcher gets a little more. */
const reportSlack = 1_000;
/** How long before its end a run may have written one, when its start is not known. */
const reportReach = 5_000;
/** Reports of one run, one file a class or package, follow each other; only for runs seen nowhere else. */
const burstWindow = 10_000;

/** Runs that ended longer ago than this can meet no new sighting; forget them. */
export const mergeHorizon = 60_000;

/** How long to wait after a sighting, until the run's other sightings must have come, before the run is judged. */
export const settleTime = 1_500;

/**
 * Adds a sighting to the runs seen so far. Runs are the connected groups of sightings that belong together two by two,
 * so the order in which they arrive changes nothing; a late one can join runs that looked like two.
 */
export function mergeSightings(recent: readonly SeenRun[], next: Sighting): Merged {
  const sameAs = recent.filter(run => run.sightings.some(one => belongTogether(one, next)));
  const run: SeenRun = { sightings: [...sameAs.flatMap(one => one.sightings), next] };
  return { run, sameAs, recent: [...recent.filter(one => !sameAs.includes(one)), run] };
}

/** Leaves out runs that no later sighting can belong to. `now` in ms since the epoch. */
export function forgetOld(recent: readonly SeenRun[], now: number): readonly SeenRun[] {
  return recent.filter(run => run.sightings.some(one => one.endedAt > now - mergeHorizon));
}

/**
 * What a run was, whatever the order its sightings came in: the command and count of the first place that knows them,
 * reports added up, red when any place saw red, and green when none knows better.
 */
export function summaryOf(run: SeenRun): Sighting {
  const sorted = [...run.sightings].sort(
    (a, b) => places.indexOf(a.place) - places.indexOf(b.place) || a.endedAt - b.endedAt,
  );
  const [main = { place: 'report', endedAt: 0, outcome: 'unknown' } satisfies Sighting] = sorted
    .filter(one => one.suite !== undefined)
    .concat(sorted);
  const counted = sorted.find(one => one.count);
  const count = counted?.place === 'report' ? sumOf(sorted) : counted?.count;
  const outcome = outcomeOf(sorted, count);
  const started = sorted.flatMap(one => (one.startedAt === undefined ? [] : [one.startedAt]));
  return {
    ...main,
    endedAt: Math.max(...sorted.map(one => one.endedAt)),
    outcome,
    ...(count && { count }),
    ...(started.length > 0 && { startedAt: Math.min(...started) }),
  };
}

function outcomeOf(sightings: readonly Sighting[], count: TestCount | undefined): Outcome {
  const saw = (outcome: Outcome): boolean => sightings.some(one => one.outcome === outcome);
  if (saw('red')) return 'red';
  const onlySkipped = count?.passed === 0 && count.skipped > 0;
  const isDenied = onlySkipped || sightings.some(one => one.isDenied);
  return saw('green') && !isDenied ? 'green' : 'unknown';
}

function sumOf(sightings: readonly Sighting[]): TestCount | undefined {
  const counts = sightings.flatMap(one => (one.count ? [one.count] : []));
  if (counts.length === 0) return undefined;
  return counts.reduce((total, one) => ({
    passed: total.passed + one.passed,
    failed: total.failed + one.failed,
    skipped: total.skipped + one.skipped,
  }));
}

/** Whether two sightings are of one run. Symmetric. */
function belongTogether(one: Sighting, other: Sighting): boolean {
  if (one.place === other.place && one.id !== undefined && one.id === other.id) return true;
  const [a, b] = places.indexOf(one.place) <= places.indexOf(other.place) ? [one, other] : [other, one];
  const apart = Math.abs(a.endedAt - b.endedAt);
  if (b.place === 'report') {
    if (!foldersMeet(a.folder, b.folder)) return false;
    if (a.place === 'report') return apart <= burstWindow;
    const start = a.startedAt ?? a.endedAt - reportReach;
    return b.endedAt >= start && b.endedAt <= a.endedAt + reportSlack;
  }
  if (a.place === b.place) return false; // one place tells of a run once
  if (areSuccessive(a, b)) return false;
  if (a.place === 'task' && b.place === 'terminal') {
    const named = a.terminalName !== undefined && a.terminalName === b.terminalName;
    return apart <= taskWindow && (named || (a.suite !== undefined && a.suite === b.suite));
  }
  return apart <= childWindow;
}

/** Whether one began when the other was over: two runs then, however close. `a` and `b` in the order of `places`. */
function areSuccessive(a: Sighting, b: Sighting): boolean {
  const [aStart, bStart] = [a.startedAt ?? a.endedAt, b.startedAt ?? b.endedAt];
  if (a.startedAt !== undefined && aStart > b.endedAt) return true;
  if (b.startedAt === undefined) return false;
  // A very short task is over before its terminal tells of it.
  const shown = a.place === 'task' && b.place === 'terminal' ? aStart + terminalDelay : a.endedAt;
  return bStart > Math.max(a.endedAt, shown);
}

/** Whether one folder holds the other, or one is not known. */
function foldersMeet(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return true;
  return one === '' || other === '' || holds(one, other) || holds(other, one);
}
