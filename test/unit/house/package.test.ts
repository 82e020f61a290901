import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';

const root = process.cwd();
const { host, web, panel } = createRequire(path.join(root, 'package.json'))('./esbuild.js') as Record<
  'host' | 'web' | 'panel',
  BuildOptions
>;
const KiB = 1024;
const inBrowsers = path.join('web', 'extension.js');

interface Manifest {
  readonly icon: string;
  readonly categories: readonly string[];
  readonly keywords: readonly string[];
  readonly dependencies?: unknown;
  readonly contributes: object;
}

suite('The package', () => {
  let metafiles: Metafile[];
  let bytes: Map<string, number>;

  suiteSetup(async () => {
    const options = { minify: true, sourcemap: false, write: false, metafile: true } as const;
    const built = await Promise.all([host, web, panel].map(each => build({ ...each, ...options })));
    metafiles = built.map(({ metafile }) => metafile);
    const files = metafiles.flatMap(({ outputs }) => Object.entries(outputs));
    bytes = new Map(files.map(([name, output]) => [path.relative('dist', name), output.bytes]));
  });

  test('each bundle stays within its budget', () => {
    for (const [name, size] of bytes) {
      const special = { 'panel.css': 12 * KiB, [inBrowsers]: 268 * KiB };
      const budget = special[name] ?? 100 * KiB;
      assert.ok(size <= budget, `${name} has ${size} bytes, ${size - budget} too many`);
    }
    assert.ok(bytes.has('extension.js') && bytes.has(inBrowsers) && bytes.has('panel.css'));
  });

  test('what the panel’s first picture needs stays within 40 KiB', () => {
    const [panelCode, shared] = ['panel.js', 'panel-chunk.js'].map(name => bytes.get(name));
    assert.ok(panelCode && shared);
    assert.ok(panelCode + shared <= 40 * KiB, `${panelCode} and ${shared} bytes`);
  });

  test('the bundle for browsers needs VS Code and nothing else, and one with Node in it can’t be made', async () => {
    const [, output] = metafiles
      .flatMap(({ outputs }) => Object.entries(outputs))
      .find(([name]) => name.endsWith('web/extension.js')) ?? ['', undefined];
    assert.deepEqual([...new Set(output?.imports.map(each => each.path))], ['vscode']);
    const { entryPoints: _, ...options } = web;
    const stdin = { contents: "import { open } from 'node:fs'; open();", resolveDir: root };
    await assert.rejects(build({ ...options, stdin, write: false, logLevel: 'silent' }), /Could not resolve/);
  });

  test('everything bundled that is not ours comes with its license', async () => {
    const { thirdPartyNotices } = (await import(pathToFileURL('.ci/notices.mjs').href)) as {
      thirdPartyNotices(metafiles: readonly Metafile[], folder: string): Promise<string>;
    };
    const notices = await thirdPartyNotices(metafiles, root);
    for (const name of ['preact', 'valibot', 'date-fns', 'codicons']) {
      assert.match(notices, new RegExp(`^${name} `, 'm'));
    }
  });

  test('nothing has to be installed with it, and every text of the manifest is there', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
    assert.equal(manifest.dependencies, undefined);
    assert.ok(existsSync(manifest.icon));
    const keys = [...JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key);
    assert.deepEqual(
      keys.filter(key => !words[key]),
      [],
    );
    assert.deepEqual(
      Object.keys(words).filter(key => !keys.includes(key)),
      [],
    );
  });
});
