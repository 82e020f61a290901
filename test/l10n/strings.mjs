// The interface's strings, as the code and the manifest have them, and their translations.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Display languages that VS Code offers and this extension speaks, besides English. */
export const languages = ['de', 'es', 'fr', 'ja', 'zh-cn'];

/** A call with a literal, as the formatter writes it. */
const literal = /\bl10n\.t\(\s*('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")/g;

/**
 * The strings of all `l10n.t('…')` in the code, in order of the alphabet.
 * @param {string} root the project's folder
 * @returns {Promise<string[]>}
 * @throws when a call has no literal, so that no string can be missed
 */
export async function codeStrings(root) {
  const strings = new Set();
  for (const name of await readdir(path.join(root, 'src'), { recursive: true })) {
    if (!/\.tsx?$/.test(name)) continue;
    const text = await readFile(path.join(root, 'src', name), 'utf8');
    const found = [...text.matchAll(literal)];
    const calls = [...text.matchAll(/\bl10n\.t\(/g)].length;
    if (found.length !== calls) throw new Error(`src/${name}: each l10n.t() needs a literal string.`);
    for (const [, quoted = ''] of found) strings.add(unquoted(quoted));
  }
  return [...strings].sort();
}

/**
 * The strings of the manifest, by key.
 * @param {string} root
 * @returns {Promise<Record<string, string>>}
 */
export async function manifestStrings(root) {
  return JSON.parse(await readFile(path.join(root, 'package.nls.json'), 'utf8'));
}

/**
 * One language's strings: of the code, by their English, and of the manifest, by key. Empty where there are none.
 * @param {string} root
 * @param {string} language
 * @returns {Promise<{ code: Record<string, string>, manifest: Record<string, string> }>}
 */
export async function translation(root, language) {
  const read = file => readFile(path.join(root, file), 'utf8').then(JSON.parse, () => ({}));
  return {
    code: await read(`l10n/bundle.l10n.${language}.json`),
    manifest: await read(`package.nls.${language}.json`),
  };
}

/**
 * The numbers of the places `{0}` in a string, in order.
 * @param {string} text
 */
export function placesIn(text) {
  return [...text.matchAll(/\{\d+\}/g)].map(([place]) => place).sort();
}

function unquoted(quoted) {
  const inner = quoted.slice(1, -1);
  return JSON.parse(`"${inner.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')}"`);
}
