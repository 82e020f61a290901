import { strict as assert } from 'node:assert';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { translationsOf } from '../../../src/core/translations';
import { languages, translation } from '../../l10n/strings.mjs';

suite('The words that are shipped', () => {
  let folder: string;
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

  suiteSetup(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'words-'));
    const { writeWords } = (await import(pathToFileURL('.ci/words.mjs').href)) as {
      writeWords(root: string, folder: string): Promise<void>;
    };
    await writeWords(process.cwd(), folder);
  });

  suiteTeardown(() => rmSync(folder, { recursive: true }));

  for (const language of languages) {
    test(`${language}: together with the English ones they are the translator’s`, async () => {
      const { code } = await translation(process.cwd(), language);
      const shipped = translationsOf(read('bundle.l10n.json'), read(`bundle.l10n.${language}.json`));
      assert.ok(Object.keys(shipped).length > 500);
      assert.deepEqual(shipped, code);
    });
  }

  test('what is missing or no list stays English', () => {
    assert.deepEqual(translationsOf(['One', 'Two', 'Three'], ['Eins', null]), { One: 'Eins' });
    assert.deepEqual(translationsOf(['One'], { One: 'Eins' }), {});
    assert.deepEqual(translationsOf(undefined, ['Eins']), {});
  });
});
