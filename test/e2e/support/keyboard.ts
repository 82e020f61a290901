import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

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
      // The palette closes again when a panel that is just opening takes the focus.
      if (!(await this.box().isVisible())) {
        await this.press('F1');
        await this.box().waitFor();
        await this.type(typed);
      }
      const shown = row.waitFor({ timeout: 3000 });
      return shown.then(
        () => true,
        () => false,
      );
    });
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

  private box(): Locator {
    return this.page.locator(`${widget} .quick-input-box input`);
  }
}

const widget = '.quick-input-widget:visible';
