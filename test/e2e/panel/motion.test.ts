import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { FedPanel } from '../support/fedPanel';
import { snapshot, today, win } from '../support/models';
import { connectBrowser } from '../support/session';
import { states } from '../support/states';
import { themeLooks, themes } from '../support/themes';

suite('motion and forced colours in the panel', () => {
  let browser: Browser;

  suiteSetup(async () => {
    browser = await connectBrowser();
  });

  suiteTeardown(async () => {
    await browser?.close();
  });

  const running = async (panel: FedPanel): Promise<number> => {
    await panel.show(snapshot());
    await panel.show(
      snapshot({
        celebrate: { id: 'wins-1000', title: '1,000 wins' },
        total: 900,
        recent: [win('new', 'commit', 'New', today, '12:00'), ...snapshot().recent],
        today: { day: today, goal: 5, counts: [3, 1, 1, 0, 0] },
      }),
    );
    return panel.page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getTiming().duration) > 0).length,
    );
  };

  for (const { name } of themes) {
    test(`none of it moves where motion is reduced, in ${name}`, async () => {
      const looks = await themeLooks();
      for (const options of [{ reducedMotion: true }, { classes: 'vscode-reduce-motion' }]) {
        const panel = await FedPanel.open(browser, looks[name], { width: 1280, ...options });
        assert.equal(await running(panel), 0);
        await panel.page.getByText('1,000 wins', { exact: true }).first().waitFor();
        await panel.close();
      }
      const panel = await FedPanel.open(browser, looks[name], { width: 1280 });
      assert.ok((await running(panel)) > 0, 'with motion there is some');
      await panel.close();
    });
  }

  test('with forced colours everything is there', async () => {
    const panel = await FedPanel.open(browser, (await themeLooks()).dark, {
      width: 1280,
      forcedColors: true,
    });
    await panel.show(states.busy ?? snapshot());
    await panel.picture('forced-colours');
    // axe-core reckons contrast with the colours of the page, not with the forced ones.
    const findings = await panel.findings();
    assert.deepEqual(
      findings.filter(finding => !finding.includes('color-contrast')),
      [],
    );
    await panel.close();
  });
});
