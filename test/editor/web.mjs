// npm run test:web [-- folder …]: the suites of test/web inside the web extension host, in a workbench without a server.
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { keepFromMidnight } from './day.mjs';
import { fetchEditor, root } from './fetch.mjs';
import { failure, main } from './processes.mjs';
import { serveWorkbench } from './webServer.mjs';

/** Marks the lines of the tests among all that VS Code writes; the same as in `test/web/support/run.ts`. */
const lineMark = 'microwins-test|';

/** How long one window may take, in ms. */
const windowLimit = 180_000;

/** The folders of suites in their order, each with how many windows run it at once. All are one browser's. */
const windows = { main: 1, twoTabs: 2, reloaded: 1 };

/** A folder in memory: gone with the window, unlike what the extension keeps. */
const folder = 'tmp:/project';

/** Opens a window that runs a folder's suites; gives its counts. */
async function runWindow(context, url) {
  const counts = { passed: 0, failed: 1 };
  const page = await context.newPage();
  const faults = [];
  page.on('console', message => {
    const text = message.text();
    const marked = text.indexOf(lineMark);
    if (marked >= 0) {
      const line = text.slice(marked + lineMark.length);
      const [, passed, failed] = /^(\d+) passed, (\d+) failed$/.exec(line) ?? [];
      if (passed) Object.assign(counts, { passed: Number(passed), failed: Number(failed) });
      else console.log(line);
    } else if (process.env.MICROWINS_LOG) console.log(`[${message.type()}] ${text}`);
    if (message.type() === 'error' && /micro\W?wins/i.test(text) && marked < 0) faults.push(text);
  });
  let timer;
  const ended = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(failure('The window did not end in time.')), windowLimit);
    page.once('crash', () => reject(failure('The browser page crashed.')));
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
  });
  ended.catch(() => {});
  await page.exposeFunction('codeAutomationLog', () => {});
  await page.goto(url);
  try {
    await ended;
  } catch (error) {
    console.log(error.message);
    counts.failed++;
  } finally {
    clearTimeout(timer);
    await page.close();
  }
  for (const fault of faults) console.log(`An error in the console: ${fault}`);
  return { passed: counts.passed, failed: counts.failed + faults.length };
}

await main(async () => {
  keepFromMidnight();
  const all = await readdir(path.join(root, 'test', 'web'), { recursive: true });
  const present = new Set(all.filter(name => name.endsWith('.test.ts')).map(name => name.split(path.sep)[0]));
  for (const name of present) {
    if (!Object.hasOwn(windows, name))
      throw failure(`test/editor/web.mjs opens no window for test/web/${name}.`);
  }
  const wanted = process.argv.slice(2);
  const editor = await fetchEditor();
  const workbench = await serveWorkbench(editor);
  const context = await (await launchBrowser(editor)).newContext({ viewport: { width: 1280, height: 800 } });
  const total = { passed: 0, failed: 0 };
  for (const [name, count] of Object.entries(windows)) {
    if (!present.has(name) || (wanted.length > 0 && !wanted.includes(name))) continue;
    console.log(`\n── ${name}`);
    const url = workbench.windowUrl(folder, name);
    const results = await Promise.all(Array.from({ length: count }, () => runWindow(context, url)));
    for (const { passed, failed } of results) {
      total.passed += passed;
      total.failed += failed;
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
