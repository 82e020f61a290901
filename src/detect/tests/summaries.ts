import { after, before, type CountReader, each, first, last, rest, sum, told } from './countReader';
import { builtReaders } from './summariesBuilt';

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

/** parallel_tests sums the processes' summaries up in one more at the end. */
function inParallel(read: CountReader): CountReader {
  return text => {
    if (!/^\d+ process(es)? for \d+ \w+/m.test(text)) return read(text);
    return read(text.split('\n').findLast(line => /^\d+ (examples?|runs|tests), /.test(line)) ?? '');
  };
}

const cucumber = each(/^\d+ scenarios? \((.*)\)$/gm, match => told(match[1]));

/** It redraws its line while it runs, and adds browsers up at the end. */
const karma = first(
  each(/^TOTAL: (?:(\d+) FAILED, )?(\d+) SUCCESS$/gm, match => ({
    passed: Number(match[2]),
    failed: Number(match[1] ?? 0),
  })),
  last(
    /Executed (\d+) of \d+(?: \((\d+) FAILED\))?(?: \(skipped (\d+)\))?(?= |$)/gm,
    /(?!)/,
    ([, run, failed, skipped]) => ({
      passed: Number(run) - Number(failed ?? 0),
      failed: Number(failed ?? 0),
      skipped: Number(skipped ?? 0),
    }),
  ),
);

/** By runner, as `TestRun.runner` names it. Forms were taken from real runs and from the runners' sources. */
export const readers: Readonly<Record<string, CountReader>> = {
  ...builtReaders,
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
  pytest: first(
    each(
      /^=* ?(?=[^\n]*\b(?:passed|failed|errors?|skipped|xfailed|xpassed|deselected)\b)((?:\d+ [a-z]+(?: passed| failed| skipped)?(?:, )?)+) in [\d.]+ ?s(?:econds)?\b/gm,
      match => told(match[1]),
    ),
    // pytest-sugar
    each(/^Results \([\d.:]+s?\):\n((?:(?:\d+ \w+|- .*)\n?)+)/gm, match => told(match[1])),
  ),
  unittest: each(/^Ran (\d+) tests? in [^\n]*\n(?:OK|FAILED|NO TESTS RAN)(.*)$/gm, ([, total, all]) =>
    rest(Number(total), after(all, '(?<!expected )failures|errors'), after(all, 'skipped')),
  ),
  rspec: inParallel(
    each(/^(\d+) examples?, (.*)$/gm, ([, total, all]) =>
      rest(Number(total), before(all, 'failures?'), before(all, 'pending')),
    ),
  ),
  minitest: inParallel(
    each(/^(\d+) (?:runs|tests), \d+ assertions, (.*)$/gm, ([, total, all]) =>
      rest(Number(total), before(all, 'failures|errors'), before(all, 'skips|pendings|omissions')),
    ),
  ),
  behave: each(/^(\d+) scenarios? passed, (.*)$/gm, ([, passed, all]) => ({
    passed: Number(passed),
    failed: before(all, 'failed|errors?'),
    skipped: before(all, 'skipped'),
  })),
  cucumber,
  'cucumber-js': cucumber,
  behat: cucumber,
  karma,
  ng: karma,
  phpunit: first(
    each(/^OK \((\d+) tests?, \d+ assertions?\)/gm, match => ({ passed: Number(match[1]) })),
    each(/^Tests: (\d+), Assertions: \d+(.*)\.$/gm, ([, total, all]) =>
      rest(Number(total), after(all, 'Failures|Errors'), after(all, 'Skipped|Incomplete')),
    ),
    // Pest, and Laravel, whose older versions count no assertions
    each(/^Tests:\s+(.*) \(\d+ assertions?\)$/gm, match => told(match[1])),
    each(
      /^Tests: +((?:\d+ (?:passed|failed|skipped|todo|risky|warnings?|incomplete)(?:, )?)+)\nTime:/gm,
      match => told(match[1]),
    ),
  ),
};
