// VS Code's web workbench as vscode.dev has it: static files and no server behind them, so that extensions run in a
// worker of the browser and what they keep is in the browser's database.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { root } from './fetch.mjs';
import { onExit } from './processes.mjs';
import { quietSettings } from './server.mjs';

const types = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/**
 * What code-server changed in VS Code's own workbench, and this takes back: it always connects to a server, and keeps
 * the user's data there.
 */
const changes = [
  [/remoteAuthority:location\.host/, 'remoteAuthority:void 0'],
  [/(\(this\.userDataPath\)\.with\(\{scheme:\w+)\.vscodeRemote/, '$1.vscodeUserData'],
];

/**
 * Serves the workbench with this repository as its one development extension.
 * @param {{ vscode: string }} editor from `fetchEditor`
 * @param {object} settings of the user, besides the quiet ones
 * @returns {Promise<{ windowUrl: (folder?: string, tests?: string) => string }>} addresses of windows: of a folder
 * (an address), and which bundle of suites it runs
 */
export async function serveWorkbench(editor, settings = {}) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    try {
      const [type, body] = await answer(editor, url, settings, server.address().port);
      response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-store' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  onExit(() => server.close());
  const base = `http://127.0.0.1:${server.address().port}/`;
  return {
    windowUrl: (folder, tests) => {
      const query = new URLSearchParams(folder ? { folder } : { ew: 'true' });
      if (tests) query.set('tests', tests);
      return `${base}?${query}`;
    },
  };
}

async function answer(editor, url, settings, port) {
  const name = decodeURIComponent(url.pathname);
  if (name === '/') return ['text/html', await page(url, settings, port)];
  const [, place, rest] = /^\/(vscode|extension)(\/.*)$/.exec(name) ?? [];
  const folder = { vscode: editor.vscode, extension: root }[place];
  const file = path.join(folder, path.posix.normalize(rest));
  const type = types[path.extname(file)] ?? 'application/octet-stream';
  if (!file.endsWith('workbench/workbench.js')) return [type, await readFile(file)];
  let code = await readFile(file, 'utf8');
  for (const [theirs, ours] of changes) {
    if (!theirs.test(code)) throw new Error('This workbench is another one than was expected.');
    code = code.replace(theirs, ours);
  }
  return [type, code];
}

async function page(url, settings, port) {
  const at = path => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
  const tests = url.searchParams.get('tests');
  const configuration = {
    // What code-server's workbench asks for besides.
    webviewEndpoint: `http://127.0.0.1:${port}/vscode/out/vs/workbench/contrib/webview/browser/pre`,
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    configurationDefaults: { ...quietSettings, ...settings },
    developmentOptions: {
      extensions: [at('/extension')],
      enableSmokeTestDriver: true,
      ...(tests && { extensionTestsPath: at(`/extension/out/test/web/${tests}.js`) }),
    },
    productConfiguration: { extensionsGallery: undefined },
  };
  const text = JSON.stringify(configuration).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
<head>
  <meta charset="utf-8">
  <meta id="vscode-workbench-web-configuration" data-settings="${text}">
  <link rel="stylesheet" href="/vscode/out/vs/code/browser/workbench/workbench.css">
</head>
<body aria-label="">
  <script>globalThis._VSCODE_FILE_ROOT = location.origin + '/vscode/out/';</script>
  <script type="module" src="/vscode/out/nls.messages.js"></script>
  <script type="module" src="/vscode/out/vs/code/browser/workbench/workbench.js"></script>
</body>
</html>`;
}
