import type { Day } from '../../../core/day';
import { shortHash } from '../../../core/hash';
import type { Win } from '../../../core/win';
import { type Reason, reasonsWithin } from '../rules';
import type { SeenRun } from '../sameRun';
import { redRunOf } from './testWin';
import type { Replay, TimedRun } from './timeline';
import type { RunSummary } from './witness';

/** A suite that a run is one of. */
export interface RunSuite {
  /** Of the suite in its project. */
  readonly key: string;
  /** Of its name, as wins have it in their source. */
  readonly digest: string;
  /** Whether the run's own suite is but a part of it. */
  readonly isWider: boolean;
}

/** What is known of a run that was judged; its id, project and day stay what they were the first time. */
export interface RunFacts {
  /** Of its win, should it be one. */
  readonly id: string;
  readonly project: string;
  readonly day: Day;
  readonly summary: RunSummary;
  /** Its own suite, then the wider ones, if any. */
  readonly suites: readonly RunSuite[];
}

/** A run, and what was made of it. */
export interface TrackedRun {
  run: SeenRun;
  timer?: NodeJS.Timeout;
  /** Something was told of it that is not judged yet. */
  isDue?: boolean;
  /** Since it was judged first. */
  facts?: RunFacts;
  /** The win that is kept of it. */
  win?: Win;
}

/** The suites that a run is one of: first its own, then the wider ones, if any. */
export function suitesOf(project: string, { suite, wider }: RunSummary): readonly RunSuite[] {
  return [suite, ...wider.map(one => one.suite)].map((name, index) => ({
    key: shortHash(`${project}\n${name}`),
    digest: shortHash(name),
    isWider: index > 0,
  }));
}

/** The keys of the suites that a run was judged as one of. */
export function keysOf({ facts }: TrackedRun): readonly string[] {
  return facts?.suites.map(({ key }) => key) ?? [];
}

/** Runs of a suite, each with the suite as it is to the run. */
function runsOf(
  tracked: readonly TrackedRun[],
  key: string,
): { readonly facts: RunFacts; readonly suite: RunSuite }[] {
  return tracked.flatMap(({ facts }) => {
    const suite = facts?.suites.find(one => one.key === key);
    return facts && suite ? [{ facts, suite }] : [];
  });
}

/**
 * The runs of a suite. A part that is red says nothing of all that a wider suite has, and of a run of several wider
 * ones it is not known how many tests of each passed.
 */
export function timelineOf(tracked: readonly TrackedRun[], key: string): readonly TimedRun[] {
  return runsOf(tracked, key).flatMap(({ facts, suite }) => {
    const { id, day, summary, suites } = facts;
    const { endedAt, outcome, passed } = summary;
    if (suite.isWider && outcome !== 'green') return [];
    const again = outcome === 'red' ? redRunOf(summary) : undefined;
    const isAlone = !suite.isWider || suites.length <= 2;
    const told = { ...(isAlone && passed !== undefined && { passed }), ...(again && { again }) };
    return [{ id, endedAt, judged: { outcome, day, ...told } }];
  });
}

/** Of wins that are kept, the earlier ones of a suite that are none of the tracked runs. */
export function othersOf(
  tracked: readonly TrackedRun[],
  key: string,
  recent: readonly Win[],
  projectOfWin: (id: string) => string | undefined,
): Win[] {
  const own = runsOf(tracked, key);
  const [one] = own;
  if (!one) return [];
  const { project } = one.facts;
  const { digest, isWider } = one.suite;
  const first = Math.min(...own.map(({ facts }) => facts.summary.endedAt));
  return recent
    .filter(
      win =>
        win.kind === 'tests' &&
        win.at < first &&
        (isWider ? widerOf(win).includes(digest) : win.source.suite === digest) &&
        !own.some(({ facts }) => facts.id === win.id) &&
        projectOfWin(win.id) === project,
    )
    .map(win =>
      isWider && widerOf(win).length > 1 ? { ...win, source: { ...win.source, passed: '' } } : win,
    );
}

function widerOf({ source }: Win): string[] {
  return source.wider?.split(' ') ?? [];
}

/** Why a run counts, by what its suites came to. */
export function reasonsOf({ id, suites }: RunFacts, results: ReadonlyMap<string, Replay>): readonly Reason[] {
  const [own = [], ...wider] = suites.map(({ key }) => results.get(key)?.reasons.get(id) ?? []);
  return wider.length > 0 ? reasonsWithin(own, wider.flat()) : own;
}
