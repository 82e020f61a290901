// Bundles the extension, its panel, and (with --tests=unit|host|web|e2e|bench) the code that checks them.
// The panel and the unit tests are bundled without `external: ['vscode']`: an import of it there must fail.
const { rm, writeFile } = require('node:fs/promises');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');
const { sharedCode } = require('./.ci/sharedCode.cjs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const suite = process.argv.find(arg => arg.startsWith('--tests='))?.slice('--tests='.length);

/** Files below a folder whose name ends as given. */
function filesBelow(folder, ending) {
  return readdirSync(path.join(__dirname, folder), { recursive: true })
    .filter(name => name.endsWith(ending))
    .map(name => path.join(folder, name));
}

/** The browser build of the XML parser is the same code without a Node-only helper. */
const alias = {
  '@rgrove/parse-xml': path.join(__dirname, 'node_modules/@rgrove/parse-xml/dist/browser.js'),
};

/** What is shipped needs of `@vscode/l10n` no more than to look words up. */
const shippedAlias = { ...alias, '@vscode/l10n': path.join(__dirname, 'src/l10n.ts') };

const common = {
  absWorkingDir: __dirname,
  bundle: true,
  logLevel: 'warning',
  minify: production,
  sourcemap: production ? false : 'linked',
  metafile: true,
  legalComments: 'none',
  charset: 'utf8',
};

/** A library that could load its strings from the network finds no way to. */
const noNetwork = Object.fromEntries(
  ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'].map(name => [name, 'undefined']),
);

/**
 * `import * as vscode` as one module that has each name of the API. Without it every file that has this line makes
 * a copy of all the names when it is loaded: 400 names times 20 files were 7 ms of the activation.
 */
const apiByName = {
  name: 'api-by-name',
  setup(build) {
    build.onResolve({ filter: /^vscode$/ }, ({ kind }) =>
      kind === 'require-call'
        ? { path: 'vscode', external: true }
        : { path: 'vscode', namespace: 'api-by-name' },
    );
    build.onLoad({ filter: /.*/, namespace: 'api-by-name' }, () => ({
      contents: [
        "const api = require('vscode');",
        // A pure call may be left out where nobody needs the name.
        ...apiNames().map(name => `export const ${name} = /* @__PURE__ */ (() => api.${name})();`),
      ].join('\n'),
    }));
  },
};

/** The values that `vscode` exports, by its types. */
function apiNames() {
  const types = readFileSync(require.resolve('@types/vscode/index.d.ts'), 'utf8');
  const exported = /^(?:\t| {4})(?:export )?(?:abstract )?(?:class|enum|namespace|const|function) (\w+)/gm;
  return [...new Set(Array.from(types.matchAll(exported), ([, name]) => name))];
}

const host = {
  ...common,
  entryPoints: {
    extension: 'src/node.ts',
    connect: 'src/connect.ts',
    agentTools: 'src/features/agents/agentTools.ts',
    breakDown: 'src/features/breakDown/breakDown.ts',
    dataTransfer: 'src/features/sharing/dataTransfer.ts',
    detection: 'src/features/detection/detection.ts',
    documents: 'src/features/sharing/documents.ts',
    guidance: 'src/features/guidance/guidance.ts',
    interaction: 'src/features/interaction.ts',
    lateViews: 'src/features/panel/lateViews.ts',
    testDetection: 'src/features/detection/testDetection.ts',
    todoDetection: 'src/features/detection/todoDetection.ts',
  },
  // Each `import('./x')` loads another bundle, which activation need not wait for; but it waits for the first three.
  plugins: [sharedCode({ first: ['extension', 'connect', 'detection'], plugins: [apiByName] })],
  supported: { 'dynamic-import': false }, // require: VS Code gives its API to nothing else
  charset: 'ascii', // what has no other characters is compiled from one byte for each, not two
  outdir: 'dist',
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  alias: shippedAlias,
  define: noNetwork,
};

/** The host for browsers: one bundle, since a worker can load no other beside it; whatever needs Node fails here. */
const web = {
  ...host,
  entryPoints: { 'web/extension': 'src/web/extension.ts' },
  plugins: [apiByName],
  platform: 'browser',
  target: 'chrome128',
};

const panel = {
  ...common,
  entryPoints: { panel: 'src/webview/main.tsx' },
  // What the first picture doesn't need (`later.ts`) comes after it; what both need is the third file.
  splitting: true,
  chunkNames: 'panel-[name]',
  alias: shippedAlias,
  outdir: 'dist',
  platform: 'browser',
  target: 'chrome128',
  format: 'esm',
  tsconfigRaw: { compilerOptions: { jsx: 'react', jsxFactory: 'h', jsxFragmentFactory: 'Fragment' } },
  inject: ['src/webview/jsx.ts'],
  define: noNetwork,
};

const tests = {
  unit: { entryPoints: () => filesBelow('test/unit', '.test.ts'), external: [] },
  host: {
    entryPoints: () => [
      'test/host/index.ts',
      'test/host/crash/stream.ts',
      ...filesBelow('test/host', '.test.ts'),
    ],
    external: ['vscode'],
  },
  e2e: { entryPoints: () => filesBelow('test/e2e', '.test.ts'), external: ['playwright-core'] },
  bench: { entryPoints: () => ['bench/index.ts'], external: ['playwright-core'] },
  // A window of the web runs one bundle: each folder of suites is one.
  web: {
    entryPoints: () => Object.fromEntries(webFolders().map(name => [name, `suites:${name}`])),
    external: ['vscode'],
    more: { platform: 'browser', target: 'chrome128', external: ['vscode'], plugins: [suitesOfFolder()] },
  },
};

/** The folders in which suites for the web are. */
function webFolders() {
  return [
    ...new Set(filesBelow('test/web', '.test.ts').map(file => path.dirname(path.relative('test/web', file)))),
  ];
}

/** `suites:<folder>` as a module whose `run` runs the suites of `test/web/<folder>`. */
function suitesOfFolder() {
  return {
    name: 'suites-of-folder',
    setup(build) {
      build.onResolve({ filter: /^suites:/ }, ({ path: name }) => ({
        path: name.slice(7),
        namespace: 'suites',
      }));
      build.onLoad({ filter: /.*/, namespace: 'suites' }, ({ path: folder }) => ({
        contents: [
          "import 'mocha/mocha';",
          "import { runSuites } from './test/web/support/run';",
          `export const run = () => runSuites(() => {`,
          ...filesBelow(path.join('test/web', folder), '.test.ts').map(file => `  require('./${file}');`),
          '});',
        ].join('\n'),
        resolveDir: __dirname,
      }));
      // Mocha's build for browsers is no module, and would take its bundle's exports for its own.
      build.onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
        contents: `(function (exports, module, define) {${readFileSync(file, 'utf8')}}).call(globalThis);`,
      }));
    },
  };
}

function testBundle(name) {
  const { entryPoints, external, more } = tests[name];
  return {
    ...common,
    minify: false,
    sourcemap: 'inline',
    entryPoints: entryPoints(),
    outdir: name === 'bench' ? 'out/bench' : `out/test/${name}`,
    outbase: name === 'bench' ? 'bench' : `test/${name}`,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: [...external, 'mocha', 'esbuild'],
    alias,
    ...more,
  };
}

async function main() {
  const builds = [];
  if (suite !== 'unit' || watch) builds.push(host, web, panel);
  if (suite) {
    if (!tests[suite]) throw new Error(`--tests is one of ${Object.keys(tests).join(', ')}, not "${suite}"`);
    builds.push(testBundle(suite));
  }
  if (watch) {
    const contexts = await Promise.all(
      builds.map(options => esbuild.context({ ...options, logLevel: 'info' })),
    );
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  // A test that was deleted must not run from an old bundle.
  if (suite) await rm(path.join(__dirname, testBundle(suite).outdir), { recursive: true, force: true });
  if (builds.includes(host)) await rm(path.join(__dirname, 'dist'), { recursive: true, force: true });
  const built = await Promise.all(builds.map(options => esbuild.build(options)));
  if (production && builds.includes(host)) await describe(built.slice(0, 3).map(({ metafile }) => metafile));
}

/** Writes what is known of the bundles of host, browser and panel: the notices that are shipped, and what `npm run size` reads. */
async function describe(metafiles) {
  const { thirdPartyNotices } = await import('./.ci/notices.mjs');
  const dist = path.join(__dirname, 'dist');
  await writeFile(path.join(dist, 'ThirdPartyNotices.txt'), await thirdPartyNotices(metafiles, __dirname));
  await writeFile(path.join(dist, 'meta.json'), JSON.stringify(metafiles));
}

if (require.main === module) {
  main().catch(error => {
    if (!error.errors) console.error(error.message);
    process.exitCode = 1;
  });
}

/** What is shipped, for the tests that look into it. */
module.exports = { host, web, panel };
