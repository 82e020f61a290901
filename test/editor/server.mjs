// A VS Code server on a free port of this machine, with folders of its own for everything it keeps.
import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { failure, guard, run, start, stop } from './processes.mjs';

/** Settings of every window: nothing from the network, no welcome, no pop-ups of other extensions. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.autofetch': false,
  'git.openRepositoryInParentFolders': 'always',
  'terminal.integrated.initialHint': false,
};

/**
 * The environment of a user who has nothing on this machine but a home: a git identity, a plain shell.
 * @param {string} home an existing or new folder
 * @param {Record<string, string | undefined>} [changes] `undefined` removes a variable
 */
export async function userEnvironment(home, changes = {}) {
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, '.gitconfig'), gitIdentity, { flag: 'wx' }).catch(ignoreExisting);
  await writeFile(path.join(home, '.bashrc'), "PS1='$ '\n", { flag: 'wx' }).catch(ignoreExisting);
  // No word of a newer npm among what the tests of a fixture print, and no request for it.
  await writeFile(path.join(home, '.npmrc'), 'update-notifier=false\n', { flag: 'wx' }).catch(ignoreExisting);
  const env = { ...process.env };
  // git's and npm's own variables would override the fixtures; VS Code's come from a surrounding VS Code.
  for (const name of Object.keys(env)) if (/^(GIT_|npm_|VSCODE_|ELECTRON_)/i.test(name)) delete env[name];
  for (const name of ['NODE_OPTIONS', 'EDITOR', 'VISUAL', 'CDPATH', 'BASH_ENV', 'PROMPT_COMMAND'])
    delete env[name];
  Object.assign(env, {
    HOME: home,
    USERPROFILE: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    XDG_RUNTIME_DIR: undefined,
    GIT_CONFIG_NOSYSTEM: '1',
    // No extension gallery, so no request to one.
    EXTENSIONS_GALLERY: '{}',
    HISTFILE: undefined,
    // Started from a command line: VS Code takes this environment as it is and asks no login shell for another.
    VSCODE_CLI: '1',
  });
  if (process.platform === 'linux') env.SHELL = '/bin/bash';
  for (const name of Object.keys(changes)) removeVariable(env, name);
  Object.assign(env, changes);
  for (const [name, value] of Object.entries(env)) if (value === undefined) delete env[name];
  return env;
}

/** Windows doesn't mind the case of a variable's name, an object does. */
function removeVariable(env, name) {
  for (const other of Object.keys(env)) if (other.toLowerCase() === name.toLowerCase()) delete env[other];
}

const gitIdentity = `[user]
	name = Dev
	email = dev@example.com
[init]
	defaultBranch = main
[core]
	autocrlf = false
[commit]
	gpgSign = false
[gc]
	auto = 0
[maintenance]
	auto = false
`;

/** Where a server keeps what it has to keep. */
function foldersIn(base) {
  return {
    userData: path.join(base, 'user-data'),
    serverData: path.join(base, 'server-data'),
    extensions: path.join(base, 'extensions'),
  };
}

function folderArguments(folders) {
  return [
    ...['--user-data-dir', folders.userData],
    ...['--server-data-dir', folders.serverData],
    ...['--extensions-dir', folders.extensions],
  ];
}

/**
 * Starts a server and waits until it answers.
 * @param {{ node: string, vscode: string }} editor from `fetchEditor`
 * @param {object} options
 * @param {string} options.base a folder for its data
 * @param {Record<string, string>} options.env from `userEnvironment`
 * @param {object} [options.settings] the user's settings, besides `quietSettings`
 * @param {string} [options.folder] what opens when the address names nothing
 * @param {string} [options.watchIn] where `socketGuard.cjs` notes what server and extension hosts connect to and start
 * @param {number} [options.daysBack] how many days the clock of server and extension hosts stands back (`clock.cjs`)
 * @returns {Promise<{ url: string, child: import('node:child_process').ChildProcess, log: () => string, stop: () => Promise<void> }>}
 */
export async function startServer(editor, { base, env, settings = {}, folder, watchIn, daysBack }) {
  const folders = foldersIn(base);
  await writeSettings(folders.userData, { ...quietSettings, ...settings });
  // The server hands its own Node's arguments on to extension hosts, but no NODE_OPTIONS.
  const preload = [
    ...(watchIn ? preloaded('socketGuard.cjs') : []),
    ...(daysBack ? preloaded('clock.cjs') : []),
  ];
  const args = [...preload, 'out/server-main.js', '--host', '127.0.0.1', '--port', '0'];
  args.push('--without-connection-token', '--accept-server-license-terms', '--disable-telemetry');
  args.push('--enable-smoke-test-driver', ...folderArguments(folders));
  if (folder) args.push('--default-folder', folder);
  const more = {
    ...(watchIn && { MICROWINS_GUARD: watchIn }),
    ...(daysBack && { MICROWINS_DAYS_BACK: daysBack }),
  };
  const temporary = await temporaryFolderIn(base);
  const options = {
    cwd: editor.vscode,
    env: { ...env, ...temporary, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  };
  const child = start(editor.node, args, options);
  guard(child);
  let output = '';
  const bound = new Promise((resolve, reject) => {
    const read = text => {
      output += text;
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found && output.includes('Extension host agent started')) resolve(Number(found[1]));
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', code => reject(failure(`The VS Code server ended with code ${code}:\n${output}`)));
    setTimeout(
      () => reject(failure(`The VS Code server did not start within 60 s:\n${output}`)),
      60_000,
    ).unref();
  });
  const url = `http://127.0.0.1:${await bound}`;
  return { url, child, log: () => output, stop: () => stop(child) };
}

/**
 * Variables by which temporary files of a server and of all that it starts are gone with its folder. VS Code has
 * sockets among them, and their paths must be short: 103 characters on macOS.
 */
async function temporaryFolderIn(base) {
  const folder = path.join(base, 'tmp');
  const socket = path.join(folder, `vscode-ipc-${randomUUID()}.sock`);
  if (process.platform !== 'win32' && socket.length > 103) return {};
  await mkdir(folder, { recursive: true });
  return { TMPDIR: folder, TMP: folder, TEMP: folder };
}

/** Node's arguments that load a script of this folder before anything else. */
function preloaded(script) {
  return ['--require', fileURLToPath(new URL(script, import.meta.url))];
}

/** Installs a `.vsix` into the folders of the server that is to be started with the same base. */
export async function installExtension(editor, { base, env }, vsix) {
  const args = ['out/server-main.js', ...folderArguments(foldersIn(base)), '--accept-server-license-terms'];
  const { code, output } = await run(editor.node, [...args, '--install-extension', vsix], {
    cwd: editor.vscode,
    env,
  });
  if (code !== 0 || !output.includes('successfully installed')) {
    throw failure(`${path.basename(vsix)} could not be installed:\n${output}`);
  }
}

/**
 * The address of a window.
 * @param {string} url the server's
 * @param {string | undefined} workspace a folder or a `.code-workspace` file; none opens an empty window
 * @param {Record<string, string>} [payload] what a desktop VS Code takes as command-line options
 */
export function windowUrl(url, workspace, payload = {}) {
  const query = new URLSearchParams();
  if (!workspace) query.set('ew', 'true');
  else
    query.set(
      workspace.endsWith('.code-workspace') ? 'workspace' : 'folder',
      pathToFileURL(workspace).pathname,
    );
  query.set('payload', JSON.stringify(Object.entries({ skipWelcome: 'true', ...payload })));
  return `${url}/?${query}`;
}

/** A path on the server's disk as the workbench names it. */
export function remoteUri(url, file) {
  return `vscode-remote://${new URL(url).host}${pathToFileURL(file).pathname}`;
}

async function writeSettings(userData, settings) {
  const file = path.join(userData, 'User', 'settings.json');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(settings, undefined, 2));
}

function ignoreExisting(error) {
  if (error.code !== 'EEXIST') throw error;
}
