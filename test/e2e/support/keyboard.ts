import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { eventually, succeeds } from './eventually';

/** A user at the keyboard, and what the box at the top of the window shows. Counts what the user does. */
export class Keyboard {
  /** Keys pressed and texts typed. */
  interactions = 0;

  constructor(private readonly page: Page) {}

  async press(key: string): Promise<void> {
    this.interactions++;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.interactions++;
    await this.page.keyboard.type(text);
  }

  /** Runs a command from the palette: three interactions. */
  async command(typed: string, title = typed): Promise<void> {
    const row = this.page.locator(`${widget} .monaco-list-row.focused`, { hasText: title }).first();
    await eventually(`the command palette offers "${title}"`, async () => {
      // A window that is still loading hears no key; one in which a panel is just opening closes the palette again.
      const shown = (wanted: Locator): Promise<boolean> => succeeds(wanted.waitFor({ timeout: 3000 }));
      if (!(await this.box().isVisible())) {
        if (!(await this.isSettled())) return false;
        await this.press('F1');
        if (!(await shown(this.box()))) return false;
        await this.type(typed);
      }
      // Nor must Enter go to a panel that takes the focus just now.
      return (await shown(row)) && (await succeeds(this.box().press('Enter', { timeout: 1000 })));
    });
    this.interactions++;
  }

  /** Begins a task, up to its empty list of steps. */
  async beginTask(title: string): Promise<void> {
    await this.command('Micro Wins: Break Down a Task…');
    await this.titled('(1 of 2)');
    await this.type(title);
    // When the palette hides, VS Code gives the panel the focus back, now and then after the next box is there.
    if ((await this.box().inputValue()) !== title) await this.box().fill(title);
    await this.press('Enter');
    await this.titled(`(2 of 2): ${title}`);
  }

  /** Types a step, and adds it to the list of steps. */
  async addStep(step: string): Promise<void> {
    await this.type(step);
    await this.focused(step);
    await this.press('Enter');
  }

  /** Opens a file of the folder `steps` and goes to a line of it. */
  async openLine(file: string, line: number): Promise<void> {
    // Not by searching for it: that needs a program that this editor lacks.
    await this.command('File: Focus on Files Explorer');
    const focused = this.page.locator('.explorer-folders-view .monaco-list-row.focused', { hasText: file });
    await this.press('Home');
    await eventually(`${file} is reached`, async () => {
      if ((await focused.count()) > 0) return true;
      await this.press('ArrowDown');
      return false;
    });
    await this.press('Enter');
    await this.page.locator('.tab.active', { hasText: file }).waitFor();
    await this.press('ControlOrMeta+G');
    await this.box().waitFor();
    await this.type(String(line));
    await this.focused(`line ${line}`);
    await this.press('Enter');
    await this.atLine(line);
  }

  /** Waits until the cursor is on a line. */
  async atLine(line: number): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, ` }).waitFor();
  }

  /** Waits until the row that Enter takes shows a text. */
  async focused(text: string): Promise<void> {
    await this.page.locator(`${widget} .monaco-list-row.focused`, { hasText: text }).first().waitFor();
  }

  /** Presses a key until the row that Enter takes shows a text. */
  async moveTo(text: string, key = 'ArrowDown'): Promise<void> {
    const row = this.page.locator(`${widget} .monaco-list-row.focused`, { hasText: text });
    await this.row(text).first().waitFor();
    await eventually(`"${text}" is reached`, async () => {
      if ((await row.count()) > 0) return true;
      await this.press(key);
      return false;
    });
  }

  /** Waits until the box's title has a text. */
  async titled(text: string): Promise<void> {
    await this.page.locator(`${widget} .quick-input-title`, { hasText: text }).waitFor();
  }

  /** Waits until the box asks something. */
  async asked(text: string): Promise<void> {
    await this.page.locator(`${widget} .quick-input-message`, { hasText: text }).waitFor();
  }

  /** Waits until the box holds a text. */
  async holds(text: string): Promise<void> {
    await eventually(`the box holds ${text}`, async () => (await this.box().inputValue()).includes(text));
  }

  /** Waits until these are the steps listed. */
  async steps(titles: readonly string[]): Promise<void> {
    const expected = titles.map((title, index) => `${index + 1}. ${title}`);
    let seen: string[] = [];
    await eventually(`the steps are ${expected.join(', ')}, not ${seen.join(', ')}`, async () => {
      const rows = await this.page.locator(`${widget} .monaco-list-row .label-name`).allInnerTexts();
      seen = rows.map(row => row.replaceAll('\u00a0', ' ').trim()).filter(row => /^\d+\. /.test(row));
      return JSON.stringify(seen) === JSON.stringify(expected);
    });
  }

  /** Fails when the box shows a row with a text. */
  async absent(text: string): Promise<void> {
    assert.equal(await this.row(text).count(), 0, `"${text}" is offered`);
  }

  /** A row of the box. */
  row(text: string): Locator {
    return this.page.locator(`${widget} .monaco-list-row`, { hasText: text });
  }

  /** Opens the list of notifications and waits for one: by itself none pops up in an editor that is driven by tests. */
  async notification(text: string): Promise<Locator> {
    await this.command('Notifications: Show Notifications');
    const found = this.page
      .locator('.notifications-center .notification-list-item', { hasText: text })
      .first();
    await found.waitFor();
    return found;
  }

  /** The text on the clipboard. */
  async clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  /** Waits until there is a notification, seen or not. */
  async notified(): Promise<void> {
    await this.page.locator('.statusbar-item .codicon-bell-dot, .notification-toast').first().waitFor();
  }

  /** Waits until the box is gone. */
  async closed(): Promise<void> {
    await this.page.locator(widget).waitFor({ state: 'hidden' });
  }

  /** Opens the light bulb's menu and takes an action. */
  async lightBulb(action: string): Promise<void> {
    const menu = this.page.locator('.action-widget:visible');
    const focused = menu.locator('.monaco-list-row.focused', { hasText: action });
    await eventually(`the light bulb offers "${action}"`, async () => {
      if (!(await menu.isVisible())) await this.press('ControlOrMeta+.');
      await menu.waitFor({ timeout: 3000 }).catch(() => undefined);
      if ((await menu.getByText(action).count()) > 0) return true;
      await this.press('Escape');
      return false;
    });
    await eventually(`"${action}" is reached`, async () => {
      if ((await focused.count()) > 0) return true;
      await this.press('ArrowDown');
      return false;
    });
    await this.press('Enter');
  }

  /** Whether a panel that has the focus has passed it on to its page: VS Code does that a moment later. */
  private async isSettled(): Promise<boolean> {
    const panel = 'iframe.webview:focus';
    if ((await this.page.locator(panel).count()) === 0) return true;
    const inner = this.page.frameLocator(panel).frameLocator('iframe#active-frame').locator('html');
    return inner.evaluate(() => document.hasFocus(), undefined, { timeout: 3000 }).catch(() => false);
  }

  private box(): Locator {
    return this.page.locator(`${widget} .quick-input-box input`);
  }
}

const widget = '.quick-input-widget:visible';
