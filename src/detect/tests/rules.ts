import * as l10n from '@vscode/l10n';
import type { Day } from '../../core/day';
import type { Win } from '../../core/win';
import type { Outcome } from './outcome';

/** What it takes to run a red suite again. */
export interface RedRun {
  /** As it is shown. */
  readonly command: string;
  /** When it ended, ms since the epoch. */
  readonly at: number;
  /** The line of a terminal, as it was typed, and the folder (absolute) it was typed in. */
  readonly line?: string;
  readonly folder?: string;
  /** The name of the task that it was. */
  readonly task?: string;
}

/** What is kept of a suite. */
export interface SuiteState {
  readonly lastOutcome?: 'green' | 'red';
  /** The last day with a green run. */
  readonly lastGreenDay?: Day;
  /** The most tests that passed in one green run, of those that told. */
  readonly bestCount?: number;
  /** Of a suite that is red, where it can be run again. */
  readonly red?: RedRun;
}

/** Why a green run counts (SPEC 2.3), the strongest first. */
export type Reason = 'afterRed' | 'moreTests' | 'firstToday';

/** A run as the rules see it. */
export interface JudgedRun {
  readonly outcome: Outcome;
  readonly day: Day;
  /** How many tests passed, when the output or report told. */
  readonly passed?: number;
  /** Should it be red, what is remembered of it. */
  readonly again?: RedRun;
}

/** A run's judgement, with the state it leaves. */
export interface Judgement {
  readonly state: SuiteState;
  /** None when it does not count. */
  readonly reasons: readonly Reason[];
}

/**
 * Judges a run of a suite. A green one counts, once, when the run before was red, when it is the day's first green one,
 * or when more tests passed than in any earlier green run. An unknown one is no win and changes nothing.
 */
export function judgeRun(state: SuiteState, run: JudgedRun): Judgement {
  if (run.outcome === 'unknown') return { state, reasons: [] };
  if (run.outcome === 'red') {
    const red = run.again ?? state.red;
    return { state: { ...state, lastOutcome: 'red', ...(red && { red }) }, reasons: [] };
  }
  const { lastGreenDay, bestCount } = state;
  const { day, passed } = run;
  const reasons: Reason[] = [];
  if (state.lastOutcome === 'red') reasons.push('afterRed');
  if (passed !== undefined && bestCount !== undefined && passed > bestCount) reasons.push('moreTests');
  // A run that is told late must not make its day, nor the days after it, new again.
  if (lastGreenDay === undefined || day > lastGreenDay) reasons.push('firstToday');
  const best = Math.max(passed ?? 0, bestCount ?? 0);
  return {
    state: {
      lastOutcome: 'green',
      lastGreenDay: lastGreenDay !== undefined && lastGreenDay > day ? lastGreenDay : day,
      ...(best > 0 && { bestCount: best }),
    },
    reasons,
  };
}

/**
 * Why a run in the Test Explorer counts, which is of two suites: what was selected, and all that its controller has.
 * Green after red is judged by the selection alone. Each other reason must hold for both: or every test that is clicked
 * would be a day's first, and every larger selection more tests than ever.
 */
export function reasonsWithin(own: readonly Reason[], wider: readonly Reason[]): readonly Reason[] {
  return own.filter(reason => reason === 'afterRed' || wider.includes(reason));
}

/** A suite's state, brought up to date with wins that are kept of it: other windows have seen runs that this one has not. */
export function withWins(state: SuiteState, wins: readonly Win[]): SuiteState {
  return wins.reduce((before, { at, day, source }) => {
    const { red, lastOutcome, ...kept } = before;
    const lastGreenDay = kept.lastGreenDay !== undefined && kept.lastGreenDay > day ? kept.lastGreenDay : day;
    const best = Math.max(kept.bestCount ?? 0, Number(source.passed ?? 0) || 0);
    const isRed = lastOutcome === 'red' && (red === undefined || red.at > at);
    return {
      lastOutcome: isRed ? 'red' : 'green',
      lastGreenDay,
      ...(best > 0 && { bestCount: best }),
      ...(isRed && red && { red }),
    };
  }, state);
}

/** Why a run counted, in one sentence. `command` is shown as given: make it safe first. */
export function whyOf(reasons: readonly Reason[], command: string, passed?: number): string {
  if (reasons.includes('afterRed')) return l10n.t('First green run of `{0}` after a red one.', command);
  if (reasons.includes('moreTests') && passed !== undefined)
    return l10n.t('More tests of `{0}` passed than ever: {1}.', command, passed);
  return l10n.t('First green run of `{0}` today.', command);
}

/** The win's title: few words, without the command. */
export function titleOf(reasons: readonly Reason[], passed?: number): string {
  if (reasons.includes('afterRed')) return l10n.t('Green again after red');
  if (reasons.includes('moreTests') && passed !== undefined)
    return l10n.t('{0} tests pass, more than ever', passed);
  return l10n.t('First green run today');
}
