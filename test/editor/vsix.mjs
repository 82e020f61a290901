// Packages the extension as users get it.
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { root } from './fetch.mjs';
import { failure, run } from './processes.mjs';

/** Makes `out/microwins.vsix` and gives its path. */
export async function packageExtension() {
  const file = path.join(root, 'out', 'microwins.vsix');
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = path.join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
  const args = [vsce, 'package', '--no-dependencies', '--out', file];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  if (code !== 0) throw failure(`The extension could not be packaged:\n${output}`);
  console.log(`Packaged out/microwins.vsix, ${Math.ceil((await stat(file)).size / 1024)} KB`);
  return file;
}
