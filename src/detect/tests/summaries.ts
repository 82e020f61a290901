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

/** Mocha's three lines stand apart; only the first is always there. */
const mocha: CountReader = text =>
  /^\d+ passing\b/m.test(text)
    ? {
        passed: sum(text, /^(\d+) passing\b/gm),
        failed: sum(text, /^(\d+) failing\b/gm),
        skipped: sum(text, /^(\d+) pending\b/gm),
      }
    : undefined;

/** `# pass 3` of node, tape and mocha's TAP; `ℹ pass 3` of node's spec reporter. */
const node: CountReader = text => {
  const line = (words: string): number => sum(text, new RegExp(`^(?:#|ℹ) (?:${words})\\s+(\\d+)$`, 'gm'));
  if (!/^(#|ℹ) pass\s+\d+$/m.test(text)) return undefined;
  return { passed: line('pass'), failed: line('fail|cancelled'), skipped: line('skipped|todo') };
};

/** Lines of the form `  3 passed`, each on its own. */
function lines(name: string, passed: string, failed: string, skipped: string, end: string): CountReader {
  const count = (words: string, text: string): number =>
    sum(text, new RegExp(`^(\\d+) ${name}(?:${words})${end}`, 'gm'));
  const any = new RegExp(`^\\d+ ${name}(?:${passed}|${failed}|${skipped})${end}`, 'm');
  return text =>
    any.test(text)
      ? { passed: count(passed, text), failed: count(failed, text), skipped: count(skipped, text) }
      : undefined;
}

/** XCTest tells the sum of suites again for the suites above: the last line is the whole. */
const xctest: CountReader = text => {
  const last = [...text.matchAll(/^Executed (\d+) tests?, with (.*)/gm)].at(-1);
  if (!last) return undefined;
  return rest(Number(last[1]), before(last[2], 'failures?'), before(last[2], 'tests? skipped'));
};

/** Swift Testing, or XCTest. */
const swift = first(
  each(/Test run with (\d+) tests?\b.* passed after /g, match => ({ passed: Number(match[1]) })),
  xctest,
);

/** By runner, as `TestRun.runner` names it. Forms were taken from real runs and from the runners' sources. */
export const readers: Readonly<Record<string, CountReader>> = {
  jest: last(/^Tests: +(.*\b\d+ total)$/gm, /^Ran all test suites.*$/m, match => told(match[1])),
  vitest: last(/^Tests {2}(.*) \(\d+\)$/gm, /^Duration .*\(transform.*$/m, match => told(match[1])),
  mocha,
  cypress: mocha,
  node,
  tap: last(/^# \{ total: \d+(.*)\}$/gm, /(?!)/, ([, all]) => ({
    passed: after(all, 'pass'),
    failed: after(all, 'fail'),
    skipped: after(all, 'skip|todo'),
  })),
  ava: lines('(?:tests? |known )', 'passed', 'failed', 'skipped|todo', '$'),
  playwright: lines(
    '',
    'passed|flaky',
    'failed|interrupted',
    'skipped|did not run',
    '(?: \\([\\d.]+m?s?.*\\))?$',
  ),
  bun: lines('', 'pass', 'fail', 'skip|todo', '$'),
  deno: each(/^(?:ok|FAILED) \| (\d+ passed.*)$/gm, match => told(match[1])),
  pytest: each(/^=* ?((?:\d+ [a-z]+(?:, )?)+) in [\d.]+s\b/gm, match => told(match[1])),
  unittest: each(/^Ran (\d+) tests? in [^\n]*\n(?:OK|FAILED|NO TESTS RAN)(.*)$/gm, ([, total, all]) =>
    rest(Number(total), after(all, '(?<!expected )failures|errors'), after(all, 'skipped')),
  ),
  go: first(
    each(/^DONE (?:\d+ runs, )?(\d+) tests?(.*) in /gm, ([, total, all]) =>
      rest(Number(total), before(all, 'failures?|errors?'), before(all, 'skipped')),
    ),
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
  'cargo nextest': each(/^Summary \[.*\] *\d+(?:\/\d+)? tests? run: (.*)$/gm, match => told(match[1])),
  rspec: each(/^(\d+) examples?, (.*)$/gm, ([, total, all]) =>
    rest(Number(total), before(all, 'failures?'), before(all, 'pending')),
  ),
  minitest: each(/^(\d+) (?:runs|tests), \d+ assertions, (.*)$/gm, ([, total, all]) =>
    rest(Number(total), before(all, 'failures|errors'), before(all, 'skips|pendings|omissions')),
  ),
  phpunit: first(
    each(/^OK \((\d+) tests?, \d+ assertions?\)/gm, match => ({ passed: Number(match[1]) })),
    each(/^Tests: (\d+), Assertions: \d+(.*)\.$/gm, ([, total, all]) =>
      rest(Number(total), after(all, 'Failures|Errors'), after(all, 'Skipped|Incomplete')),
    ),
    each(/^Tests:\s+(.*) \(\d+ assertions?\)$/gm, match => told(match[1])),
  ),
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
  ),
  mvn: each(
    /^(?:\[\w+\] )?Tests run: (\d+), (Failures: \d+, Errors: \d+, Skipped: \d+)$/gm,
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
  zig: each(/^All (\d+) tests passed\.|^(\d+) passed; (\d+) skipped; (\d+) failed\./gm, match => ({
    passed: Number(match[1] ?? match[2]),
    skipped: Number(match[3] ?? 0),
    failed: Number(match[4] ?? 0),
  })),
};
