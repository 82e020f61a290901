import type { TestCount } from './count';
import { foundNoTest, passCountOf, wasWatching } from './output';
import type { TestRun } from './recognise';

/** How a run ended: all tests passed, some did not, or nothing can be said. */
export type Outcome = 'green' | 'red' | 'unknown';

/** An outcome with what the output told. */
export interface RunOutcome {
  readonly outcome: Outcome;
  readonly count?: TestCount;
}

/**
 * Exit codes of a run that someone or something stopped, or that never began: signals (128 + n), Windows' Ctrl+C,
 * `timeout` (124), not executable (126) and not found (127, cmd's 9009).
 */
const stopped: ReadonlySet<number> = new Set([
  124, 125, 126, 127, 129, 130, 131, 137, 141, 143, 9009, 3221225786, -1073741510,
]);

/**
 * What an exit code says about a run.
 * @param exitCode undefined when the terminal or task told none
 * @param output the whole output, when it is known; never needed for green, but it can take green away (no test found,
 * a watch, failures behind a status of 0) and make an unclear red certain
 */
export function outcomeOf(run: TestRun, exitCode: number | undefined, output = ''): RunOutcome {
  const count = run.tests === 1 && output !== '' ? passCountOf(run.runner, output) : undefined;
  const told = count && { count };
  if (exitCode === undefined || stopped.has(exitCode) || wasWatching(output)) return { outcome: 'unknown' };
  if (count ? count.passed + count.failed === 0 : foundNoTest(output)) return { outcome: 'unknown', ...told };
  if (exitCode === 0)
    return { outcome: count && (count.failed > 0 || count.passed === 0) ? 'unknown' : 'green', ...told };
  if (count && count.failed > 0) return { outcome: 'red', ...told };
  // pytest: 2 interrupted, 3 internal error, 4 wrong usage, 5 no test
  const unclear = run.runner === 'pytest' && run.tests === 1 && exitCode !== 1;
  return { outcome: run.redIsCertain && !unclear ? 'red' : 'unknown', ...told };
}
