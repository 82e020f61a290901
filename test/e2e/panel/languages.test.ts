import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { Browser } from 'playwright-core';
import type { PanelModel } from '../../../src/core/panelModel';
import { pauseText } from '../../../src/core/pauseText';
import { languages } from '../../l10n/strings.mjs';
import { hostModel, today, win } from '../../support/foreignDay';
import { pseudoBundle, pseudoLocale, untranslated } from '../../support/pseudo';
import { FedPanel } from '../support/fedPanel';
import { connectBrowser } from '../support/session';
import { overflowing, shownWords, widenLetters } from '../support/shownWords';
import { themeLooks } from '../support/themes';

/** The states that pictures are made of. */
const pictured = ['empty', 'unfolded'];

/** A display language: its tag, its words, and the states of the panel as a host that speaks it would send them. */
interface Spoken {
  readonly tag: string;
  readonly strings: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, PanelModel>>;
}

async function stringsOf(language: string): Promise<Readonly<Record<string, string>>> {
  if (language === 'pseudo') return pseudoBundle;
  return JSON.parse(await readFile(`l10n/bundle.l10n.${language}.json`, 'utf8'));
}

async function spoken(language: string): Promise<Spoken> {
  const strings = await stringsOf(language);
  const tag = language === 'pseudo' ? pseudoLocale : language;
  l10n.config({ contents: strings });
  const none = { days: new Map(), tasks: [], goals: [], recent: [] };
  const withoutStep = ({ nextStep: _, ...model }: PanelModel): PanelModel => model;
  const manyWins = Array.from({ length: 4 }, (_, index) => win('commit', today, `кадр ${index}`));
  const pause = { from: today, to: '2026-11-24' };
  const states = {
    busy: hostModel(),
    empty: withoutStep(hostModel(none, {}, [])),
    restricted: withoutStep(hostModel(none, { trusted: false }, [])),
    scanning: hostModel({}, { scanning: 0.4 }, manyWins),
    quiet: withoutStep({ ...hostModel({ tasks: [], goals: [] }), offers: [] }),
    paused: hostModel({ pauses: [pause] }, { paused: pauseText(pause, tag) }),
    celebrating: { ...hostModel(), celebrate: { id: 'wins-250', title: l10n.t('{0} wins', '250') } },
  };
  l10n.config({ contents: {} });
  for (const model of Object.values(states)) Object.assign(model, { locale: tag });
  return { tag, strings, states };
}

suite('the panel in other languages', () => {
  let browser: Browser;

  suiteSetup(async () => {
    browser = await connectBrowser();
  });

  suiteTeardown(async () => {
    await browser?.close();
  });

  /** Each state, drawn on a page of its own, and what is behind its folds and buttons. */
  const eachState = async (
    { states, strings }: Spoken,
    look: (panel: FedPanel, state: string) => Promise<void>,
  ): Promise<void> => {
    const theme = (await themeLooks()).dark;
    for (const [state, model] of Object.entries(states)) {
      const panel = await FedPanel.open(browser, theme, { width: 1280 });
      await panel.show(model, strings);
      await look(panel, state);
      if (state === 'busy') {
        await unfold(panel);
        await look(panel, 'unfolded');
        await panel.page.locator('#search').fill('нет такого');
        await look(panel, 'without a match');
      }
      if (state === 'empty') {
        await panel.page.locator('#see-example').click();
        await panel.page.locator('.strip').waitFor();
        await look(panel, 'example');
      }
      await panel.assertNoTrouble();
      await panel.close();
    }
    const panel = await FedPanel.open(browser, theme, { width: 1280 });
    await panel.tell({ type: 'strings', strings });
    await panel.tell({ type: 'trouble' });
    await panel.page.locator('#try-again').waitFor();
    await look(panel, 'trouble');
    await panel.close();
  };

  /** Opens what can be opened, and leaves the focus where a row shows its tools. */
  const unfold = async (panel: FedPanel): Promise<void> => {
    for (const id of ['finished', 'task-finished', 'milestones']) await panel.page.locator(`#${id}`).click();
    for (const why of await panel.page.locator('[id^=why-]').all()) await why.press('Enter');
    await panel.page.locator('#add-open').click();
    await panel.page.locator('#step-three').focus();
  };

  test('no word that is read or heard is left in English', async () => {
    await eachState(await spoken('pseudo'), async (panel, state) => {
      const words = await shownWords(panel);
      assert.ok(words.length > 3, state);
      const left = words.filter(each => untranslated(each).length > 0 && each !== 'Micro Wins');
      assert.deepEqual(left, [], state);
    });
  });

  test('what does not fit is found, and so is what was not translated', async () => {
    const { strings, states } = await spoken('pseudo');
    const panel = await FedPanel.open(browser, (await themeLooks()).dark, { width: 480 });
    assert.ok(states.busy);
    await panel.show(states.busy, strings);
    assert.deepEqual(await overflowing(panel), []);
    const faults: Readonly<Record<string, (element: HTMLElement) => void>> = {
      '#copy-story': ({ style }) => Object.assign(style, { width: '40px', whiteSpace: 'nowrap' }),
      '.goals h2': ({ style }) => Object.assign(style, { position: 'relative', top: '30px' }),
      '.momentum .caption': ({ style }) =>
        Object.assign(style, {
          width: '50px',
          overflow: 'hidden',
          whiteSpace: 'nowrap',
          textOverflow: 'ellipsis',
        }),
      '.search': ({ style }) => Object.assign(style, { width: '60px' }),
      '.week .sentence': ({ style }) => Object.assign(style, { width: '999px', whiteSpace: 'nowrap' }),
    };
    for (const [selector, make] of Object.entries(faults)) {
      const element = panel.page.locator(selector).first();
      const before = (await element.getAttribute('style')) ?? '';
      await element.evaluate(make as (element: SVGElement | HTMLElement) => void);
      assert.notDeepEqual(await overflowing(panel), [], selector);
      await element.evaluate((each, style) => ((each as HTMLElement).style.cssText = style), before);
    }
    await panel.page.locator('#copy-story').evaluate(button => button.setAttribute('title', 'Copy'));
    const left = (await shownWords(panel)).flatMap(untranslated);
    assert.deepEqual(
      left.filter(word => !/^(Micro|Wins)$/.test(word)),
      ['Copy'],
    );
    await panel.close();
  });

  for (const language of ['pseudo', ...languages]) {
    test(`${language}: nothing is cut, nothing reaches out of its box, nothing scrolls sideways`, async () => {
      const all: string[] = [];
      await eachState(await spoken(language), async (panel, state) => {
        // The pseudo language has no sentences of its own to put a date in.
        const twice = language === 'pseudo' ? /\.\.$/ : /[.。]{2}/;
        const points = (await shownWords(panel)).filter(words => twice.test(words));
        all.push(...points.map(words => `${state}: two full stops: ${words}`));
        for (const width of [1280, 480, 320]) {
          await panel.resize(width);
          await widenLetters(panel);
          const found = await overflowing(panel);
          if ((await panel.overflow()) > 0) found.push(`scrolls sideways by ${await panel.overflow()}`);
          all.push(...found.map(each => `${state} at ${width}: ${each}`));
          if (pictured.includes(state)) await panel.picture(`language-${language}-${state}-${width}`);
        }
      });
      assert.equal(all.join('\n'), '');
    });
  }
});
