import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type BuildOptions, build } from 'esbuild';

const root = process.cwd();
const { host, web, panel } = createRequire(path.join(root, 'package.json'))('./esbuild.js') as Record<
  'host' | 'web' | 'panel',
  BuildOptions
>;

/** Node's modules that the host's bundles may use: none of them opens a connection. */
const allowed =
  /^(node:)?(fs|fs\/promises|path|os|crypto|string_decoder|timers\/promises|child_process|perf_hooks)$/;
/** What reaches the network without an import. */
const globals =
  /\b(fetch|WebSocket|XMLHttpRequest|EventSource|WebTransport|RTCPeerConnection)\s*\(|sendBeacon|importScripts|\.openExternal\b|\bnew Image\b/;

suite('No network', () => {
  let outputs: { path: string; text: string }[];
  let imported: string[];

  suiteSetup(async () => {
    const built = await Promise.all(
      [host, web, panel].map(options => build({ ...options, minify: false, write: false, metafile: true })),
    );
    outputs = built.flatMap(({ outputFiles }) => outputFiles ?? []);
    imported = built
      .flatMap(({ metafile }) => Object.values(metafile?.outputs ?? {}))
      .flatMap(({ imports }) => imports)
      .filter(({ external }) => external)
      .map(({ path: name }) => name);
  });

  test('no bundle imports a module that can open a connection', () => {
    const own = /^(vscode|\.\/\w+\.js)$/;
    const others = [...new Set(imported)].filter(name => !own.test(name) && !allowed.test(name));
    assert.ok(imported.includes('vscode'), 'nothing was looked at');
    assert.deepEqual(others, []);
  });

  test('no bundle calls what reaches the network without an import', () => {
    const found = outputs
      .filter(({ path: file }) => file.endsWith('.js'))
      .flatMap(({ path: file, text }) => {
        const call = globals.exec(text);
        return call ? [`${path.basename(file)}: ${text.slice(call.index, call.index + 60)}`] : [];
      });
    assert.deepEqual(found, []);
  });

  test('programs are started in one place, and that starts git', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const starting = sources
      .filter(name => /\.tsx?$/.test(name))
      .filter(name =>
        /child_process|worker_threads|node:cluster/.test(readFileSync(path.join(root, 'src', name), 'utf8')),
      )
      .map(name => name.replaceAll('\\', '/'));
    assert.deepEqual(starting, ['detect/git/git.ts']);
  });
});
