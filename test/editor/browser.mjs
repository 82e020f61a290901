// A headless browser for the workbench: the fetched Chromium, or the installed one that MICROWINS_BROWSER names.
import path from 'node:path';
import { chromium } from 'playwright-core';
import { failure, onExit } from './processes.mjs';

/** Arguments that work headless, also as root and in a container. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Which browser to start. `MICROWINS_BROWSER` is a path or one of Playwright's channels (`chrome`, `msedge`).
 * @param {{ chromium: string | undefined }} editor from `fetchEditor`
 */
function launchOptions(editor) {
  const wanted = process.env.MICROWINS_BROWSER;
  const common = { args, headless: true, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  if (wanted)
    return { ...common, ...(path.isAbsolute(wanted) ? { executablePath: wanted } : { channel: wanted }) };
  if (editor.chromium) {
    const folder = path.dirname(editor.chromium);
    const env = {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    };
    return { ...common, executablePath: editor.chromium, env };
  }
  return { ...common, channel: process.platform === 'win32' ? 'msedge' : 'chrome' };
}

/** Starts the browser; it ends with this process at the latest. */
export async function launchBrowser(editor) {
  const browser = await chromium.launch(launchOptions(editor)).catch(explain);
  onExit(() => browser.close());
  return browser;
}

/** The same for another process, which connects to `wsEndpoint()`. */
export async function launchBrowserServer(editor) {
  const server = await chromium.launchServer(launchOptions(editor)).catch(explain);
  onExit(() => server.close());
  return server;
}

function explain(error) {
  throw failure(
    `No browser could be started (${error.message.split('\n')[0]}). Install Chrome or Edge, or set MICROWINS_BROWSER to one.`,
  );
}
