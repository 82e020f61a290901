import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import type { PanelModel } from '../../../src/core/panelModel';
import { FedPanel, type PageOptions } from '../support/fedPanel';
import { snapshot } from '../support/models';
import { connectBrowser } from '../support/session';
import { states } from '../support/states';
import { type ThemeLook, type ThemeName, themeLooks, themes } from '../support/themes';

/** States that between them show everything there is. */
const thorough = ['busy', 'empty', 'quiet', 'celebrating'];

suite('the panel in every state and theme', () => {
  let browser: Browser;
  let looks: Readonly<Record<ThemeName, ThemeLook>>;

  suiteSetup(async () => {
    browser = await connectBrowser();
    looks = await themeLooks();
  });

  suiteTeardown(async () => {
    await browser?.close();
  });

  const opened = async (theme: ThemeName, options: PageOptions, model: PanelModel): Promise<FedPanel> => {
    const panel = await FedPanel.open(browser, looks[theme], options);
    await panel.show(model);
    return panel;
  };

  for (const { name: theme } of themes) {
    for (const [state, model] of Object.entries(states)) {
      test(`${state} in ${theme}: no axe finding of any level, nothing scrolls sideways`, async () => {
        const panel = await opened(theme, { width: 1280 }, model);
        for (const width of [1280, 480]) {
          await panel.resize(width);
          await panel.picture(`${state}-${theme}-${width}`);
          // A year of cells takes long to look at, and is the same in the other states.
          if (thorough.includes(state)) assert.deepEqual(await panel.findings(), []);
          assert.equal(await panel.overflow(), 0, `${width} px`);
        }
        await panel.assertNoTrouble();
        await panel.close();
      });
    }
  }

  test('nothing scrolls sideways at 320 px, nor at 200 % of a window of 640 px', async () => {
    for (const model of Object.values(states)) {
      const panel = await opened('dark', { width: 320 }, model);
      for (const width of [320, 400, 599, 640, 999, 1179]) {
        await panel.resize(width);
        assert.equal(await panel.overflow(), 0, `${width} px`);
      }
      await panel.close();
    }
    const panel = await opened('light', { width: 640, scale: 2 }, snapshot());
    await panel.picture('zoomed');
    assert.equal(await panel.overflow(), 0);
    await panel.close();
  });
});
