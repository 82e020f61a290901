import type * as vscode from 'vscode';
import { localOffset } from '../../../core/day';
import { safeText } from '../../../core/text';
import { Turns } from '../../../turns';
import { type Reason, type SuiteState, withWins } from '../rules';
import { forgetOld, mergeSightings, type SeenRun } from '../sameRun';
import { matchable } from './reportOwner';
import type { TestHost } from './testHost';
import { testWin } from './testWin';
import { type Replay, replay } from './timeline';
import {
  keysOf,
  othersOf,
  type RunFacts,
  reasonsOf,
  suitesOf,
  type TrackedRun,
  timelineOf,
} from './trackedRun';
import { type RunSummary, summarise, type Witness, winIdOf } from './witness';

/** How much later than its command ends a run's files may be written, ms. */
const sameMoment = 2_000;
/** How much earlier than its command ends a run's files may be written, ms. */
const reportReach = 5_000;

/** A run that has begun; `end` it after its sighting was added. */
export interface UnderWay {
  end(): void;
}

/** Brings the sightings of a run together, waits until all have come, judges the run and hands in the win. */
export class Collector {
  private tracked: TrackedRun[] = [];
  private readonly underWay = new Set<{ readonly root: string | undefined }>();
  /** Reports that may belong to a run that is not over. */
  private held: Witness[] = [];
  /** What suites were before the runs that are still tracked. */
  private readonly bases = new Map<string, SuiteState>();
  private readonly judging = new Turns();

  /** @param settleMs how long to wait for the other sightings of a run */
  constructor(
    private readonly host: Pick<TestHost, 'sink' | 'projectOf' | 'projectOfWin' | 'states'>,
    private readonly log: vscode.LogOutputChannel,
    private readonly settleMs: number,
  ) {}

  /** A run has begun in a project's folder: reports of that project wait for its end. */
  begin(root: string | undefined): UnderWay {
    const token = { root };
    this.underWay.add(token);
    return {
      end: () => {
        if (this.underWay.delete(token)) this.release();
      },
    };
  }

  /** A run was seen. */
  add(witness: Witness): void {
    if (witness.place === 'report' && this.isAwaited(witness)) this.held.push(witness);
    else this.merge(witness);
  }

  /** Judges what has not been judged yet; resolves when everything found has been handed in. */
  flush(): Promise<void> {
    for (const witness of this.held.splice(0)) this.merge(witness);
    for (const tracked of this.tracked) {
      if (tracked.timer !== undefined) this.settle(tracked);
    }
    return this.judging.idle;
  }

  private isAwaited({ root }: Witness): boolean {
    return [...this.underWay].some(one => one.root === undefined || one.root === root);
  }

  private release(): void {
    const free = this.held.filter(witness => !this.isAwaited(witness));
    this.held = this.held.filter(witness => this.isAwaited(witness));
    for (const witness of free) this.merge(witness);
  }

  private merge(witness: Witness): void {
    const runs = this.tracked.map(({ run }) => run);
    const next = matchable(witness, runs);
    const merged = mergeSightings(next.runs, next.witness);
    const same = this.tracked.filter(({ run }) => merged.sameAs.includes(run));
    // The win that was there first stays; of runs that turn out to be one, the others' are taken back.
    const [first] = [...same].sort((a, b) => winTime(a) - winTime(b));
    const tracked: TrackedRun = first ?? { run: merged.run };
    tracked.run = merged.run;
    tracked.isDue = true;
    for (const other of same) {
      clearTimeout(other.timer);
      if (other !== tracked) this.later(() => this.takeBack(other));
    }
    this.tracked = [...this.tracked.filter(one => !same.includes(one)), tracked];
    // Another window may have seen the command of a run of which this one sees files only: let it go first.
    const wait = isInFilesOnly(tracked.run) ? 2 * this.settleMs : this.settleMs;
    tracked.timer = setTimeout(() => this.settle(tracked), wait);
  }

  private settle(tracked: TrackedRun): void {
    clearTimeout(tracked.timer);
    delete tracked.timer;
    this.later(() => this.judge(tracked));
  }

  /** One thing after the other: a judgement needs the state that the one before it left. */
  private later(work: () => Promise<void>): void {
    this.judging.take(work).catch(error => this.log.warn('A test run could not be judged.', error));
  }

  private async judge(tracked: TrackedRun): Promise<void> {
    if (!this.tracked.includes(tracked)) return; // it has become part of another
    this.forget();
    tracked.isDue = false;
    const summary = summarise(tracked.run);
    const { endedAt, folder, command, outcome } = summary;
    const before = keysOf(tracked);
    const project = tracked.facts?.project ?? (await this.host.projectOf(folder));
    if (isInFilesOnly(tracked.run) && this.isKnownElsewhere(project, summary)) return;
    tracked.facts = {
      id: tracked.facts?.id ?? winIdOf(tracked.run),
      project,
      day: tracked.facts?.day ?? this.host.sink.dayOf(endedAt, localOffset(endedAt)),
      summary,
      suites: suitesOf(project, summary),
    };
    this.log.debug(`Test run: ${safeText(command ?? 'Test Explorer')}: ${outcome}`);
    await this.rejudge([...keysOf(tracked), ...before]);
  }

  /**
   * Whether another window has kept the run's win, with its command. This window's own runs have been compared
   * already: what became part of none is another run. Where a run was may not be known; then any project may be its own.
   */
  private isKnownElsewhere(project: string, { endedAt, folder }: RunSummary): boolean {
    return this.host.sink.known.recent.some(
      ({ id, kind, at, source }) =>
        kind === 'tests' &&
        /^(task|terminal|debug)$/.test(source.seenIn ?? '') &&
        endedAt <= at + sameMoment &&
        endedAt >= at - reportReach &&
        !this.tracked.some(own => own.facts?.id === id) &&
        (folder === undefined || this.host.projectOfWin(id) === project),
    );
  }

  private async takeBack(other: TrackedRun): Promise<void> {
    if (other.win && other.facts) await this.host.sink.withdraw(other.facts.project, [other.win.id]);
    delete other.win;
    await this.rejudge(keysOf(other));
  }

  /** Judges the tracked runs of suites in their order; one that was told late may change what the others were. */
  private async rejudge(suites: readonly string[]): Promise<void> {
    const affected = this.tracked.filter(one => keysOf(one).some(key => suites.includes(key)));
    const keys = new Set([...suites, ...affected.flatMap(keysOf)]);
    const results = new Map([...keys].map(key => [key, this.replayed(key)]));
    for (const tracked of affected) {
      const { facts } = tracked;
      if (facts) await this.keep(tracked, facts, reasonsOf(facts, results));
    }
    for (const [key, { state }] of results) {
      const kept = this.host.states.get(key) ?? {};
      if (JSON.stringify(kept) !== JSON.stringify(state)) await this.host.states.set(key, state);
    }
  }

  /** What a suite's runs came to, after those that other windows saw. */
  private replayed(key: string): Replay {
    const base = this.bases.get(key) ?? this.host.states.get(key) ?? {};
    this.bases.set(key, base);
    const { recent } = this.host.sink.known;
    const others = othersOf(this.tracked, key, recent, id => this.host.projectOfWin(id));
    return replay(withWins(base, others), timelineOf(this.tracked, key));
  }

  private async keep(tracked: TrackedRun, facts: RunFacts, reasons: readonly Reason[]): Promise<void> {
    const { id, project, day, summary } = facts;
    const { win } = tracked;
    const { sink } = this.host;
    if (reasons.length === 0) {
      if (win) await sink.withdraw(project, [id]);
      delete tracked.win;
      return;
    }
    const found = testWin(id, summary, reasons, day);
    if (win && JSON.stringify(win) === JSON.stringify(found)) return;
    await sink.keep(project, [{ win: found, offset: localOffset(summary.endedAt) }]);
    tracked.win = found;
  }

  /**
   * Runs that nothing can be added to any more become part of their suites' base: done before the next is judged, which
   * then sees what other windows have kept since.
   */
  private forget(): void {
    const now = this.host.sink.now();
    const kept = new Set(
      forgetOld(
        this.tracked.map(({ run }) => run),
        now,
      ),
    );
    const over = this.tracked.filter(({ run, isDue }) => !isDue && !kept.has(run));
    if (over.length === 0) return;
    for (const key of new Set(over.flatMap(keysOf))) {
      this.bases.set(key, replay(this.bases.get(key) ?? {}, timelineOf(over, key)).state);
    }
    this.tracked = this.tracked.filter(one => !over.includes(one));
    for (const key of this.bases.keys()) {
      // What is kept says the same by now, and another window may add to it.
      if (!this.tracked.some(one => keysOf(one).includes(key))) this.bases.delete(key);
    }
  }
}

/** Whether a run was seen only by what it, or VS Code, wrote. */
function isInFilesOnly({ sightings }: SeenRun): boolean {
  return sightings.every(({ place }) => place === 'report' || place === 'explorer');
}

/** When the win of a run was; runs without one come last. */
function winTime({ win }: TrackedRun): number {
  return win?.at ?? Number.MAX_SAFE_INTEGER;
}
