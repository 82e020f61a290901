// npm start: the extension, installed in a real VS Code, on a demo repository. Ctrl-C ends it and leaves nothing.
//   --desktop   in the desktop VS Code whose command line (`code`, or MICROWINS_CODE) is installed
//   --check     only looks, in a headless browser, whether all is there, and ends
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { launchBrowser } from './browser.mjs';
import { makeDemoRepository } from './demoRepo.mjs';
import { runDesktop } from './desktopWindow.mjs';
import { fetchEditor } from './fetch.mjs';
import { failure, main } from './processes.mjs';
import { installExtension, startServer, userEnvironment } from './server.mjs';
import { temporaryFolder } from './suites.mjs';
import { packageExtension } from './vsix.mjs';

async function serve(base, vsix) {
  const editor = await fetchEditor();
  const env = await userEnvironment(path.join(base, 'home'));
  const folder = await demoIn(base, env);
  const options = { base: path.join(base, 'editor'), env, folder };
  await mkdir(options.base);
  console.log('Installing the extension and starting VS Code');
  await installExtension(editor, options, vsix);
  const server = await startServer(editor, options);
  if (process.argv.includes('--check')) return await check(editor, server.url);
  console.log(
    `\n  Open  ${server.url}\n\nIts status bar shows Micro Wins; a click on it opens the panel. Ctrl-C ends all.`,
  );
  showInBrowser(server.url);
  await new Promise(resolve => server.child.once('exit', resolve));
  throw failure(`VS Code ended by itself:\n${server.log()}`);
}

async function demoIn(base, env) {
  console.log('Making the demo repository "tidepool"');
  const folder = path.join(base, 'tidepool');
  await makeDemoRepository(folder, env);
  return folder;
}

/** Waits until the extension shows itself in the status bar. */
async function check(editor, url) {
  const browser = await launchBrowser(editor);
  const page = await browser.newPage();
  await page.goto(url);
  const item = page.locator('.statusbar-item[id*="microwins"]');
  await item.waitFor({ timeout: 60_000 }).catch(() => {
    throw failure('The extension did not show in the status bar within 60 s.');
  });
  console.log(`${url} answers, and the status bar shows: ${(await item.textContent())?.trim()}`);
  return 0;
}

/** Opens the default browser where somebody can see it. */
function showInBrowser(url) {
  const display = process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (process.env.CI || (process.platform === 'linux' && !display)) return;
  const [file, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', '""'] }[process.platform] ?? [
    'xdg-open',
  ];
  const opener = spawn(file, [...args, url], { stdio: 'ignore', detached: true });
  // Without a browser, the printed address has to do.
  opener.on('error', () => {});
  opener.unref();
}

async function start() {
  const vsix = await packageExtension();
  const base = await temporaryFolder();
  if (!process.argv.includes('--desktop')) return await serve(base, vsix);
  const folder = await demoIn(base, await userEnvironment(path.join(base, 'home')));
  return await runDesktop(base, vsix, folder);
}

await main(start, () => {
  console.log('\nAll ended. Goodbye.');
  return 0;
});
