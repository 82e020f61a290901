import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { eventually } from './support/eventually';
import { connectBrowser, session } from './support/session';
import { Workbench } from './support/workbench';

suite('texts to share, by keyboard alone', () => {
  let browser: Browser;
  let workbench: Workbench;

  suiteSetup(async () => {
    browser = await connectBrowser();
    workbench = await Workbench.open(browser, session().folders.demo);
  });

  teardown(async function () {
    await workbench.keepEvidence(this.currentTest);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    await browser?.close();
  });

  /** Types a command's title into the palette and presses Enter. */
  const command = async (title: string): Promise<void> => {
    const { page } = workbench;
    await page.keyboard.press('F1');
    await workbench.quickInput.waitFor();
    await page.keyboard.type(title);
    const first = page.locator('.quick-input-widget .monaco-list-row.focused .label-name');
    await first.filter({ hasText: title }).waitFor();
    await page.keyboard.press('Enter');
  };
  const clipboard = (): Promise<string> => workbench.page.evaluate(() => navigator.clipboard.readText());
  /** By itself none pops up in an editor that is driven by tests: the list of them has it. */
  const notification = async (text: string) => {
    await command('Notifications: Show Notifications');
    const found = workbench.page.locator('.notifications-center .notification-list-item');
    const wanted = found.filter({ hasText: text }).first();
    await wanted.waitFor();
    return wanted;
  };
  // VS Code draws blanks as non-breaking ones.
  const heading = (text: RegExp) => workbench.page.locator('.view-line').filter({ hasText: text }).first();

  test('the standup is copied, and opens as a document from its notification', async () => {
    await workbench.statusShows(/\d\/3/);
    await command('Micro Wins: Copy Standup Summary');
    await eventually('the standup is on the clipboard', async () => /^\*\*.+\*\*$/m.test(await clipboard()));
    const text = await clipboard();
    assert.match(text, /^Commits · tidepool/m);
    assert.match(text, /^- \S/m);
    const note = await notification('Copied');
    await note.getByRole('button', { name: 'Open as document' }).press('Enter');
    await heading(/^\*\*.+\*\*$/).waitFor();
    await workbench.page.screenshot({ path: `${session().screenshots}/standup.png` });
  });

  test('names are left out when asked for, and the choice is kept', async () => {
    await command('Notifications: Clear All Notifications');
    await command('Micro Wins: Copy Standup Summary');
    const note = await notification('Copied');
    await note.getByRole('button', { name: 'Leave out names' }).press('Enter');
    await eventually('the names are gone', async () => !(await clipboard()).includes('tidepool'));
  });

  test('the weekly story opens as a document', async () => {
    await command('Notifications: Clear All Notifications');
    await command('Micro Wins: Write Weekly Story');
    const story = heading(/^#\sWeek\sof/);
    await eventually('the story is open', async () => {
      // Early in a week, VS Code asks which one.
      if (await workbench.quickInput.isVisible()) await workbench.page.keyboard.press('Enter');
      return story.isVisible();
    });
    await heading(/^##\sWhat\sto\stry\snext/).waitFor();
    await workbench.page.screenshot({ path: `${session().screenshots}/story.png` });
  });
});
