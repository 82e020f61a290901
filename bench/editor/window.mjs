// A VS Code server with chosen extensions, windows on it, and orders to the probe extension inside them.
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../../test/editor/fetch.mjs';
import { failure, run } from '../../test/editor/processes.mjs';
import { installExtension, startServer, userEnvironment, windowUrl } from '../../test/editor/server.mjs';
import { packageFolder, placeIn } from '../../test/editor/workspaces.mjs';

/** What our own git calls have in common, and nobody else's. */
const ours = '--no-pager --no-optional-locks -c core.fsmonitor=false';

/** Waits until a question has an answer other than undefined or false. */
export async function until(what, ask, within = 60_000, every = 10) {
  for (const end = Date.now() + within; ; ) {
    const found = await ask();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw failure(`Within ${within / 1000} s it did not happen that ${what}.`);
    await new Promise(resolve => setTimeout(resolve, every));
  }
}

/** Packages the two small extensions that figures are taken with. */
export async function packageHelpers(base) {
  const files = {};
  for (const name of ['empty', 'probe']) {
    files[name] = path.join(base, `${name}.vsix`);
    await packageFolder(path.join(root, 'bench', 'editor', `${name}Extension`), files[name]);
  }
  return files;
}

/**
 * A server of its own, with a home, a git that is counted, and these extensions installed.
 * @param {string} base an existing folder
 * @param {string[]} extensions `.vsix` files
 */
export async function startHouse(editor, base, extensions, settings = {}) {
  const home = path.join(base, 'home');
  const orders = path.join(base, 'orders');
  const gitLog = path.join(base, 'git.log');
  await mkdir(orders, { recursive: true });
  await mkdir(path.join(base, 'editor'), { recursive: true });
  await writeFile(gitLog, '');
  const plain = await userEnvironment(home);
  const bin = await countedGit(path.join(base, 'bin'), gitLog, plain);
  const env = { ...plain, PATH: `${bin}${path.delimiter}${plain.PATH}`, MICROWINS_ORDERS: orders };
  const options = { base: path.join(base, 'editor'), env, settings };
  for (const file of extensions) await installExtension(editor, options, file);
  const server = await startServer(editor, options);
  const starts = async pid =>
    (await readFile(gitLog, 'utf8'))
      .split('\n')
      .filter(line => line.includes(ours) && (pid === undefined || line.startsWith(`${pid} `)));
  return {
    place: placeIn(base, home, plain),
    env: plain,
    server,
    base,
    /** Our own git processes so far, parent and command line; of one extension host, or of all. */
    gitStarts: starts,
    /** With the browser's storage of another window where one is given: two windows of one user. */
    openWindow: (browser, folder, other) => openWindow(browser, server, orders, folder, other),
  };
}

/** A `git` before the real one on the PATH, which writes down how it was called. */
async function countedGit(bin, log, env) {
  await mkdir(bin, { recursive: true });
  const { output } = await run('/bin/sh', ['-c', 'command -v git'], { env });
  const file = path.join(bin, 'git');
  await writeFile(
    file,
    `#!/bin/sh\nprintf '%s %s\\n' "$PPID" "$(printf '%s ' "$@" | tr '\\n' ' ')" >> '${log}'\nexec '${output.trim()}' "$@"\n`,
  );
  await chmod(file, 0o755);
  return bin;
}

async function openWindow(browser, server, orders, folder, other) {
  const before = new Set(await readdir(orders));
  const context =
    other?.page.context() ?? (await browser.newContext({ viewport: { width: 1280, height: 900 } }));
  const page = await context.newPage();
  await page.goto(windowUrl(server.url, folder));
  let pid;
  const attach = async known => {
    pid = await until('the probe is ready', async () => {
      const name = (await readdir(orders)).find(it => it.endsWith('.ready') && !known.has(it));
      return name && Number(name.replace('.ready', ''));
    });
  };
  await attach(before);
  let serial = 0;
  return {
    page,
    get pid() {
      return pid;
    },
    /** Has the probe in this window do something; gives its value. */
    async order(act, details = {}, within = 120_000) {
      const name = path.join(orders, `${pid}-${Date.now()}-${serial++}`);
      await writeFile(`${name}.part`, JSON.stringify({ act, pid, ...details }));
      await rename(`${name}.part`, `${name}.order`);
      const answer = await until(
        `the probe answers "${act}"`,
        () => readFile(`${name}.answer`, 'utf8').catch(() => undefined),
        within,
      );
      await rm(`${name}.answer`);
      const { value, error } = JSON.parse(answer);
      if (error) throw failure(`${act}: ${error}`);
      return value;
    },
    /** Reloads the window: its extension host is another afterwards. */
    async reload() {
      const known = new Set(await readdir(orders));
      await page.reload();
      await attach(known);
    },
    close: () => (other ? page.close() : context.close()),
  };
}

/** Runs a command of the palette by its whole title. */
export async function runCommand(page, title) {
  const input = page.locator('.quick-input-widget:visible .quick-input-box input');
  const row = page
    .locator('.quick-input-widget .monaco-list-row .label-name')
    .filter({ hasText: title })
    .first();
  await until(`the palette offers "${title}"`, async () => {
    if (!(await input.isVisible())) await page.keyboard.press('F1');
    return input
      .fill(`>${title}`, { timeout: 3000 })
      .then(() => row.click({ timeout: 3000 }))
      .then(
        () => true,
        () => false,
      );
  });
}
