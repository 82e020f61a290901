// Runs every host suite, each in the workspace its folder is named after, and sums up. How a window is opened is
// given: in the fetched editor (host.mjs) or in a desktop VS Code (desktop.mjs).
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './fetch.mjs';
import { failure, onExit } from './processes.mjs';
import { userEnvironment } from './server.mjs';
import { placeIn, workspaces } from './workspaces.mjs';

/** The bundle that a window is told to run. */
export const testEntry = path.join(root, 'out', 'test', 'host', 'index.js');

/** Marks the lines of the tests among all that VS Code writes; the same as in `test/host/index.ts`. */
const lineMark = 'microwins-test|';

/** How long one window may take, in ms. */
const windowLimit = 300_000;

/**
 * @typedef {object} Session what a runner gets for one workspace
 * @property {string} base a folder for the editor's own data
 * @property {Record<string, string>} env
 * @property {Record<string, unknown>} settings the user's, besides the quiet ones
 * @property {string | undefined} open a folder or workspace file
 * @property {string | undefined} watchIn where connections and started programs are to be noted
 *
 * @typedef {object} Runner
 * @property {() => Promise<void>} runWindow opens a window that runs `testEntry`; ends with the run
 * @property {boolean} [sharesWindows] several windows at once share the editor's data
 * @property {() => Promise<void>} close after the last window of the session
 */

/**
 * Runs the suites; with names, only those of these workspaces.
 * @param {string[]} names
 * @param {(session: Session) => Promise<Runner>} openSession
 * @returns {Promise<number>} the exit code
 */
export async function runHostSuites(names, openSession) {
  const files = await testFiles();
  const present = [...new Set(files.map(file => file.split('/')[0]))];
  for (const name of [...present, ...names]) {
    if (!Object.hasOwn(workspaces, name))
      throw failure(`test/editor/workspaces.mjs makes no workspace "${name}".`);
  }
  const total = { passed: 0, failed: 0 };
  for (const name of present) {
    if (names.length > 0 && !names.includes(name)) continue;
    const own = files.filter(file => file.startsWith(`${name}/`));
    for (const result of await runWorkspace(name, own, openSession)) {
      total.passed += result.passed;
      total.failed += result.failed;
    }
  }
  if (total.passed + total.failed === 0) throw failure('There was no host test to run.');
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** All host test files, as paths below `test/host`. Each must have been bundled. */
export async function testFiles() {
  const all = await readdir(path.join(root, 'test', 'host'), { recursive: true });
  const files = all.filter(file => file.endsWith('.test.ts')).map(file => file.split(path.sep).join('/'));
  for (const file of files) {
    if (!existsSync(bundleOf(file)))
      throw failure(`test/host/${file} was not bundled: run "npm run test:host".`);
  }
  return files.sort();
}

/** The bundle of a test file. */
export function bundleOf(file) {
  return path.join(path.dirname(testEntry), file.replace(/\.ts$/, '.js'));
}

async function runWorkspace(name, files, openSession) {
  const base = await temporaryFolder();
  const home = path.join(base, 'home');
  const workspace = await workspaces[name](placeIn(base, home, await userEnvironment(home)));
  const windows = Object.entries(workspace.windows ?? { '': async () => {} });
  const suites = windows.map(([window, prepare]) => {
    const suite = path.posix.join(name, window);
    return { suite, prepare, files: files.filter(file => file.startsWith(`${suite}/`)) };
  });
  const missed = files.find(file => !suites.some(suite => suite.files.includes(file)));
  if (missed) throw failure(`test/host/${missed} belongs to no window of the workspace "${name}".`);

  const plan = { file: path.join(base, 'plan.json'), reports: path.join(base, 'reports') };
  const editorBase = path.join(base, 'editor');
  await mkdir(editorBase);
  const session = await openSession({
    base: editorBase,
    env: await userEnvironment(home, { ...workspace.env, MICROWINS_TEST_PLAN: plan.file }),
    settings: workspace.settings ?? {},
    open: workspace.open,
    watchIn: workspace.watchIn,
  });
  const results = [];
  const copies = workspace.copies ?? 1;
  if (copies > 1 && !session.sharesWindows) {
    console.log(`\n── ${name}: left out, since windows of this editor share nothing`);
    suites.length = 0;
  }
  for (const suite of suites) results.push(await runSuite(suite, plan, session, copies));
  await session.close();
  return results;
}

async function runSuite({ suite, prepare, files }, plan, session, copies) {
  console.log(`\n── ${suite}`);
  const began = Date.now();
  await prepare();
  await rm(plan.reports, { recursive: true, force: true });
  await mkdir(plan.reports);
  const color = process.stdout.isTTY === true;
  await writeFile(plan.file, JSON.stringify({ files: files.map(bundleOf), reports: plan.reports, color }));
  let trouble;
  try {
    await withinLimit(Promise.all(Array.from({ length: copies }, () => session.runWindow())));
  } catch (error) {
    trouble = error;
  }
  const written = await readdir(plan.reports);
  const reports = await Promise.all(written.map(name => readReport(path.join(plan.reports, name))));
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const broken = reports.reduce((sum, report) => sum + report.failed, 0);
  const ended = reports.filter(report => report.ended).length;
  if (ended < copies) trouble ??= failure('The window closed before its tests had ended.');
  else if (passed + broken === 0) trouble ??= failure('There was no test in these files.');
  if (trouble) console.log(`   ${trouble.message}`);
  // A run that did not end, or ran nothing, is a failure of its own.
  const failed = broken + (trouble ? 1 : 0);
  console.log(`   ${passed} passed, ${failed} failed in ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return { passed, failed };
}

function readReport(file) {
  return readFile(file, 'utf8').then(JSON.parse, () => ({ passed: 0, failed: 0 }));
}

function withinLimit(running) {
  let timer;
  const late = new Promise((_, reject) => {
    const message = `The window was still busy after ${windowLimit / 1000} s and was given up.`;
    timer = setTimeout(() => reject(failure(message)), windowLimit);
  });
  return Promise.race([running, late]).finally(() => clearTimeout(timer));
}

/** Prints the tests' lines out of VS Code's; all of them with MICROWINS_VERBOSE. */
export function printLine(line) {
  const at = line.indexOf(lineMark);
  if (at >= 0) console.log(line.slice(at + lineMark.length).trimEnd());
  else if (process.env.MICROWINS_VERBOSE) console.log(`  | ${line}`);
}

/** A fresh folder that is gone when this process ends. */
export async function temporaryFolder() {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'microwins-')));
  onExit(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }));
  return folder;
}
