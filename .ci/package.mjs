// npm run package: the `.vsix` in out/.
//   -- --check   makes it from two fresh clones of HEAD, in other folders, with other time zones and file modes, and
//                compares the bytes
import { createHash } from 'node:crypto';
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { root } from '../test/editor/fetch.mjs';
import { failure, main, run } from '../test/editor/processes.mjs';
import { temporaryFolder } from '../test/editor/suites.mjs';
import { packageExtension } from '../test/editor/vsix.mjs';

/** The hash of a package made from a clone of HEAD by somebody with this umask and time zone. */
async function hashFromClone(name, umask, zone) {
  const folder = path.join(await temporaryFolder(), name);
  process.umask(umask);
  process.env.TZ = zone;
  const { code, output } = await run('git', ['clone', '--quiet', '--no-hardlinks', root, folder]);
  if (code !== 0) throw failure(output);
  await symlink(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return createHash('sha256')
    .update(await readFile(await packageExtension(folder)))
    .digest('hex');
}

await main(async () => {
  if (!process.argv.includes('--check')) return void (await packageExtension());
  const hashes = [
    await hashFromClone('one', 0o022, 'Asia/Tokyo'),
    await hashFromClone('another-place', 0o077, 'America/Los_Angeles'),
  ];
  for (const hash of hashes) console.log(`sha256 ${hash}`);
  if (hashes[0] !== hashes[1]) throw failure('Two packages of the same commit differ.');
  console.log('The same bytes from the same commit.');
});
