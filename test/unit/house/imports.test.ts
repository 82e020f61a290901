import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const root = process.cwd();
const run = promisify(execFile);

const faults: readonly (readonly [folder: string, imported: string])[] = [
  ['core', 'vscode'],
  ['core', 'node:path'],
  ['core', '../../config'],
  ['detect', '../../store/ledger'],
  ['detect', '../../views/statusBar'],
  ['detect', '../../features/intents'],
  ['store', '../../detect/git/git'],
  ['store', '../../views/statusBar'],
  ['store', '../../features/intents'],
  ['views', '../../detect/git/git'],
  ['views', '../../extension'],
  ['views', '../../connect'],
  ['views', '../../features/intents'],
  ['store/web', 'node:fs'],
  ['store/web', '../../../views/statusBar'],
  ['web', 'node:fs'],
  ['features', '../../webview/main'],
  ['features', '../../connect'],
  ['webview', 'vscode'],
  ['webview', '../../store/ledger'],
  ['webview', '../../features/intents'],
];
const allowed = ['views', '../../core/text'] as const;

suite('Who may import what', () => {
  let base: string;
  let report: string;
  const names = new Map<string, string>();

  /** Plants a file with one import in a copy of a folder of `src`; gives its name. */
  const plant = async (folder: string, imported: string): Promise<string> => {
    const file = path.join('src', folder, `planted-${names.size}`, 'fault.ts');
    await mkdir(path.join(base, path.dirname(file)), { recursive: true });
    await writeFile(path.join(base, file), `import * as it from '${imported}';\nexport const x = it;\n`);
    return file.replaceAll('\\', '/');
  };

  suiteSetup(async function () {
    this.timeout(60_000); // it starts the linter
    // Not in `src` itself: killed midway, the test would leave its faults there.
    base = await mkdtemp(path.join(tmpdir(), 'micro-imports-'));
    await copyFile(path.join(root, 'biome.json'), path.join(base, 'biome.json'));
    for (const [folder, imported] of [...faults, allowed]) {
      names.set(`${folder} ${imported}`, await plant(folder, imported));
    }
    const biome = path.join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
    const options = ['--vcs-enabled=false', '--max-diagnostics=none', '--reporter=github'];
    const linting = run(process.execPath, [biome, 'lint', ...options, ...names.values()], { cwd: base });
    report = await linting.then(
      () => '',
      error => `${error.stdout}${error.stderr}`,
    );
  });

  suiteTeardown(() => rm(base, { recursive: true, force: true }));

  const isRefused = (folder: string, imported: string): boolean => {
    const file = names.get(`${folder} ${imported}`) ?? 'no such file';
    return report.split('\n').some(line => line.includes(file) && line.includes('noRestrictedImports'));
  };

  for (const [folder, imported] of faults) {
    test(`the linter refuses ${imported} in ${folder}`, () => assert.ok(isRefused(folder, imported), report));
  }

  test('the linter has nothing against what is allowed', () => assert.ok(!isRefused(...allowed)));

  for (const planted of ['vscode', 'node:fs']) {
    test(`a panel bundle with ${planted} fails`, async () => {
      const bundling = build({
        stdin: { contents: `import '${planted}';`, resolveDir: path.join(root, 'src', 'webview') },
        bundle: true,
        write: false,
        platform: 'browser',
        logLevel: 'silent',
      });
      await assert.rejects(bundling, /Could not resolve/);
    });
  }

  test('a unit test bundle that reaches vscode fails', async () => {
    const bundling = build({
      entryPoints: [path.join(root, 'src', 'config.ts')],
      bundle: true,
      write: false,
      platform: 'node',
      logLevel: 'silent',
    });
    await assert.rejects(bundling, /Could not resolve "vscode"/);
  });
});
