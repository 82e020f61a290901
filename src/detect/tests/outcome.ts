import type { TestCount } from './count';
import { failedToLoad, foundNoTest, passCountOf, wasWatching } from './output';
import type { TestRun } from './recognise';

/** How a run ended: all tests passed, some did not, or nothing can be said. */
export type Outcome = 'green' | 'red' | 'unknown';

/** An outcome with what the output told. */
export interface RunOutcome {
  readonly outcome: Outcome;
  readonly count?: TestCount;
  /** The status says that all is well and the output that it is not: whoever saw the status only is wrong. */
  readonly isDenied?: true;
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
  if (exitCode === undefined || stopped.has(exitCode)) return { outcome: 'unknown' };
  const isWatch = wasWatching(output);
  const count = run.tests === 1 && output !== '' && !isWatch ? passCountOf(run.runner, output) : undefined;
  const outcome = isWatch ? 'unknown' : judge(run, exitCode, output, count);
  const isDenied = exitCode === 0 && outcome === 'unknown';
  return { outcome, ...(count && { count }), ...(isDenied && { isDenied }) };
}

function judge(run: TestRun, exitCode: number, output: string, count: TestCount | undefined): Outcome {
  if (exitCode !== 0 && run.tests === 1 && failedToLoad(output)) return 'red';
  if (count ? count.passed + count.failed === 0 : foundNoTest(output)) return 'unknown';
  if (exitCode === 0) return count && (count.failed > 0 || count.passed === 0) ? 'unknown' : 'green';
  if (count && count.failed > 0) return 'red';
  // pytest: 2 interrupted, 3 internal error, 4 wrong usage, 5 no test
  const isUnclear = run.runner === 'pytest' && run.tests === 1 && exitCode !== 1;
  return run.redIsCertain && !isUnclear ? 'red' : 'unknown';
}
