import type { TestCount } from './count';
import type { CountReader } from './countReader';
import { readers } from './summaries';
import { stripTerminal } from './terminal';

/**
 * Counts read from a run's output. With a known runner its summary is read; else the one summary that is there.
 * Several summaries of a runner (a workspace's packages, cargo's binaries) are added up, so give the whole output or
 * none: a cut one would tell less. Undefined when there is no summary, or those of different runners.
 */
export function passCountOf(runner: string | undefined, output: string): TestCount | undefined {
  const text = stripTerminal(output);
  const own = runner === undefined ? undefined : readers[runner];
  if (own) return own(text);
  const found = [...new Set(Object.values(readers))]
    .map((read: CountReader) => read(text))
    .filter(count => count !== undefined);
  return found.length === 1 ? found[0] : undefined;
}

const noTest = [
  // jest, vitest, playwright, bun, deno, ctest, mix, dotnet, maven, gradle, phpunit, rspec, dart, ava, tap, node
  /^[^\w\n]*(error: )?No tests? (files? )?(were )?found\b/im,
  /^Tests +no tests$/m,
  /^[^\w\n]*(error: )?No test modules found/im,
  /^There are no tests to run/m,
  /^[^\w\n]*No test (is available|matches the given testcase filter|source files)/m,
  /^(\[INFO\] )?No tests to run\.?$/m,
  /^No tests executed!/m,
  /^(No examples found\.|0 examples, 0 failures)/m,
  /^No tests (were )?ran\b/im,
  /Couldn['’]t find any files to test|did not match the filters:/,
  /^Could not find '.*'$/m,
  /^=* ?no tests ran in /m,
  /^Ran 0 tests in /m,
  /^NO TESTS RAN/m,
  /^((testing: )?warning: |error: )?no tests to run$/im,
  // bazel, meson, cypress, flutter, prove, cucumber, swift
  /No test targets were found/,
  /^No tests defined\.?$/m,
  /no spec files were found/i,
  /^Test directory "\S+" (not found|does not appear)/m,
  /^Result: NOTESTS/m,
  /^0 scenarios\b/m,
  /No matching test cases were run/,
  /^(\[INFO\] )?Tests are skipped\.$/m,
  // Nothing was chosen: pnpm, nx, turbo
  /^(No projects matched the filters|None of the selected packages has a)\b/m,
  /^(NX\s+)?No tasks were (run|executed)\b/m,
  // Nothing was started: an up-to-date target, a script that is not there
  /^task: Task "\S*test\S*" is up to date/im,
  /^g?make: ('\S+' is up to date|Nothing to be done for '\S+')/m,
  /^npm (ERR!|error) Missing script:/m,
  /no test specified/i,
  /^ERR_PNPM_NO_SCRIPT|error Command "\S+" not found\./m,
];

/** Whether the output says that there was no test to run. Meant for a run without a count above 0. */
export function foundNoTest(output: string): boolean {
  const text = stripTerminal(output);
  return (
    noTest.some(pattern => pattern.test(text)) ||
    noneOf.some(({ empty, other }) => empty.test(text) && !other.test(text))
  );
}

/** Runners that tell of each package, module or directory: there was no test when all of them say so. */
const noneOf = [
  {
    // go test, with and without coverage
    empty: /^(\?\s+\S+\s+\[no test files\]|\S+\s+coverage: 0\.0% of statements|ok\s.*\[no tests to run\])$/m,
    other: /^(ok\s(?!.*\[no tests to run\]$)|FAIL\s|---\s)/m,
  },
  {
    empty: /> Task \S*[tT]est\S* NO-SOURCE/,
    other: /> Task \S*(:|[a-z])([tT]est|\w+Test)( (UP-TO-DATE|FROM-CACHE|FAILED))?$/m,
  },
];

/** Whether jest or vitest tells of files with tests that failed, be it before their first test. */
export function failedToLoad(output: string): boolean {
  return /^Test (Suites:|Files) +(\d+ [a-z]+,? \|? ?)*[1-9]\d* failed\b/m.test(stripTerminal(output));
}

const watching = [
  /^[^\w\n]*(PASS|FAIL)\s+Waiting for file changes/m,
  /^press h to show help, press q to quit/m,
  /^Watch Usage\b/m,
  /(^|\] )waiting for changes\.\.\./im,
  /^(Watch mode enabled\. )?Watching for file changes/im,
  /^› Press q to quit watch mode/m,
  /Type `r` and press enter to rerun/,
];

/** Whether the output is that of a watch, which ends when someone stops it, whatever its tests say. */
export function wasWatching(output: string): boolean {
  const text = stripTerminal(output);
  return watching.some(pattern => pattern.test(text));
}
