// npm run test:crash [-- rounds]: a real extension host is killed with SIGKILL at random moments while wins stream in;
// after each restart every win that was shown must be there, once.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { fetchEditor, root } from './fetch.mjs';
import { failure, main } from './processes.mjs';
import { remoteUri, startServer, userEnvironment, windowUrl } from './server.mjs';
import { temporaryFolder } from './suites.mjs';
import { placeIn, workspaces } from './workspaces.mjs';

const entry = path.join(root, 'out', 'test', 'host', 'crash', 'stream.js');
/** How long one round may take, in ms. */
const roundLimit = 60_000;
/** The longest time that wins stream in before the end, in ms. */
const longestStream = 1500;

async function until(what, probe) {
  const end = Date.now() + roundLimit;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw failure(`Within ${roundLimit / 1000} s it did not happen that ${what}.`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** Grows no more: whoever wrote to it is gone. */
async function isQuiet(file) {
  const size = async () => (await readFile(file)).length;
  const before = await size();
  await new Promise(resolve => setTimeout(resolve, 300));
  return before === (await size());
}

await main(async () => {
  const rounds = Number(process.argv[2] ?? 50);
  const base = await temporaryFolder();
  const home = path.join(base, 'home');
  const workspace = await workspaces.repository(placeIn(base, home, await userEnvironment(home)));
  const files = { round: path.join(base, 'round.json'), shown: path.join(base, 'shown') };
  await writeFile(files.shown, '');
  const editor = await fetchEditor();
  const browser = await launchBrowser(editor);
  const context = await browser.newContext();
  await mkdir(path.join(base, 'editor'));
  const env = await userEnvironment(home, { MICROWINS_CRASH_ROUND: files.round });
  const server = await startServer(editor, {
    base: path.join(base, 'editor'),
    env,
    settings: {},
    open: workspace.open,
  });
  const url = windowUrl(server.url, workspace.open, {
    extensionDevelopmentPath: remoteUri(server.url, root),
    extensionTestsPath: remoteUri(server.url, entry),
  });

  let failed = 0;
  let shown = 0;
  for (let round = 0; round <= rounds; round++) {
    const found = path.join(base, `found-${round}.json`);
    // Every other round is killed early, where the first writes are.
    const killAfter = Math.round(Math.random() * (round % 2 ? longestStream : 200));
    await writeFile(files.round, JSON.stringify({ shown: files.shown, found, killAfter }));
    const page = await context.newPage();
    await page.goto(url);
    const read = () => readFile(found, 'utf8').then(JSON.parse, () => undefined);
    const result = await until('the window said what it found', read);
    if (result.lost.length > 0 || result.twice.length > 0 || !result.agrees) {
      failed++;
      console.log(`Round ${round}: ${JSON.stringify(result)}`);
    }
    shown = result.shown;
    await new Promise(resolve => setTimeout(resolve, killAfter));
    await until('the extension host was gone', () => isQuiet(files.shown));
    await page.close();
    await rm(found);
  }
  console.log(
    `${rounds} rounds, ${shown} wins shown before a kill; ${failed} rounds found one missing or twice`,
  );
  return failed === 0 ? 0 : 1;
});
