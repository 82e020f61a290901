// npm run soak [-- --minutes 10 --seed 1]: a scripted working day at high speed in two windows on one repository,
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
/** How long a win may take to show in both windows, ms. */
const patience = 30_000;
const kinds = ['commit', 'todo', 'tests', 'manual'];

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
  const { heapUsed, rss, handles, cpu } = await window.order('figures');
  const open = Object.values(handles).reduce((sum, count) => sum + count, 0);
  return {
    heapUsed,
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

/** Waits until both windows have what the script has; tells what each had in the end. */
async function agree(windows, wanted) {
  let counts = [];
  const ask = async () => {
    counts = await Promise.all(windows.map(async window => countByKind((await window.order('wins')).wins)));
    return counts.every(each => same(each, wanted));
  };
  const agreed = await until('they agree', ask, patience, 500).then(
    () => true,
    () => false,
  );
  return { agreed, counts };
}

function printTable(first, last, wins, { counts, wanted, disagreed, reloads, actions }) {
  const mb = bytes => `${(bytes / 1e6).toFixed(1)} MB`;
  const kb = bytes => `${(bytes / 1024).toFixed(1)} KiB`;
  const rows = [
    ['', 'at first', 'at last', ''],
    [
      'heap after collection',
      mb(first.heapUsed),
      mb(last.heapUsed),
      `${kb((last.heapUsed - first.heapUsed) / wins)} a win`,
    ],
    ['resident memory', mb(first.rss), mb(last.rss), ''],
    ['open handles and timers', String(first.handles), String(last.handles), ''],
    ['git processes left running', String(first.children), String(last.children), ''],
    [
      'journal',
      kb(first.journal),
      kb(last.journal),
      `${((last.journal - first.journal) / wins).toFixed(0)} bytes a win`,
    ],
    ['workspace state', kb(first.state), kb(last.state), 'limit 256 KiB'],
  ];
  const widths = [0, 1, 2].map(column => Math.max(...rows.map(row => row[column].length)));
  console.log(`\nThe window that was never reloaded, ${actions} actions, ${reloads} reloads of the other`);
  for (const row of rows)
    console.log(
      `  ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at] ?? 0))).join('  ')}`.trimEnd(),
    );
  for (const name of new Set([...Object.keys(first.kindsOfHandles), ...Object.keys(last.kindsOfHandles)])) {
    const [before, after] = [first.kindsOfHandles[name] ?? 0, last.kindsOfHandles[name] ?? 0];
    if (before !== after) console.log(`    ${name}: ${before} -> ${after}`);
  }
  console.log(`\nWins   the script's own count: ${short(wanted)}`);
  for (const [at, each] of counts.entries())
    console.log(`       window ${at + 1}: ${short(each)}${same(each, wanted) ? '' : '   DIFFERS'}`);
  if (disagreed.length > 0) console.log(`       differed on the way after: ${disagreed.join('; ')}`);
}

await main(async () => {
  const editor = await fetchEditor();
  const browser = await launchBrowser(editor);
  const base = await temporaryFolder();
  const { probe } = await packageHelpers(base);
  const house = await startHouse(editor, base, [probe, await packageExtension()]);
  const folder = await repositoryWithHistory(house.place);
  const steady = await house.openWindow(browser, folder);
  const restless = await house.openWindow(browser, folder, steady);
  const windows = [steady, restless];
  await steady.order('command', { id: 'microwins.openPanel' });
  const before = countByKind((await steady.order('wins')).wins);
  const day = new SoakDay({ folder, env: house.env, seed, windows, before });
  let outcome = await agree(windows, day.wins);
  const [first, began] = [await sample(house, steady), Date.now()];
  const winsAtFirst = day.total;
  const disagreed = [];
  let [actions, reloads, lastReload] = [0, 0, Date.now()];
  while (Date.now() - began < minutes * 60_000) {
    const names = [];
    for (let at = 0; at < 5; at++) names.push(await day.act());
    actions += names.length;
    outcome = await agree(windows, day.wins);
    if (!outcome.agreed) {
      disagreed.push(
        `${names.join(', ')} (wanted ${short(day.wins)}; had ${outcome.counts.map(short).join(' | ')})`,
      );
      day.settleFor(outcome.counts[0]);
    }
    if (Date.now() - lastReload > 60_000) {
      await restless.reload();
      reloads += 1;
      lastReload = Date.now();
    }
    const passed = Math.round((Date.now() - began) / 1000);
    console.log(
      `${String(passed).padStart(4)} s  ${actions} actions, ${day.total} wins${outcome.agreed ? '' : '  the windows differ'}`,
    );
  }
  const last = await sample(house, steady);
  const report = { counts: outcome.counts, wanted: day.honest, disagreed, reloads, actions };
  printTable(first, last, Math.max(1, day.total - winsAtFirst), report);
  return disagreed.length === 0 ? 0 : 1;
});
