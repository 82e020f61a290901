// What a VS Code window runs (`extensionTestsPath`): mocha over the host suites that belong to its workspace.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/** Written by `test/editor/suites.mjs` for each window, and by `test/editor/debug.mjs`. */
interface Plan {
  /** The bundled test files, absolute. */
  readonly files: readonly string[];
  /** The folder for the counts, a file for each window. */
  readonly reports?: string;
  readonly color?: boolean;
}

interface Counts {
  passed: number;
  failed: number;
}

/** Marks the lines of the tests among all that VS Code writes; the same as in `test/editor/suites.mjs`. */
const lineMark = 'microwins-test|';

/** Called by VS Code. Rejects when a test failed, which makes the window's exit code 1. */
export async function run(): Promise<void> {
  const { files, reports, color = false } = readPlan();
  const report = reports && path.join(reports, `${process.pid}.json`);
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) if (line.trim()) console.log(`${lineMark}${line}`);
  };
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, forbidOnly: true, forbidPending: true, color });
  for (const file of files) mocha.addFile(file);
  const { passed, failed } = await new Promise<Counts>(resolve => {
    const counts = { passed: 0, failed: 0 };
    const runner = mocha.run(() => resolve(counts));
    const count = (kind: keyof Counts): void => {
      counts[kind] += 1;
      // After each test: of a window that hangs or crashes it is known how far it came.
      if (report) writeFileSync(report, JSON.stringify({ ...counts, ended: false }));
    };
    runner.on('pass', () => count('passed'));
    runner.on('fail', () => count('failed'));
  });
  if (report) writeFileSync(report, JSON.stringify({ passed, failed, ended: true }));
  if (failed > 0) throw new Error(`${failed} of ${passed + failed} tests failed`);
}

function readPlan(): Plan {
  const file = process.env.MICROWINS_TEST_PLAN;
  // Suites commit into the folder that is open: only a workspace made for them will do.
  if (!file)
    throw new Error('Run the host suites by "npm run test:host" or the launch configuration "Host tests".');
  return JSON.parse(readFileSync(file, 'utf8')) as Plan;
}
