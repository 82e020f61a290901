import { strict as assert } from 'node:assert';
import type { Test } from 'mocha';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { eventually, succeeds } from './eventually';
import { Panel } from './panel';
import { addressOf, session } from './session';
import { isStored, storedAs } from './stored';

/** Size of a window, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Addresses of the frames and scripts of webviews. */
const ofPanel = /\/webview\/|vscode-resource|vscode-webview/;

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A VS Code window in the browser, as the user sees and uses it. */
export class Workbench {
  /** Errors that the panel's page wrote to the console, violations of its Content Security Policy among them. */
  readonly troubles: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  /** Opens a folder, or an address, in a new window with a browser profile of its own. */
  static async open(
    browser: Browser,
    folder: string,
    size: Size = { width: 1280, height: 900 },
    url: string = session().url,
  ): Promise<Workbench> {
    const context = await browser.newContext({ viewport: size });
    context.setDefaultTimeout(15_000);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const workbench = new Workbench(await context.newPage(), context);
    workbench.page.on('console', message => {
      const { url } = message.location();
      const isError = message.type() === 'error' || /Content Security Policy/.test(message.text());
      // A script in the page itself has no address; nor has the service worker that this editor misses.
      const noAddress = url === '' && !message.text().includes('fetching the script');
      if (isError && (noAddress || ofPanel.test(url))) {
        workbench.troubles.push(`${message.text()} (${url.replace(/\?.*/, '')})`);
      }
    });
    workbench.page.on('pageerror', error => {
      if (ofPanel.test(error.stack ?? '')) workbench.troubles.push(error.message);
    });
    await workbench.page.goto(addressOf(folder, url));
    await workbench.ready();
    return workbench;
  }

  /** Closes the window. */
  async close(): Promise<void> {
    await this.context.close();
  }

  /**
   * Reloads the window and waits for the extension.
   * @param holds words that are there afterwards: in the panel's state, and in what the extension stored
   */
  async reload(holds: { readonly panel?: string; readonly ours?: string } = {}): Promise<void> {
    // In a browser, VS Code writes its storage down every five seconds, not when the page goes.
    const stored = (what: string, ...asked: string[]): Promise<void> =>
      eventually(`${what} is stored`, () => this.page.evaluate(isStored, asked));
    if ((await this.page.locator('iframe.webview').count()) > 0) {
      await stored('the open panel', storedAs.editors, 'microwins.panel', holds.panel ?? '');
    }
    if (holds.ours) await stored(holds.ours, storedAs.ours, holds.ours);
    await this.page.reload();
    await this.ready();
  }

  /** The extension's status bar item. */
  get statusItem(): Locator {
    return this.page.locator('.statusbar-item[id*="microwins"]');
  }

  /** Waits until the status bar item's text matches. */
  async statusShows(text: RegExp): Promise<void> {
    await this.statusItem.filter({ hasText: text }).waitFor();
  }

  /** The card that shows while the mouse is on the status bar item. */
  get hoverCard(): Locator {
    return this.page.locator('.workbench-hover-container:visible .hover-contents').last();
  }

  /** Moves the mouse to the status bar item, and waits for its card; again when the item was just drawn anew. */
  async hoverStatusItem(): Promise<void> {
    await eventually('the status bar item shows its card', async () => {
      await this.page.mouse.move(600, 300);
      await this.statusItem.hover();
      return succeeds(this.hoverCard.waitFor({ timeout: 3000 }));
    });
  }

  /** The rows of an open list of choices. */
  get choices(): Locator {
    return this.page.locator('.quick-input-widget:visible .monaco-list-row');
  }

  /** Clicks the status bar item and chooses from its menu. */
  async chooseFromMenu(label: string): Promise<void> {
    await this.statusItem.click();
    await this.choices.getByText(label, { exact: true }).click();
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** The progress panel; it need not be open. */
  get panel(): Panel {
    return new Panel(this.page);
  }

  /** Runs a command by its whole title, category included. */
  async runCommand(title: string): Promise<void> {
    const labels = this.page.locator('.quick-input-widget .monaco-list-row .label-name');
    const wanted = labels.filter({ hasText: new RegExp(`^${literal(title)}$`) }).first();
    await eventually(`the command palette offers "${title}"`, async () => {
      // The palette closes again when a box that is just closing gives the focus back.
      if (!(await this.quickInput.isVisible())) await this.page.keyboard.press('F1');
      return succeeds(
        this.quickInput.fill(`>${title}`, { timeout: 3000 }).then(() => wanted.click({ timeout: 3000 })),
      );
    });
  }

  /** Chooses a colour theme by its label. */
  async useTheme(label: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput.fill(label);
    const row = this.page.locator('.quick-input-widget .monaco-list-row.focused');
    await row.getByText(label, { exact: true }).waitFor();
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Hides or shows the side bar. */
  async toggleSideBar(): Promise<void> {
    await this.runCommand('View: Toggle Primary Side Bar Visibility');
  }

  /** The text box at the top of the window. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible .quick-input-box input');
  }

  /** Runs a command that asks questions, and takes the first answer to each until something shows. */
  async answerAll(title: string, result: Locator): Promise<void> {
    await this.runCommand(title);
    await eventually(`${title} does its work`, async () => {
      if (await result.isVisible()) return true;
      if (await this.quickInput.isVisible()) await this.page.keyboard.press('Enter');
      return false;
    });
  }

  /** Opens the list of notifications and waits for one: by itself none pops up in an editor that is driven by tests. */
  async notification(text: string): Promise<Locator> {
    await this.runCommand('Notifications: Show Notifications');
    const found = this.page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: text });
    await found.waitFor();
    return found;
  }

  /** Opens an extension's walkthrough by its title. */
  async openWalkthrough(title: string): Promise<void> {
    await this.runCommand('Welcome: Open Walkthrough...');
    await this.quickInput.fill(title);
    await this.page
      .locator('.quick-input-widget .monaco-list-row')
      .filter({ hasText: title })
      .first()
      .click();
    await this.page.locator('.getting-started-step').first().waitFor();
  }

  /** Starts "Break Down a Task…" and answers with a title; the box then asks for steps. */
  async breakDown(title: string): Promise<void> {
    await this.runCommand('Micro Wins: Break Down a Task…');
    await this.quickInputTitled('(1 of 2)');
    await this.quickInput.fill(title);
    await this.page.keyboard.press('Enter');
    await this.quickInputTitled('(2 of 2)');
  }

  /** Types a step into the box that asks for steps. */
  async typeStep(step: string): Promise<void> {
    await this.quickInput.fill(step);
    await this.page.keyboard.press('Enter');
    await this.stepsListed([step]);
  }

  /** Pastes steps, one a line. */
  async pasteSteps(steps: readonly string[]): Promise<void> {
    await this.page.evaluate(text => navigator.clipboard.writeText(text), steps.join('\n'));
    await this.quickInput.focus();
    await this.page.keyboard.press('ControlOrMeta+V');
    await this.stepsListed(steps);
  }

  /** Presses Enter in the empty box, which keeps the task. */
  async finishSteps(): Promise<void> {
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /** Opens a terminal and waits for its prompt. */
  async openTerminal(): Promise<void> {
    await this.runCommand('Terminal: Create New Terminal');
    await this.page.locator('.terminal-wrapper.active .xterm-rows').filter({ hasText: '$' }).waitFor();
  }

  /** Types a command line into the terminal, as on a keyboard. */
  async typeInTerminal(line: string): Promise<void> {
    await this.page.locator('.terminal-wrapper.active .xterm-helper-textarea').focus();
    await this.page.keyboard.type(line);
    await this.page.keyboard.press('Enter');
  }

  /** Asserts that the panel's page had no trouble so far. */
  assertNoTrouble(): void {
    assert.deepEqual(this.troubles, []);
  }

  /** After a failed test: what the window showed, as a picture, and the panel's trouble, as text. */
  async keepEvidence(test: Test | undefined): Promise<void> {
    if (!test?.isFailed()) return;
    const name = `failed-${test.fullTitle().replace(/\W+/g, '-')}`;
    await this.page.screenshot({ path: `${session().screenshots}/${name}.png` });
    console.log(`      see out/screenshots/${name}.png`, ...this.troubles);
  }

  private async quickInputTitled(text: string): Promise<void> {
    await this.page
      .locator('.quick-input-widget:visible .quick-input-title')
      .filter({ hasText: text })
      .waitFor();
  }

  private async stepsListed(steps: readonly string[]): Promise<void> {
    const rows = this.page.locator('.quick-input-widget .monaco-list-row');
    for (const step of steps)
      await rows
        .filter({ hasText: new RegExp(`\\d\\. ${literal(step)}`) })
        .first()
        .waitFor();
  }

  private async ready(): Promise<void> {
    await this.statusItem.waitFor({ timeout: 45_000 });
  }
}
