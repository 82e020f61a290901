// npm run soak [-- --minutes 10 --seed 1 --baseline]: a scripted working day at high speed in two windows on one repository,
// and whether memory, handles, processes or what is kept grew beyond the wins themselves. Linux and macOS only.
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { packageHelpers, startHouse, until } from '../../bench/editor/window.mjs';
import { launchBrowser } from './browser.mjs';
import { fetchEditor } from './fetch.mjs';
import { main, run } from './processes.mjs';
import { SoakDay } from './soakDay.mjs';
import { temporaryFolder } from './suites.mjs';
import { packageExtension } from './vsix.mjs';
import { repositoryWithHistory } from './workspaces.mjs';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
};
const minutes = option('minutes', 10);
const seed = option('seed', 1);
/** Without the extension: what VS Code itself takes on such a day. */
const isBaseline = process.argv.includes('--baseline');
/** How long a win may take to show in both windows, ms. */
const patience = 30_000;
const kinds = ['commit', 'todo', 'tests', 'manual'];
const noWins = Object.fromEntries(kinds.map(kind => [kind, 0]));
/** VS Code's git looks again some seconds after the last change; only then is it at rest, ms. */
const rest = 8000;

/** What is kept on disk and in the editor's own storage, in bytes. */
async function keptBytes(house, window) {
  const storage = path.join(
    house.base,
    'editor',
    'user-data',
    'User',
    'globalStorage',
    'microwins.microwins',
  );
  const names = await readdir(storage, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    names.map(name => stat(path.join(storage, name)).then(it => (it.isFile() ? it.size : 0))),
  );
  return {
    journal: sizes.reduce((sum, size) => sum + size, 0),
    state: await window.page.evaluate(storedState),
  };
}

/** Runs in the page: the length of what the extension keeps as workspace state. */
async function storedState() {
  const result = request =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let most = 0;
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('vscode-web-state-db-')) continue;
    const database = await result(indexedDB.open(name));
    const value = await result(
      database.transaction('ItemTable').objectStore('ItemTable').get('microwins.microwins'),
    );
    database.close();
    most = Math.max(most, String(value ?? '').length);
  }
  return most;
}

/** The processes below an extension host: what it started and has not ended. */
async function children(pid) {
  const { output } = await run('ps', ['-eo', 'pid=,ppid=,args=']);
  const rows = output
    .split('\n')
    .map(line => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter(Boolean);
  return rows.filter(([, , parent, args]) => Number(parent) === pid && /\bgit\b/.test(args)).length;
}

async function sample(house, window) {
  await new Promise(resolve => setTimeout(resolve, rest));
  const { heapUsed, heapTotal, rss, handles, cpu } = await window.order('figures');
  const open = Object.values(handles).reduce((sum, count) => sum + count, 0);
  return {
    heapUsed,
    heapTotal,
    rss,
    handles: open,
    kindsOfHandles: handles,
    cpu,
    children: await children(window.pid),
    ...(await keptBytes(house, window)),
  };
}

function countByKind(wins) {
  return Object.fromEntries(kinds.map(kind => [kind, wins.filter(win => win.kind === kind).length]));
}

const same = (one, other) => kinds.every(kind => one[kind] === other[kind]);
const short = counts => kinds.map(kind => `${counts[kind]} ${kind}`).join(', ');

/** What a window has. */
const held = {
  /** By its numbers: this is asked all the time, and must not be what memory is used for. */
  counted: async window => {
    const counts = await window.order('counts');
    return Object.fromEntries(kinds.map(kind => [kind, counts[kind]]));
  },
  /** Win by win, from the whole journal. */
  listed: async window => countByKind((await window.order('wins')).wins),
};

/** Waits until both windows have what the script has; tells what each had in the end. */
async function agree(windows, wanted, count) {
  let counts = [];
  const ask = async () => {
    counts = await Promise.all(windows.map(count));
    return counts.every(each => same(each, wanted));
  };
  const agreed = await until('they agree', ask, patience, 500).then(
    () => true,
    () => false,
  );
  return { agreed, counts };
}

const mb = bytes => `${(bytes / 1e6).toFixed(1)} MB`;
const kb = bytes => `${(bytes / 1024).toFixed(1)} KiB`;

/** The samples side by side, and what grew between the middle and the end, by win. */
function printGrowth(samples, wins) {
  const [first, middle, last] = samples;
  const late = wins[2] - wins[1];
  const rows = [
    ['', 'at first', 'midway', 'at last', 'from midway on'],
    [
      'heap after collection',
      ...samples.map(it => mb(it.heapUsed)),
      `${kb((last.heapUsed - middle.heapUsed) / late)} a win`,
    ],
    ['heap kept by V8', ...samples.map(it => mb(it.heapTotal)), ''],
    ['resident memory', ...samples.map(it => mb(it.rss)), ''],
    ['open handles and timers', ...samples.map(it => String(it.handles)), ''],
    ['git processes running', ...samples.map(it => String(it.children)), ''],
    [
      'journal',
      ...samples.map(it => kb(it.journal)),
      `${((last.journal - middle.journal) / late).toFixed(0)} bytes a win`,
    ],
    ['workspace state', ...samples.map(it => kb(it.state)), 'limit 256 KiB'],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map(row => row[column].length)));
  for (const row of rows) {
    const cells = row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at])));
    console.log(`  ${cells.join('  ')}`);
  }
  for (const name of new Set([first, last].flatMap(it => Object.keys(it.kindsOfHandles)))) {
    const [before, after] = [first.kindsOfHandles[name] ?? 0, last.kindsOfHandles[name] ?? 0];
    if (before !== after) console.log(`    ${name}: ${before} -> ${after}`);
  }
}

function printWins({ counts, wanted, disagreed }) {
  console.log(`\nWins   the script's own count: ${short(wanted)}`);
  for (const [at, each] of counts.entries()) {
    console.log(`       window ${at + 1}: ${short(each)}${same(each, wanted) ? '' : '   DIFFERS'}`);
  }
  for (const what of disagreed) console.log(`       differed on the way after: ${what}`);
}

await main(async () => {
  const editor = await fetchEditor();
  const browser = await launchBrowser(editor);
  const base = await temporaryFolder();
  const { probe } = await packageHelpers(base);
  const extensions = isBaseline ? [probe] : [probe, await packageExtension()];
  const house = await startHouse(editor, base, extensions);
  const folder = await repositoryWithHistory(house.place);
  const steady = await house.openWindow(browser, folder);
  const restless = await house.openWindow(browser, folder, steady);
  const windows = [steady, restless];
  if (!isBaseline) await steady.order('command', { id: 'microwins.openPanel' });
  const before = isBaseline ? noWins : await held.listed(steady);
  const day = new SoakDay({ folder, env: house.env, seed, windows, before, isBaseline });
  const agreement = (count = held.counted) =>
    isBaseline ? { agreed: true, counts: [] } : agree(windows, day.wins, count);
  let outcome = await agreement();
  const samples = [await sample(house, steady)];
  const wins = [day.total];
  const [began, limit] = [Date.now(), minutes * 60_000];
  const disagreed = [];
  let [actions, reloads, lastReload] = [0, 0, Date.now()];
  for (let passed = 0; passed < limit; passed = Date.now() - began) {
    if (samples.length === 1 && passed > limit / 2) {
      samples.push(await sample(house, steady));
      wins.push(day.total);
    }
    const names = [];
    for (let at = 0; at < 5; at++) names.push(await day.act());
    actions += names.length;
    outcome = await agreement();
    if (!outcome.agreed) {
      const had = outcome.counts.map(short).join(' | ');
      disagreed.push(
        `${names.join(', ')}: wanted ${short(day.wins)}; had ${had}; ${day.runs.slice(-6).join('; ')}`,
      );
      day.settleFor(outcome.counts[0]);
    }
    if (Date.now() - lastReload > 60_000) {
      await restless.reload();
      reloads += 1;
      lastReload = Date.now();
    }
    const differs = outcome.agreed ? '' : '  the windows differ';
    console.log(
      `${String(Math.round(passed / 1000)).padStart(4)} s  ${actions} actions, ${day.total} wins${differs}`,
    );
  }
  samples.push(await sample(house, steady));
  wins.push(day.total);
  if (disagreed.length === 0) outcome = await agreement(held.listed);
  if (!outcome.agreed && disagreed.length === 0) disagreed.push('the end, when each win was listed');
  console.log(`\nThe window that was never reloaded, ${actions} actions, ${reloads} reloads of the other`);
  printGrowth(samples, wins);
  if (isBaseline) return 0;
  printWins({ counts: outcome.counts, wanted: day.honest, disagreed });
  return disagreed.length === 0 ? 0 : 1;
});
