import assert from 'node:assert/strict';
import { outcomeOf } from '../../../../src/detect/tests/outcome';
import { recogniseRun } from '../../../../src/detect/tests/recognise';

function told(line: string, exitCode: number | undefined, output?: string): string {
  const run = recogniseRun(line, { shell: 'posix', cwd: '', extraPatterns: [] });
  assert.ok(run, line);
  const { outcome, count } = outcomeOf(run, exitCode, output);
  return count ? `${outcome} ${count.passed}` : outcome;
}

suite('What an exit code says', () => {
  test('0 is green and another code red, when the status is the tests’ own', () => {
    assert.equal(told('npm test', 0), 'green');
    assert.equal(told('npm test', 1), 'red');
    assert.equal(told('cargo test', 101), 'red');
  });

  test('an unknown exit code is unknown', () => {
    assert.equal(told('npm test', undefined), 'unknown');
    assert.equal(told('jest', undefined, 'Tests: 3 passed, 3 total\n'), 'unknown');
  });

  test('a run that was stopped, or never began, is unknown', () => {
    for (const code of [130, 137, 143, 126, 127, 124, 9009, 3221225786])
      assert.equal(told('npm test', code), 'unknown');
  });

  test('red is unknown when something else may have failed, unless the output tells', () => {
    assert.equal(told('npm run build && jest', 1), 'unknown');
    assert.equal(told('npm run build && jest', 1, 'Tests: 1 failed, 2 passed, 3 total\n'), 'red 2');
    assert.equal(told('npm run build && jest', 0, 'Tests: 3 passed, 3 total\n'), 'green 3');
  });

  test('a run that found no test is unknown, whatever its exit code', () => {
    assert.equal(told('jest', 1, 'No tests found, exiting with code 1\n'), 'unknown');
    assert.equal(told('jest --passWithNoTests', 0, 'No tests found, exiting with code 0\n'), 'unknown');
    assert.equal(told('mocha', 0, '\n  0 passing (2ms)\n'), 'unknown 0');
    assert.equal(told('pytest', 5), 'unknown');
    assert.equal(told('go test ./...', 0, '?   \texample.com/a\t[no test files]\n'), 'unknown');
    assert.equal(told('make test', 0, "make: 'test' is up to date.\n"), 'unknown');
    assert.equal(told('npm test', 1, 'npm error Missing script: "test"\n'), 'unknown');
  });

  test('a test that passed when it was tried again is no failure', () => {
    assert.equal(
      told('gotestsum --rerun-fails ./...', 0, 'DONE 2 runs, 12 tests, 1 failure in 1.5s\n'),
      'green 11',
    );
    assert.equal(
      told('gotestsum --rerun-fails ./...', 1, 'DONE 2 runs, 12 tests, 2 failures in 1.5s\n'),
      'red 10',
    );
  });

  test('files that fail before their first test are red', () => {
    const jest = 'Test Suites: 1 failed, 1 total\nTests:       0 total\nSnapshots:   0 total\n';
    assert.equal(told('jest', 1, jest), 'red 0');
    assert.equal(
      told('jest', 1, 'Test Suites: 2 skipped, 1 failed, 120 passed, 123 total\nTests: 0 total\n'),
      'red 0',
    );
    const vitest = ' Test Files  1 failed (1)\n      Tests  no tests\n';
    assert.equal(told('vitest run', 1, vitest), 'red');
    assert.equal(told('vitest run', 0, vitest), 'unknown');
    assert.equal(told('vitest run', 1, ' Test Files  no tests\n      Tests  no tests\n'), 'unknown');
  });

  test('a package without tests does not take the others away', () => {
    const output = '?   \ta/b\t[no test files]\nok  \ta/c\t0.1s\n';
    assert.equal(told('go test ./...', 0, output), 'green');
    assert.equal(
      told('npm test --workspaces', 0, 'No tests found, exiting with code 0\n\n  3 passing (2ms)\n'),
      'green 3',
    );
  });

  test('0 with failures, or with all tests skipped, is not green', () => {
    assert.equal(told('jest', 0, 'Tests: 1 failed, 2 passed, 3 total\n'), 'unknown 2');
    assert.equal(told('jest', 0, 'Tests: 3 skipped, 3 total\n'), 'unknown 0');
  });

  test('a watch that was stopped is unknown, however it was started', () => {
    assert.equal(
      told('npm test', 0, ' PASS  Waiting for file changes...\n  press h to show help, press q to quit\n'),
      'unknown',
    );
  });

  test('pytest that could not run is unknown', () => {
    for (const code of [2, 3, 4]) assert.equal(told('pytest', code), 'unknown');
    assert.equal(told('pytest', 2, '==== 3 errors in 0.12s ====\n'), 'red 0');
  });

  test('of two runners in one run, the one without tests takes nothing away', () => {
    const none = '✔ Test run with 0 tests in 0 suites passed after 0.001 seconds.\n';
    const old = ' Executed 29 tests, with 0 failures (0 unexpected) in 0.004 (0.010) seconds\n';
    assert.equal(told('swift test', 0, old + none), 'green 29');
    assert.equal(told('swift test --parallel', 0, `[1/1] Testing A.B/testC\n${none}`), 'green');
    assert.equal(told('swift test --filter Nothing', 0, none), 'unknown 0');
    const red = '✘ Test run with 66 tests in 11 suites failed after 0.183 seconds with 1 issue.\n';
    assert.equal(told('swift test', 1, old.replace('29', '0') + red), 'red 65');
  });

  test('a workspace’s tool that found nothing to run is unknown', () => {
    assert.equal(
      told('pnpm --filter nobody test', 0, 'No projects matched the filters in "/app"\n'),
      'unknown',
    );
    assert.equal(told('nx affected -t test', 0, ' NX   No tasks were run\n'), 'unknown');
    assert.equal(told('task test', 0, 'task: Task "test" is up to date\n'), 'unknown');
    assert.equal(told('task test', 0, 'task: Task "build" is up to date\nok  \ta/c\t0.1s\n'), 'green');
  });

  test('with several test commands no count is the suite’s', () => {
    assert.equal(told('jest && pytest', 0, 'Tests: 3 passed, 3 total\n4 passed in 0.1s\n'), 'green');
  });
});
