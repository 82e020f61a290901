import { type JudgedRun, judgeRun, type Reason, type SuiteState } from '../rules';

/** A run of a suite on its timeline. */
export interface TimedRun {
  /** Of its win, should it be one. */
  readonly id: string;
  /** ms since the epoch */
  readonly endedAt: number;
  readonly judged: JudgedRun;
}

/** What a suite's runs came to. */
export interface Replay {
  readonly state: SuiteState;
  /** Why each run counts; none for those that don't. By id. */
  readonly reasons: ReadonlyMap<string, readonly Reason[]>;
}

/** Judges runs in the order in which they ended, whatever the order they were told in. */
export function replay(base: SuiteState, runs: readonly TimedRun[]): Replay {
  let state = base;
  const reasons = new Map<string, readonly Reason[]>();
  for (const { id, judged } of [...runs].sort((a, b) => a.endedAt - b.endedAt || (a.id < b.id ? -1 : 1))) {
    const judgement = judgeRun(state, judged);
    state = judgement.state;
    reasons.set(id, judgement.reasons);
  }
  return { state, reasons };
}
