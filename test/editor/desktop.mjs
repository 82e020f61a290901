// npm run test:desktop [-- workspace …]: the host suites inside a desktop VS Code: a downloaded one, or the one
// whose executable MICROWINS_VSCODE names. MICROWINS_VSCODE_VERSION chooses what is downloaded ("stable" by default).
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import readline from 'node:readline';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { keepFromMidnight } from './day.mjs';
import { root } from './fetch.mjs';
import { failure, main, start, stop } from './processes.mjs';
import { quietSettings } from './server.mjs';
import { printLine, runHostSuites, testEntry } from './suites.mjs';

function findEditor() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw failure('A desktop VS Code needs a display. Without one: xvfb-run -a npm run test:desktop');
  }
  if (process.env.MICROWINS_VSCODE) return process.env.MICROWINS_VSCODE;
  const version = process.env.MICROWINS_VSCODE_VERSION ?? 'stable';
  return downloadAndUnzipVSCode({ version, cachePath: path.join(root, '.vscode-test', 'desktop') });
}

async function openSession(executable, session) {
  const userData = path.join(session.base, 'user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  const settings = JSON.stringify({ ...quietSettings, ...session.settings });
  await writeFile(path.join(userData, 'User', 'settings.json'), settings);
  const args = [
    ...(session.open ? [session.open] : []),
    `--user-data-dir=${userData}`,
    `--extensions-dir=${path.join(session.base, 'extensions')}`,
    `--extensionDevelopmentPath=${root}`,
    `--extensionTestsPath=${testEntry}`,
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
  ];
  return { runWindow: () => runWindow(executable, args, withDisplay(session.env)), close: async () => {} };
}

async function runWindow(executable, args, env) {
  const child = start(executable, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) readline.createInterface(stream).on('line', printLine);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  try {
    await ended;
  } finally {
    await stop(child);
  }
}

/** The suites' user has a home of its own; the key to the display stays in the real one. */
function withDisplay(env) {
  const { HOME, XAUTHORITY, XDG_RUNTIME_DIR } = process.env;
  const extra = { XAUTHORITY: XAUTHORITY ?? (HOME && path.join(HOME, '.Xauthority')), XDG_RUNTIME_DIR };
  return { ...env, ...Object.fromEntries(Object.entries(extra).filter(([, value]) => value)) };
}

await main(async () => {
  keepFromMidnight();
  const executable = await findEditor();
  return await runHostSuites(process.argv.slice(2), session => openSession(executable, session));
});
