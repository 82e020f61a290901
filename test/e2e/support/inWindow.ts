import type { Browser } from 'playwright-core';
import { connectBrowser, type Session, session } from './session';
import { type Size, Workbench } from './workbench';

/**
 * Opens a window on one of the session's folders for the suite that calls this, and closes it after the last test;
 * by the clock of `monday` it is Monday.
 * @param opened called before the first test
 */
export function inWindow(
  folder: keyof Session['folders'],
  opened: (workbench: Workbench) => void | Promise<void>,
  size?: Size,
): void {
  let browser: Browser | undefined;
  let workbench: Workbench | undefined;

  suiteSetup(async function () {
    this.timeout(180_000);
    const { folders, url, mondayUrl } = session();
    browser = await connectBrowser();
    workbench = await Workbench.open(browser, folders[folder], size, folder === 'monday' ? mondayUrl : url);
    await opened(workbench);
  });

  teardown(async function () {
    await workbench?.keepEvidence(this.currentTest);
  });

  suiteTeardown(async () => {
    await workbench?.close();
    await browser?.close();
  });
}
