// Packages the extension as users get it: the same bytes from the same commit.
import { chmod, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './fetch.mjs';
import { failure, run } from './processes.mjs';

/** The time of files in a package that is not made from a commit, in s since the epoch: a zip's first year. */
const firstZipTime = '315532800';

/**
 * Builds for production and makes `out/microwins.vsix`. Times, order and modes of its files depend on the commit
 * alone, and a warning of vsce's is an error.
 * @param {string} [folder] a clone of this repository, this one when absent
 * @returns {Promise<string>} its path
 */
export async function packageExtension(folder = root) {
  const file = path.join(folder, 'out', 'microwins.vsix');
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  // A zip holds local times without their zone.
  const env = { ...process.env, SOURCE_DATE_EPOCH: await commitTime(folder), TZ: 'UTC' };
  const options = { cwd: folder, env };
  // Modes come from the umask of whoever cloned, and of whoever builds (vsce does: `vscode:prepublish`).
  const { output: list } = await make([vsce, 'ls', '--no-dependencies'], options);
  if (process.platform !== 'win32') {
    for (const name of packaged(list)) await chmod(path.join(folder, name), 0o644);
  }
  const umask = process.umask(0o022);
  const made = make([vsce, 'package', '--no-dependencies', '--out', file], options);
  process.umask(umask);
  const { output } = await made;
  if (/\bWARNING\b/.test(output)) throw failure(`vsce is not content:\n${output}`);
  console.log(`Packaged out/microwins.vsix, ${Math.ceil((await stat(file)).size / 1024)} KB`);
  return file;
}

async function make(args, options) {
  const result = await run(process.execPath, args, options);
  if (result.code !== 0) throw failure(`The extension could not be packaged:\n${result.output}`);
  return result;
}

/** The lines of `vsce ls` that name files: it prints other things, too. */
function packaged(list) {
  return list.split('\n').filter(line => /^(dist|media|l10n)\/|^[\w.-]+$/.test(line));
}

/** When HEAD was committed, in s since the epoch. */
async function commitTime(cwd) {
  const { code, output } = await run('git', ['log', '-1', '--format=%ct'], { cwd }).catch(() => ({
    code: 1,
  }));
  return code === 0 ? output.trim() : firstZipTime;
}
