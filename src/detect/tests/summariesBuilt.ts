import type { TestCount } from './count';
import { after, before, type CountReader, each, first, last, rest, sum, told } from './countReader';

const goJson: CountReader = text => {
  const actions = [...text.matchAll(/^\{.*"Action":"(pass|fail|skip)".*"Test":"/gm)].map(match => match[1]);
  if (actions.length === 0) return undefined;
  const count = (action: string): number => actions.filter(one => one === action).length;
  return { passed: count('pass'), failed: count('fail'), skipped: count('skip') };
};

const goVerbose: CountReader = text => {
  if (!/^=== RUN /m.test(text)) return undefined; // without -v only failures are told
  const count = (result: string): number => (text.match(new RegExp(`^--- ${result}: `, 'gm')) ?? []).length;
  return { passed: count('PASS'), failed: count('FAIL'), skipped: count('SKIP') };
};

/**
 * XCTest tells the sum of suites again for the suites above: the last line is the whole of a bundle, and each bundle
 * ends with all of its own.
 */
const xctest = first(
  each(
    /^Test Suite '(?:All|Selected) tests' (?:passed|failed)[^\n]*\nExecuted (\d+) tests?, with (.*)/gm,
    ([, total, all]) => xctestLine(total, all),
  ),
  last(/^Executed (\d+) tests?, with (.*)/gm, /(?!)/, ([, total, all]) => xctestLine(total, all)),
);

function xctestLine(total: string | undefined, all: string | undefined): TestCount {
  return rest(Number(total), before(all, 'failures?'), before(all, 'tests? skipped'));
}

const swiftTesting = each(
  /^(?:\S+ +)?Test run with (\d+) tests?\b[^\n]*? (passed|failed) after [\d.]+ seconds?(?: with (\d+) issues?)?/gm,
  ([, total, how, issues]) =>
    how === 'passed'
      ? { passed: Number(total) }
      : rest(Number(total), Math.min(Number(total), Math.max(1, Number(issues ?? 1))), 0),
);

/** Both run, one after the other, and one of them has often nothing to run. */
const swift: CountReader = text => {
  const [old, own] = [xctest(text), swiftTesting(text)];
  if (!old || !own) {
    const isSilent = own?.passed === 0 && own.failed === 0 && /^\[\d+\/\d+\] Testing /m.test(text); // `--parallel`
    return isSilent ? undefined : (old ?? own);
  }
  return {
    passed: old.passed + own.passed,
    failed: old.failed + own.failed,
    skipped: old.skipped + own.skipped,
  };
};

/** It counts targets. */
const bazel = each(/^Executed \d+ out of \d+ tests?: (.*)\.$/gm, ([, all]) => ({
  passed: before(all, '(?:tests? )?pass(?:es)?'),
  failed: before(all, '(?:tests? )?fails?'),
  skipped: before(all, '(?:was|were) skipped'),
}));

/** Of languages that are built first. Forms were taken from real runs and from the runners' sources. */
export const builtReaders: Readonly<Record<string, CountReader>> = {
  go: first(
    each(/^DONE (?:(\d+) runs, )?(\d+) tests?(.*) in /gm, ([, runs, total, all]) => {
      const count = rest(Number(total), before(all, 'failures?|errors?'), before(all, 'skipped'));
      // `--rerun-fails`: what failed at first has passed since, if the status says so.
      return runs === undefined ? count : { ...count, failed: 0 };
    }),
    each(
      /^(?:SUCCESS!|FAIL!).* -- (\d+) Passed \| (\d+) Failed \| (\d+) Pending \| (\d+) Skipped/gm,
      match => ({
        passed: Number(match[1]),
        failed: Number(match[2]),
        skipped: Number(match[3]) + Number(match[4]),
      }),
    ),
    goJson,
    goVerbose,
  ),
  cargo: each(/^test result: \w+\. (\d+ passed; \d+ failed; \d+ ignored)/gm, match => told(match[1])),
  'cargo nextest': each(/^Summary \[.*\] *\d+(?:\/\d+)? tests? run: (.*)$/gm, ([, all]) => ({
    // Those that passed at the second try are among those that passed.
    passed: before(all, 'passed'),
    failed: before(all, 'failed|exec failed|timed out'),
    skipped: before(all, 'skipped'),
  })),
  dotnet: first(
    each(/^(?:Passed|Failed|Skipped)!\s+- (Failed:.*Total:\s*\d+)/gm, ([, all]) => ({
      passed: after(all, 'Passed'),
      failed: after(all, 'Failed'),
      skipped: after(all, 'Skipped'),
    })),
    each(
      /^Test (?:run )?summary: (?:.*\n)?(total: \d+,?\s+failed: \d+,?\s+succeeded: \d+,?\s+skipped: \d+)/gm,
      ([, all]) => ({
        passed: after(all, 'succeeded'),
        failed: after(all, 'failed'),
        skipped: after(all, 'skipped'),
      }),
    ),
    // Before .NET 5, and with more words
    each(/^Total tests: \d+((?:[.\s]+(?:Passed|Failed|Skipped): \d+)+)/gm, ([, all]) => ({
      passed: after(all, 'Passed'),
      failed: after(all, 'Failed'),
      skipped: after(all, 'Skipped'),
    })),
  ),
  mvn: each(
    /^(?:\[\w+\] )?Tests run: (\d+), (Failures: \d+, Errors: \d+, Skipped: \d+)(?:, Flakes: \d+)?$/gm,
    ([, total, all]) => rest(Number(total), after(all, 'Failures|Errors'), after(all, 'Skipped')),
  ),
  gradle: each(/^(\d+) tests? completed(.*)$/gm, ([, total, all]) =>
    rest(Number(total), before(all, 'failed'), before(all, 'skipped')),
  ),
  ctest: each(/^\d+% tests passed, (\d+) tests? failed out of (\d+)/gm, match =>
    rest(Number(match[2]), Number(match[1]), 0),
  ),
  mix: each(/^((?:\d+ (?:doctests?|properties|property|tests?), )+)(\d+ failures?.*)$/gm, ([, total, all]) =>
    rest(sum(total, /(\d+)/g), before(all, 'failures?'), before(all, 'excluded|skipped')),
  ),
  dart: each(
    /^\S* ?\+(\d+)(?: ~(\d+))?(?: -(\d+))?: (?:All tests (?:passed!|skipped\.)|Some tests failed\.)/gm,
    match => ({
      passed: Number(match[1]),
      skipped: Number(match[2] ?? 0),
      failed: Number(match[3] ?? 0),
    }),
  ),
  swift,
  xcodebuild: swift,
  sbt: first(
    each(/Tests: succeeded (\d+), failed (\d+), canceled (\d+), ignored (\d+)/g, match => ({
      passed: Number(match[1]),
      failed: Number(match[2]),
      skipped: Number(match[3]) + Number(match[4]),
    })),
    each(/(?:Passed|Failed): Total (\d+), Failed (\d+), Errors (\d+), Passed (\d+)/g, match => ({
      passed: Number(match[4]),
      failed: Number(match[2]) + Number(match[3]),
    })),
  ),
  lein: each(/^Ran (\d+) tests containing \d+ assertions\.\n(\d+) failures, (\d+) errors\./gm, match =>
    rest(Number(match[1]), Number(match[2]) + Number(match[3]), 0),
  ),
  zig: first(
    each(/^Build Summary: .*?\b(\d+)\/(\d+) tests passed(.*)$/gm, ([, passed, total, all]) => {
      const skipped = before(all, 'skipped');
      return { passed: Number(passed), skipped, failed: Number(total) - Number(passed) - skipped };
    }),
    each(/^All (\d+) tests passed\.|^(\d+) passed; (\d+) skipped; (\d+) failed\./gm, match => ({
      passed: Number(match[1] ?? match[2]),
      skipped: Number(match[3] ?? 0),
      failed: Number(match[4] ?? 0),
    })),
  ),
  bazel,
  bazelisk: bazel,
  meson: each(
    /^Ok:\s+(\d+)\n((?:(?:Expected Fail|Fail|Unexpected Pass|Skipped|Ignored|Timeout):\s+\d+\n?)+)/gm,
    ([, passed, all]) => ({
      passed: Number(passed),
      failed: after(all, '(?<!Expected )Fail|Unexpected Pass|Timeout'),
      skipped: after(all, 'Skipped|Ignored'),
    }),
  ),
  forge: each(/^(?:Suite|Test) result: \w+\. (\d+ passed; \d+ failed; \d+ skipped)/gm, match =>
    told(match[1]),
  ),
  terraform: each(/^(?:Success|Failure)! (\d+ passed, \d+ failed.*)$/gm, match => told(match[1])),
  busted: each(
    /^(\d+) success(?:es)? \/ (\d+) failures? \/ (\d+) errors? \/ (\d+) pending/gm,
    ([, passed, failed, errors, pending]) => ({
      passed: Number(passed),
      failed: Number(failed) + Number(errors),
      skipped: Number(pending),
    }),
  ),
  // Programs of tests in C++, whoever starts them
  doctest: each(
    /^\[doctest\] test cases:\s*\d+\s*\|\s*(\d+) passed\s*\|\s*(\d+) failed(?:\s*\|\s*(\d+) skipped)?/gm,
    ([, passed, failed, skipped]) => ({
      passed: Number(passed),
      failed: Number(failed),
      skipped: Number(skipped ?? 0),
    }),
  ),
  gtest: text =>
    /^\[ {2}PASSED {2}\] \d+ tests?\.$/m.test(text)
      ? {
          passed: sum(text, /^\[ {2}PASSED {2}\] (\d+) tests?\.$/gm),
          failed: sum(text, /^\[ {2}FAILED {2}\] (\d+) tests?, listed below:$/gm),
          skipped: sum(text, /^\[ {2}SKIPPED \] (\d+) tests?, listed below:$/gm),
        }
      : undefined,
};
