import { strict as assert } from 'node:assert';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { connectBrowser, session } from './support/session';
import { Workbench } from './support/workbench';

suite('the status bar’s settings, changed while the window is open', () => {
  let browser: Browser;
  let workbench: Workbench;
  const folder = path.join(session().folders.tasks, '.vscode');

  const set = (settings: object): Promise<void> =>
    writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings));

  suiteSetup(async () => {
    await mkdir(folder, { recursive: true });
    browser = await connectBrowser();
    workbench = await Workbench.open(browser, session().folders.tasks);
  });

  teardown(async function () {
    await workbench.keepEvidence(this.currentTest);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    await browser?.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const side of ['right', 'left'] as const) {
    test(`the item moves to the ${side}, and says the same`, async () => {
      await set({ 'microwins.statusBar.alignment': side });
      await workbench.page.locator(`.statusbar-item.${side}[id*="microwins"]`).waitFor();
      assert.equal(await workbench.statusItem.count(), 1);
      await workbench.statusShows(/\b0\/3\b/);
      await workbench.hoverStatusItem();
      await workbench.hoverCard.getByText('Nothing yet today').waitFor();
    });
  }

  test('it goes, and comes back', async () => {
    await set({ 'microwins.statusBar.enabled': false });
    await workbench.statusItem.waitFor({ state: 'detached' });
    await set({});
    await workbench.statusShows(/\b0\/3\b/);
  });

  test('it shows another day’s goal at once, in words for screen readers, too', async () => {
    await set({ 'microwins.day.goal': 7 });
    await workbench.statusShows(/\b0\/7\b/);
    const label = await workbench.statusItem.getAttribute('aria-label');
    assert.equal(label, 'Micro Wins: 0 of 7 wins today. Streak: 0 days.');
  });
});
