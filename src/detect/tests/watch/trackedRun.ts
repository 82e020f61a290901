import type { Day } from '../../../core/day';
import { shortHash } from '../../../core/hash';
import type { Win } from '../../../core/win';
import { type Reason, reasonsWithin } from '../rules';
import type { SeenRun } from '../sameRun';
import { redRunOf } from './testWin';
import type { Replay, TimedRun } from './timeline';
import type { RunSummary } from './witness';

/** A run, and what was made of it. */
export interface TrackedRun {
  run: SeenRun;
  timer?: NodeJS.Timeout;
  /** Something was told of it that is not judged yet. */
  isDue?: boolean;
  /** Of its win, should it be one; set when it is judged first. */
  id?: string;
  project?: string;
  /** Of the suites that it is a run of, see `keysOf`. */
  keys?: readonly string[];
  summary?: RunSummary;
  day?: Day;
  /** The win that is kept of it. */
  win?: Win;
}

/** The keys of the suites that a run is one of: first its own, then the wider ones, if any. */
export function keysOf(project: string, { suite, wider }: RunSummary): readonly string[] {
  const keyOf = (name: string): string => shortHash(`${project}\n${name}`);
  return [suite, ...wider.map(one => one.suite)].map(keyOf);
}

/** Whether a run is of a suite. */
export function isOf({ keys }: TrackedRun, key: string): boolean {
  return keys?.includes(key) ?? false;
}

/**
 * The runs of a suite. A part that is red says nothing of all that a wider suite has, and of a run of several wider
 * ones it is not known how many tests of each passed.
 */
export function timelineOf(tracked: readonly TrackedRun[], key: string): readonly TimedRun[] {
  return tracked.flatMap(({ keys, id, summary, day }) => {
    if (!keys?.includes(key) || id === undefined || !summary || day === undefined) return [];
    const { endedAt, outcome, passed } = summary;
    if (key !== keys[0] && outcome !== 'green') return [];
    const again = outcome === 'red' ? redRunOf(summary) : undefined;
    const isAlone = key === keys[0] || keys.length <= 2;
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
  const own = tracked.filter(one => isOf(one, key));
  const [one] = own;
  if (!one?.summary) return [];
  const first = Math.min(...own.flatMap(({ summary }) => summary?.endedAt ?? []));
  const at = one.keys?.indexOf(key) ?? 0;
  const { suite, wider } = one.summary;
  const digest = shortHash(at === 0 ? suite : (wider[at - 1]?.suite ?? ''));
  return recent
    .filter(
      win =>
        win.kind === 'tests' &&
        win.at < first &&
        (at === 0 ? win.source.suite === digest : widerOf(win).includes(digest)) &&
        !own.some(other => other.id === win.id) &&
        projectOfWin(win.id) === one.project,
    )
    .map(win =>
      at > 0 && widerOf(win).length > 1 ? { ...win, source: { ...win.source, passed: '' } } : win,
    );
}

function widerOf({ source }: Win): string[] {
  return source.wider?.split(' ') ?? [];
}

/** Why a run counts, by what its suites came to. */
export function reasonsOf(
  { id = '', keys = [] }: TrackedRun,
  results: ReadonlyMap<string, Replay>,
): readonly Reason[] {
  const [own = [], ...wider] = keys.map(key => results.get(key)?.reasons.get(id) ?? []);
  return wider.length > 0 ? reasonsWithin(own, wider.flat()) : own;
}
