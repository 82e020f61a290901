// What a window of the web runs (`extensionTestsPath`): mocha over the suites of its bundle.

/** Marks the lines of the tests among all that VS Code writes; the same as in `test/editor/web.mjs`. */
const lineMark = 'microwins-test|';

/** Rejects when a test failed. @param load evaluates the suites */
export async function runSuites(load: () => void): Promise<void> {
  mocha.setup({
    ui: 'tdd',
    timeout: 60_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: quiet as never,
  });
  load();
  const say = (line: string): void => console.log(`${lineMark}${line}`);
  const failed = await new Promise<number>(resolve => {
    let passes = 0;
    const runner = mocha.run(failures => {
      say(`${passes} passed, ${failures} failed`);
      resolve(failures);
    });
    runner.on('suite', suite => suite.title && say(`  ${suite.title}`));
    runner.on('pass', test => {
      passes++;
      say(`    ✔ ${test.title}`);
    });
    runner.on('fail', (test, error: Error) => say(`    ✖ ${test.title}\n${error.stack ?? error}`));
  });
  if (failed > 0) throw new Error(`${failed} tests failed`);
}

/** Mocha's own reporters write to a page. */
function quiet(): void {}
