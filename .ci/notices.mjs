// The license notices of everything that is bundled and not ours, made at each build for production.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundledPackages } from './bundled.mjs';

/** What was taken over by hand, and so is in no metafile. */
const copied = `codicons (shapes of the icons in the panel and of media/panel.svg)
https://github.com/microsoft/vscode-codicons
Copyright (c) Microsoft Corporation. Licensed under Creative Commons Attribution 4.0 International
(https://creativecommons.org/licenses/by/4.0/legalcode). Changed: the decimals of the paths are rounded.`;

/**
 * The text of `ThirdPartyNotices.txt`. A bundled package without a license text fails the build.
 * @param {import('esbuild').Metafile[]} metafiles
 * @param {string} root the folder with `node_modules`
 */
export async function thirdPartyNotices(metafiles, root) {
  const names = bundledPackages(metafiles);
  const notices = await Promise.all(names.map(name => notice(path.join(root, 'node_modules', name))));
  const head = 'Micro Wins contains code and shapes made by others, under the licenses below.';
  return `${[head, ...notices, copied].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

async function notice(folder) {
  const { name, version, license, repository, homepage } = JSON.parse(
    await readFile(path.join(folder, 'package.json'), 'utf8'),
  );
  const file = (await readdir(folder)).sort().find(entry => /^(licen[cs]e|copying)(\.|$)/i.test(entry));
  const text = file && (await readFile(path.join(folder, file), 'utf8'));
  if (!text) throw new Error(`${name} is bundled, but has no license text to include.`);
  const url = typeof repository === 'string' ? repository : repository?.url;
  return `${name} ${version} (${license})\n${(url ?? homepage ?? '').replace(/^git\+/, '')}\n\n${text.replaceAll('\r\n', '\n').trim()}`;
}
