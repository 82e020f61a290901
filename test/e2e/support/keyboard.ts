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
    await this.press('F1');
    await this.box().waitFor();
    await this.type(typed);
    await this.focused(title);
    await this.press('Enter');
  }

  /** Opens a file and goes to a line of it. */
  async openLine(file: string, line: number): Promise<void> {
    await this.press('ControlOrMeta+P');
    await this.box().waitFor();
    await this.type(`${file}:${line}`);
    await this.focused(file);
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

  /** A row of the box. */
  row(text: string): Locator {
    return this.page.locator(`${widget} .monaco-list-row`, { hasText: text });
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
