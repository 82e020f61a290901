import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually';

/** The view *Micro Wins* in the Explorer, as the user sees it and as a screen reader hears it. */
export class ExplorerView {
  constructor(private readonly page: Page) {}

  /** The whole view, its header included. */
  get pane(): Locator {
    return this.page
      .locator('.pane')
      .filter({ has: this.page.locator('.pane-header[aria-label^="Micro Wins"]') });
  }

  /** A line by the words that a screen reader says for it, from their beginning. */
  line(spoken: string): Locator {
    return this.pane.locator(`[role="treeitem"][aria-label^="${spoken}"]`);
  }

  /** A step's checkbox. */
  checkbox(spoken: string): Locator {
    return this.line(spoken).locator('[role="checkbox"]');
  }

  /** The words of all lines, from top to bottom, as they are drawn. */
  async lines(): Promise<string[]> {
    const rows = await this.pane.locator('[role="treeitem"]').all();
    const placed = await Promise.all(
      rows.map(async row => ({ top: (await row.boundingBox())?.y ?? 0, text: await row.innerText() })),
    );
    return placed
      .sort((one, other) => one.top - other.top)
      .map(({ text }) => text.replace(/\s+/g, ' ').trim());
  }

  /** Writes a picture of the view down to its last line. */
  async picture(file: string): Promise<void> {
    const pane = await this.pane.boundingBox();
    const rows = await this.pane.locator('[role="treeitem"]').all();
    const bottoms = await Promise.all(
      rows.map(async row => {
        const box = await row.boundingBox();
        return box ? box.y + box.height : 0;
      }),
    );
    if (!pane) throw new Error('The view is not shown.');
    const height = Math.min(pane.height, Math.max(...bottoms) - pane.y + 12);
    await this.page.screenshot({ path: file, clip: { ...pane, height }, animations: 'disabled' });
  }

  /** Folds the files, which leaves their room to the view. */
  async foldFiles(): Promise<void> {
    const files = this.page.locator('.pane').filter({ has: this.page.locator('.explorer-folders-view') });
    await files.locator('.pane-header').first().click();
  }

  /** Makes the view higher, at the cost of the files above it: drags its upper border by so many pixels. */
  async growBy(pixels: number): Promise<void> {
    const outline = this.page.locator('.pane-header[aria-label^="Outline"]');
    const box = await outline.boundingBox();
    if (!box) throw new Error('The Outline, which stands above the view, is not shown.');
    const x = box.x + box.width / 2;
    await this.page.mouse.move(x, box.y);
    await this.page.mouse.down();
    await this.page.mouse.move(x, box.y - pixels, { steps: 10 });
    await this.page.mouse.up();
  }

  /** Walks by arrow keys, from the first line on, until a line has the keyboard's focus. */
  async walkTo(spoken: string): Promise<void> {
    const hasFocus = async (line: string): Promise<boolean> =>
      (await this.pane.locator(`.monaco-list:focus-within .monaco-list-row.focused${line}`).count()) > 0;
    await eventually('the view’s first line has the focus', async () => {
      if (await hasFocus('[data-index="0"]')) return true;
      // Pressed before the view itself has the focus, it goes elsewhere.
      await this.page.keyboard.press('Home');
      return false;
    });
    await eventually(`the arrow keys reach "${spoken}"`, async () => {
      if (await hasFocus(`[aria-label^="${spoken}"]`)) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
  }

  /** Opens the focused line's context menu by keyboard and chooses an item in it. */
  async choose(item: string): Promise<void> {
    const entry = this.page.locator('.context-view .action-menu-item', { hasText: item }).first();
    await this.page.keyboard.press('Shift+F10');
    await entry.waitFor();
    await eventually(`the menu's focus is on "${item}"`, async () => {
      const focused = this.page.locator('.context-view .action-item.focused .action-menu-item');
      if ((await focused.count()) > 0 && (await focused.first().innerText()).trim() === item) return true;
      await this.page.keyboard.press('ArrowDown');
      return false;
    });
    await this.page.keyboard.press('Enter');
  }
}
