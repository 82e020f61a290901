// npm run l10n: collects the interface's strings from the code into l10n/bundle.l10n.json (English, what translators
// start from), and says what each translation lacks or has too much.
//   --list   names those strings
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeStrings, languages, manifestStrings, translation } from './strings.mjs';

const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
const code = await codeStrings(root);
const manifest = Object.keys(await manifestStrings(root));
const bundle = Object.fromEntries(code.map(text => [text, text]));
await writeFile(path.join(root, 'l10n', 'bundle.l10n.json'), `${JSON.stringify(bundle, null, 2)}\n`);
console.log(`${code.length} strings in the code, ${manifest.length} in the manifest`);
for (const language of languages) {
  const told = await translation(root, language);
  const lacking = [
    ...code.filter(text => !Object.hasOwn(told.code, text)),
    ...manifest.filter(key => !Object.hasOwn(told.manifest, key)),
  ];
  const extra = [
    ...Object.keys(told.code).filter(text => !code.includes(text)),
    ...Object.keys(told.manifest).filter(key => !manifest.includes(key)),
  ];
  console.log(`${language}: ${lacking.length} lacking, ${extra.length} too many`);
  if (!process.argv.includes('--list')) continue;
  for (const text of lacking) console.log(`  + ${JSON.stringify(text)}`);
  for (const text of extra) console.log(`  - ${JSON.stringify(text)}`);
}
