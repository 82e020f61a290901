// npm run pictures: takes the pictures of README and walkthrough anew from the real product. The e2e suite `pictures`
// has written them, large, to out/screenshots; here they get a palette and their place in media/.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './fetch.mjs';
import { readPng, writePng } from './png.mjs';
import { failure, main } from './processes.mjs';

/** The walkthrough's are in the .vsix, so they must be small; the README's are not. */
const sets = [
  { prefix: 'readme-', folder: 'media', colours: 128 },
  { prefix: 'walkthrough-', folder: path.join('media', 'walkthrough'), colours: 32, limit: 90 },
];

await main(async () => {
  const from = path.join(root, 'out', 'screenshots');
  const names = await readdir(from);
  for (const { prefix, folder, colours, limit } of sets) {
    const own = names.filter(name => name.startsWith(prefix) && name.endsWith('.png')).sort();
    if (own.length === 0) throw failure(`out/screenshots has no picture ${prefix}*: run "npm run pictures".`);
    await mkdir(path.join(root, folder), { recursive: true });
    let bytes = 0;
    for (const name of own) {
      const file = path.join(folder, name.slice(prefix.length));
      const small = writePng(readPng(await readFile(path.join(from, name))), colours);
      await writeFile(path.join(root, file), small);
      bytes += small.length;
      console.log(`${file}  ${(small.length / 1024).toFixed(1)} KB`);
    }
    if (limit && bytes > limit * 1024)
      throw failure(`${folder} is larger than ${limit} KB: the .vsix grows.`);
  }
  return 0;
});
