import { strict as assert } from 'node:assert';
import { codeStrings, languages, manifestStrings, placesIn, translation } from '../../l10n/strings.mjs';

const root = process.cwd();

/** Every string of the interface is translated, completely and with the same places. */
suite('Translations', () => {
  for (const language of languages) {
    suite(language, () => {
      test('has every string of the code, and none that is gone', async () => {
        const { code } = await translation(root, language);
        assert.deepEqual(Object.keys(code).sort(), await codeStrings(root));
      });

      test('has every string of the manifest, and none that is gone', async () => {
        const { manifest } = await translation(root, language);
        assert.deepEqual(Object.keys(manifest).sort(), Object.keys(await manifestStrings(root)).sort());
      });

      test('keeps places, icons and links as they are', async () => {
        const { code, manifest } = await translation(root, language);
        const english = await manifestStrings(root);
        const pairs = [
          ...Object.entries(code),
          ...Object.entries(manifest).map(([key, text]) => [english[key] ?? '', text] as const),
        ];
        const marks = (text: string): string[] =>
          [...text.matchAll(/\$\([a-z-]+\)|\]\([^)]*\)|`[^`]*`/g)].map(([mark]) => mark).sort();
        for (const [text, translated] of pairs) {
          assert.deepEqual(placesIn(translated), placesIn(text), translated);
          assert.deepEqual(marks(translated), marks(text), translated);
          assert.notEqual(translated.trim(), '', text);
        }
      });
    });
  }

  test('the English bundle, which translators start from, is up to date', async () => {
    const { default: bundle } = await import('../../../l10n/bundle.l10n.json');
    assert.deepEqual(Object.keys(bundle), await codeStrings(root));
  });
});
