import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { Browser } from 'playwright-core';
import { weekdayOf } from '../../../src/core/day';
import { firstWeekdayOf } from '../../../src/core/firstWeekday';
import { hostModel, today, win, wins } from '../../support/foreignDay';
import { FedPanel } from '../support/fedPanel';
import { connectBrowser } from '../support/session';
import { themeLooks } from '../support/themes';

/** What each language makes of Wednesday, 18 November 2026, and the days before it. */
const expected = {
  de: {
    rows: ['Mo', '', 'Mi', '', 'Fr', '', ''],
    date: 'Mi., 18. Nov.',
    groups: ['Heute', 'Gestern', 'Montag, 16. November', 'Donnerstag, 25. Dezember 2025'],
    week: /^16\.–22\. Nov\.$/,
    letters: 'DFSSMDMDFSSMDM',
  },
  es: {
    rows: ['lun', '', 'mié', '', 'vie', '', ''],
    date: 'mié, 18 nov',
    groups: ['Hoy', 'Ayer', 'lunes, 16 de noviembre', 'jueves, 25 de diciembre de 2025'],
    week: /^16–22 nov$/,
    letters: 'JVSDLMXJVSDLMX',
  },
  fr: {
    rows: ['lun.', '', 'mer.', '', 'ven.', '', ''],
    date: 'mer. 18 nov.',
    groups: ['Aujourd’hui', 'Hier', 'lundi 16 novembre', 'jeudi 25 décembre 2025'],
    week: /^16–22 nov\.$/,
    letters: 'JVSDLMMJVSDLMM',
  },
  ja: {
    rows: ['', '月', '', '水', '', '金', ''],
    date: '11月18日(水)',
    groups: ['今日', '昨日', '11月16日月曜日', '2025年12月25日木曜日'],
    week: /^11\/15～11\/21$/,
    letters: '木金土日月火水木金土日月火水',
  },
  'zh-cn': {
    rows: ['周一', '', '周三', '', '周五', '', ''],
    date: '11月18日周三',
    groups: ['今天', '昨天', '11月16日星期一', '2025年12月25日星期四'],
    week: /^11\/16\s–\s11\/22$/,
    letters: '四五六日一二三四五六日一二三',
  },
} as const;

suite('days and weeks in the panel', () => {
  let browser: Browser;

  suiteSetup(async () => {
    browser = await connectBrowser();
  });

  suiteTeardown(async () => {
    await browser?.close();
  });

  for (const [language, { rows, date, groups, week, letters }] of Object.entries(expected)) {
    test(`${language}: the week begins on its first day, and days are written its way`, async () => {
      const strings = JSON.parse(await readFile(`l10n/bundle.l10n.${language}.json`, 'utf8'));
      l10n.config({ contents: strings });
      const older = ['2026-11-16', '2025-12-25'].map(day => win('commit', day, `кадр ${day}`));
      const firstWeekday = firstWeekdayOf(language);
      const model = { ...hostModel({}, {}, [...wins, ...older]), locale: language, firstWeekday };
      l10n.config({ contents: {} });
      const panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 1280 });
      await panel.show(model, strings);

      const shown = await panel.page.evaluate(() => {
        const textsOf = (selector: string): string[] =>
          [...document.querySelectorAll(selector)].map(({ textContent }) => textContent ?? '');
        const labels = [...document.querySelectorAll('.map text[x="0"]')].map(label => ({
          words: label.textContent ?? '',
          middle: label.getBoundingClientRect().top + label.getBoundingClientRect().height / 2,
        }));
        const lines = [...document.querySelectorAll('.map [role=row]')].map(line => {
          const { top, bottom } = line.getBoundingClientRect();
          return {
            label: labels.find(({ middle }) => middle > top && middle < bottom)?.words ?? '',
            days: [...line.children].map(({ id }) => id.slice('day-'.length)),
          };
        });
        return {
          lines,
          date: textsOf('.today .head .caption').join(),
          groups: [...document.querySelectorAll('.day h3')].map(h3 => h3.firstChild?.textContent ?? ''),
          week: textsOf('.week .head .caption').join(),
          letters: textsOf('.strip-days text').join(''),
        };
      });
      assert.deepEqual(
        shown.lines.map(({ label }) => label),
        rows,
      );
      for (const [index, { days }] of shown.lines.entries()) {
        assert.deepEqual([...new Set(days.map(weekdayOf))], [(firstWeekday + index) % 7]);
      }
      assert.ok(shown.lines.some(({ days }) => days.at(-1) === today));
      assert.deepEqual(shown.groups, groups);
      assert.deepEqual([shown.date, shown.letters], [date, letters]);
      assert.match(shown.week, week);
      await panel.assertNoTrouble();
      await panel.close();
    });
  }
});
