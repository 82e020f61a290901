import { strict as assert } from 'node:assert';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as l10n from '@vscode/l10n';
import { goalTitle } from '../../../src/core/goalText';
import { kindWords } from '../../../src/core/kindWords';
import { overviewOf } from '../../../src/core/overview';
import { Phrases } from '../../../src/core/phrases';
import { one, setPluralLanguage } from '../../../src/core/plural';
import { statusText } from '../../../src/core/status';
import { winsInWords } from '../../../src/webview/words';
import { translation } from '../../l10n/strings.mjs';
import { kept, noon, settings } from '../../support/foreignDay';

const speak = async (language: string): Promise<void> => {
  l10n.config({ contents: (await translation(process.cwd(), language)).code });
  setPluralLanguage(language);
};

suite('Singular and plural', () => {
  teardown(() => {
    l10n.config({ contents: {} });
    setPluralLanguage('en');
  });

  for (const [language, ones] of [
    ['en', [1]],
    ['de', [1]],
    ['es', [1]],
    ['fr', [0, 1]],
    ['ja', []],
    ['zh-cn', []],
  ] as const) {
    test(`${language} uses its singular for ${ones.join(' and ') || 'no number'}`, () => {
      setPluralLanguage(language);
      const counts = [0, 1, 2, 7, 11, 21, 100, 101, 1000];
      assert.deepEqual(counts.filter(one), ones);
    });
  }

  test('nothing yet is singular in French, plural in English and German', async () => {
    const quiet = overviewOf(kept({ days: new Map(), tasks: [], goals: [] }), settings, noon);
    const none = (): readonly string[] => [
      kindWords('step', '0', one(0)),
      new Phrases('en').days(0),
      winsInWords(0),
      statusText(quiet).label.replace(/^.*\. (.*)\.$/, '$1'),
    ];
    assert.deepEqual(none(), ['0 steps', '0 days', '0 wins', 'Streak: 0 days']);
    await speak('de');
    assert.deepEqual(none(), ['0 Schritte', '0 Tage', '0 Erfolge', 'Serie: 0 Tage']);
    await speak('fr');
    assert.deepEqual(none(), ['0 étape', '0 jour', '0 réussite', 'Série\u00a0: 0 jour']);
  });

  test('a goal of one win is no plural', async () => {
    const titles = (target: number, locale: string): readonly string[] => {
      const by = { from: '2026-11-02', by: '2026-11-30' };
      const phrases = new Phrases(locale);
      return [
        goalTitle('all', target, { every: 'week' }, '', phrases),
        goalTitle('manual', target, { every: 'month' }, '', phrases),
        goalTitle('todo', target, by, '30 November', phrases),
        goalTitle('tests', target, by, '30 November', phrases),
      ];
    };
    assert.deepEqual(titles(1, 'en'), [
      '1 win this week',
      '1 logged win this month',
      'Close 1 TODO by 30 November',
      '1 green run by 30 November',
    ]);
    assert.deepEqual(titles(1500, 'en'), [
      '1,500 wins this week',
      '1,500 logged wins this month',
      'Close 1,500 TODOs by 30 November',
      '1,500 green runs by 30 November',
    ]);
    await speak('fr');
    assert.equal(titles(1, 'fr')[0], '1 réussite cette semaine');
    await speak('ja');
    assert.equal(titles(1, 'ja')[0], '今週の成果 1 件');
  });

  test('words that lack a translation keep the plural forms of English, whatever language the dates have', () => {
    // Russian has the same form for 1 and 21.
    assert.equal(new Phrases('ru').wins(21), '21 wins');
  });

  test('no code chooses between two strings by whether a count is 1', async () => {
    const folder = path.join(process.cwd(), 'src');
    for (const name of await readdir(folder, { recursive: true })) {
      if (!/\.tsx?$/.test(name)) continue;
      assert.doesNotMatch(await readFile(path.join(folder, name), 'utf8'), /[=!]== 1\s*\?\s*l10n\.t\(/, name);
    }
  });
});
