// The benchmarks that need a whole VS Code. Linux and macOS only: git is counted by a shell script on the PATH.
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeDemoRepository } from '../../test/editor/demoRepo.mjs';
import { run } from '../../test/editor/processes.mjs';
import { temporaryFolder } from '../../test/editor/suites.mjs';
import { packageExtension } from '../../test/editor/vsix.mjs';
import { packageHelpers, runCommand, startHouse, until } from './window.mjs';

const activations = 7;
const commits = 11;
const memoryRounds = 3;
const statusItem = '.statusbar-item[id*="microwins"]';

/**
 * Takes all figures of the running extension.
 * @param {{ idleSeconds: number }} options
 * @returns figures in ms, bytes, µs and counts; `bench/inEditor.ts` makes rows of them
 */
export async function takeFigures(editor, browser, { idleSeconds }) {
  const base = await temporaryFolder();
  const helpers = await packageHelpers(base);
  const vsix = await packageExtension();
  const place = async (name, extensions) => {
    const folder = path.join(base, name);
    await mkdir(folder);
    const house = await startHouse(editor, folder, extensions);
    const demo = path.join(folder, 'tidepool');
    await makeDemoRepository(demo, house.env);
    return { house, demo };
  };
  const withUs = await place('with', [helpers.empty, helpers.probe, vsix]);
  const activation = await activationTimes(browser, withUs);
  const busy = await work(browser, withUs);
  const memory = { with: await memoryOf(browser, withUs, true) };
  const idle = { with: await idleCost(browser, withUs, idleSeconds) };
  await withUs.house.server.stop();

  const without = await place('without', [helpers.empty, helpers.probe]);
  memory.without = await memoryOf(browser, without, false);
  idle.without = await idleCost(browser, without, idleSeconds);
  await without.house.server.stop();
  return { activation, ...busy, memory, idle, idleSeconds };
}

/** What "Developer: Show Running Extensions" tells of a fresh window: loading the code and the call of `activate`. */
async function activationTimes(browser, { house, demo }) {
  const times = { ours: [], empty: [] };
  // The first window scans the history; a user's later ones don't.
  for (let round = 0; round <= activations; round++) {
    const window = await house.openWindow(browser, demo);
    await window.page.locator(statusItem).waitFor({ timeout: 60_000 });
    await window.order('wins');
    await runCommand(window.page, 'Developer: Show Running Extensions');
    // The list only has the rows that can be seen.
    await window.page.setViewportSize({ width: 1280, height: 4000 });
    const rows = window.page.locator('.runtime-extensions-editor .monaco-list-row');
    await rows
      .filter({ hasText: 'microwins.microwins' })
      .or(rows.filter({ hasText: 'Micro Wins' }))
      .first()
      .waitFor();
    const read = async name => {
      const text = await rows.filter({ hasText: name }).first().locator('.activation-time').innerText();
      return Number(/(\d+)\s*ms/.exec(text)?.[1] ?? Number.NaN);
    };
    const [ours, empty] = [await read('Micro Wins'), await read('An empty extension')];
    if (round > 0) {
      times.ours.push(ours);
      times.empty.push(empty);
    }
    await window.close();
  }
  return times;
}

/** Commits, saves and test runs: how long until they show, and how many git processes they take. */
async function work(browser, { house, demo }) {
  const window = await house.openWindow(browser, demo);
  const { page } = window;
  await page.locator(statusItem).waitFor();
  await window.order('wins');
  const counted = async act => {
    // A window closed before may still have its extension host, which sees the same commit: not ours to count.
    const before = (await house.gitStarts(window.pid)).length;
    await act();
    await settled(house);
    return (await house.gitStarts(window.pid)).length - before;
  };
  const git = (...args) => run('git', args, { cwd: demo, env: house.env });
  await settled(house);
  await page.evaluate(selector => {
    const item = document.querySelector(selector)?.parentElement;
    window.changes = [];
    new MutationObserver(() => {
      const text = document.querySelector(selector)?.textContent ?? '';
      window.changes.push([Date.now(), text]);
    }).observe(item, { subtree: true, childList: true, characterData: true, attributes: true });
  }, statusItem);

  const latency = [];
  const processes = { commit: [], amend: [], saveCode: [], saveClosing: [], testRun: [] };
  const wins = async () => (await window.order('wins')).progress.today.wins;
  for (let round = 0; round < commits; round++) {
    const count = await wins();
    processes.commit.push(
      await counted(async () => {
        await appendFile(path.join(demo, 'bench.md'), `line ${round}\n`);
        await git('add', '--all');
        await git('commit', '--quiet', '-m', `Bench ${round}`);
        const ended = Date.now();
        const wanted = `${count + 1}/`;
        const shown = await until('the status bar shows the win', () =>
          page.evaluate(text => window.changes.find(([, it]) => it.includes(text))?.[0], wanted),
        );
        latency.push(shown - ended);
      }),
    );
  }
  for (let round = 0; round < 3; round++) {
    processes.amend.push(await counted(() => git('commit', '--quiet', '--amend', '-m', `Amended ${round}`)));
  }
  const code = path.join(demo, 'bench.js');
  await writeFile(code, '// TODO: measure it\nexport const a = 1;\n');
  await git('add', '--all');
  await git('commit', '--quiet', '-m', 'A TODO for the bench');
  await settled(house);
  for (let round = 0; round < 3; round++) {
    const save = text => counted(() => window.order('save', { file: code, text }));
    processes.saveCode.push(await save(`// TODO: measure it\nexport const a = ${round};\n`));
    processes.saveClosing.push(await save(`export const a = ${round};\n`));
    const command = `node -e "process.exit(0)" --test-run ${round}`;
    processes.testRun.push(await counted(() => window.order('test', { command, cwd: demo })));
  }
  await window.close();
  return { latency, processes };
}

/** Waits until no git process of ours was started for a while. */
async function settled(house) {
  let [count, since] = [-1, Date.now()];
  await until(
    'git is at rest',
    async () => {
      const now = (await house.gitStarts()).length;
      if (now !== count) [count, since] = [now, Date.now()];
      return Date.now() - since > 1500;
    },
    60_000,
    100,
  );
}

/** Memory of fresh extension hosts on the demo repository, after a full collection. */
async function memoryOf(browser, { house, demo }, installed) {
  const samples = [];
  for (let round = 0; round < memoryRounds; round++) {
    const window = await house.openWindow(browser, demo);
    if (installed) {
      await window.order('wins');
      await window.order('command', { id: 'microwins.openPanel' });
    }
    await settled(house);
    samples.push(await window.order('figures'));
    await window.close();
  }
  return samples;
}

/** CPU time of an extension host (µs) and our git processes over seconds in which nobody does anything. */
async function idleCost(browser, { house, demo }, seconds) {
  const window = await house.openWindow(browser, demo);
  await settled(house);
  // What a window still does in its first seconds is no idling.
  await new Promise(resolve => setTimeout(resolve, 10_000));
  const [before, started] = [await window.order('figures'), (await house.gitStarts(window.pid)).length];
  await new Promise(resolve => setTimeout(resolve, seconds * 1000));
  const [after, ended] = [await window.order('figures'), (await house.gitStarts(window.pid)).length];
  await window.close();
  const sum = ({ user, system }) => user + system;
  return { cpu: sum(after.cpu) - sum(before.cpu), processes: ended - started };
}
