// npm run size: what is in each bundle, by package, as esbuild's metafile tells, and what its budget is.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundles } from './bundled.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../..');

/** KiB, as `test/unit/house/package.test.ts` checks them; a bundle that is not named here has the host's budget. */
const budgets = {
  'dist/panel.css': 12,
  'dist/web/extension.js': 268, // all of the host that a browser can use: it loads one file only
};
const hostBudget = 100;

/** What the panel's first picture needs, which has one budget. */
const firstPicture = ['dist/panel.js', 'dist/panel-chunk.js'];
const pictureBudget = 40;

const kib = bytes => `${(bytes / 1024).toFixed(1)} KiB`.padStart(10);

const all = bundles(JSON.parse(await readFile(path.join(root, 'dist/meta.json'), 'utf8')));
const verdict = (bytes, budget) => `${bytes <= budget * 1024 ? 'within' : 'OVER'} its ${budget} KiB`;

for (const { file, bytes, parts } of all) {
  const zipped = gzipSync(await readFile(path.join(root, file))).length;
  const told = verdict(bytes, budgets[file] ?? hostBudget);
  console.log(`\n${kib(bytes)}  ${file}  (gzip ${kib(zipped).trim()}; ${told})`);
  for (const [name, part] of parts) {
    console.log(`${kib(part)}  ${`${((100 * part) / bytes).toFixed(0)}%`.padStart(4)}  ${name}`);
  }
}
const first = all
  .filter(({ file }) => firstPicture.includes(file))
  .reduce((sum, { bytes }) => sum + bytes, 0);
console.log(
  `\n${kib(first)}  ${firstPicture.join(' and ')}, the panel's first picture  (${verdict(first, pictureBudget)})`,
);
