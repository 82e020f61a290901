import { strict as assert } from 'node:assert';
import * as l10n from '@vscode/l10n';
import { weekStart } from '../../../src/core/day';
import { firstWeekdayOf } from '../../../src/core/firstWeekday';
import { Phrases } from '../../../src/core/phrases';
import { setPluralLanguage } from '../../../src/core/plural';
import { byteLength } from '../../../src/core/size';
import { dayInWords } from '../../../src/core/timeWords';
import { dayText, rangeText, setLanguage } from '../../../src/webview/format';
import { winsInWords } from '../../../src/webview/words';
import { languages, translation } from '../../l10n/strings.mjs';

/** A Wednesday. */
const today = '2026-11-18';

/** What each language makes of the same days and counts. */
const expected = {
  de: {
    firstWeekday: 1,
    long: 'Mittwoch, 18. November',
    yesterday: 'gestern',
    range: /^30\. März\s–\s5\. Apr\.$/,
    wins: ['0 Erfolge', '1 Erfolg', '2 Erfolge', '1.000 Erfolge'],
  },
  fr: {
    firstWeekday: 1,
    long: 'mercredi 18 novembre',
    yesterday: 'hier',
    range: /^30 mars\s–\s5 avr\.$/,
    wins: ['0 réussite', '1 réussite', '2 réussites', '1\u202f000 réussites'],
  },
  ja: {
    firstWeekday: 0,
    long: '11月18日水曜日',
    yesterday: '昨日',
    range: /^0?3\/30\s*～\s*0?4\/0?5$/,
    wins: ['成果 0 件', '成果 1 件', '成果 2 件', '成果 1,000 件'],
  },
} as const;

suite('Dates, counts and weeks in other languages', () => {
  teardown(() => {
    l10n.config({ contents: {} });
    setLanguage('en', today);
    setPluralLanguage('en');
  });

  for (const language of ['de', 'fr', 'ja'] as const) {
    const { firstWeekday, long, yesterday, range, wins } = expected[language];

    test(`${language}: days are written its way, and the week begins on its first day`, () => {
      setLanguage(language, today);
      assert.equal(dayText(today, 'long'), long);
      assert.equal(new Phrases(language).day(today), long);
      assert.match(rangeText('2026-03-30', '2026-04-05'), range);
      assert.equal(dayInWords('2026-11-17', today, language), yesterday);
      assert.equal(firstWeekdayOf(language), firstWeekday);
      assert.equal(
        weekStart(today, firstWeekdayOf(language)),
        firstWeekday === 0 ? '2026-11-15' : '2026-11-16',
      );
    });

    test(`${language}: counts take its plural form, in panel and documents`, async () => {
      l10n.config({ contents: (await translation(process.cwd(), language)).code });
      setLanguage(language, today);
      setPluralLanguage(language);
      const counts = [0, 1, 2, 1000];
      assert.deepEqual(counts.map(winsInWords), wins);
      assert.deepEqual(
        counts.map(count => new Phrases(language).wins(count)),
        wins,
      );
    });
  }

  test('a region has its own first day, and an unknown one begins on a day of the week', () => {
    assert.equal(firstWeekdayOf('en-US'), 0);
    assert.equal(firstWeekdayOf('en-GB'), 1);
    assert.equal(firstWeekdayOf('ar-EG'), 6);
    assert.ok([0, 1, 2, 3, 4, 5, 6].includes(firstWeekdayOf('tlh')));
  });

  for (const language of languages) {
    test(`${language}: the words that a page gets once take less than a snapshot may`, async () => {
      const { code } = await translation(process.cwd(), language);
      assert.ok(byteLength(JSON.stringify({ type: 'strings', strings: code })) < 64 * 1024);
    });
  }
});
