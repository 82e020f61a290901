// The interface's words as they are shipped: for each language a list, in the order of the English one. VS Code's
// usual form has every English sentence once more in each of them.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { codeStrings, languages, translation } from '../test/l10n/strings.mjs';

/**
 * Writes `bundle.l10n.json` with the English sentences, and one such file for each language.
 * @param {string} root the project's folder
 * @param {string} folder where they are put; it is made
 */
export async function writeWords(root, folder) {
  await mkdir(folder, { recursive: true });
  const english = await codeStrings(root);
  const write = (name, list) => writeFile(path.join(folder, name), JSON.stringify(list));
  await write('bundle.l10n.json', english);
  for (const language of languages) {
    const { code } = await translation(root, language);
    await write(
      `bundle.l10n.${language}.json`,
      english.map(sentence => code[sentence] ?? null),
    );
  }
}
