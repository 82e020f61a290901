// npm run size: what is in each bundle, by package, as esbuild's metafile tells, and what its budget is.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundles } from './bundled.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');

/** KiB; a bundle that is not named here is loaded after activation and is to stay below the host's budget. */
const budgets = {
  'dist/panel.js': 40,
  'dist/panel.css': 12,
  'dist/web/extension.js': 280, // all of the host that a browser can use: it loads one file only
};
const hostBudget = 100;

const kib = bytes => `${(bytes / 1024).toFixed(1)} KiB`.padStart(10);

for (const { file, bytes, parts } of bundles(
  JSON.parse(await readFile(path.join(root, 'dist/meta.json'), 'utf8')),
)) {
  const zipped = gzipSync(await readFile(path.join(root, file))).length;
  const budget = budgets[file] ?? hostBudget;
  const verdict = bytes <= budget * 1024 ? 'within' : 'OVER';
  console.log(`\n${kib(bytes)}  ${file}  (gzip ${kib(zipped).trim()}; ${verdict} its ${budget} KiB)`);
  for (const [name, part] of parts) {
    console.log(`${kib(part)}  ${`${((100 * part) / bytes).toFixed(0)}%`.padStart(4)}  ${name}`);
  }
}
