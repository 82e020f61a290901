import { strict as assert } from 'node:assert';
import type { AxeResults } from 'axe-core';
import type { Frame, FrameLocator, Keyboard, Locator } from 'playwright-core';
import { eventually } from './eventually';

/** The panel as a user sees it, wherever its page is. */
export class PanelView {
  constructor(
    protected readonly content: FrameLocator | Locator,
    private readonly keys: Keyboard,
  ) {}

  /** A landmark of the panel, by the name of its heading. */
  section(name: string): Locator {
    return this.content.getByRole('region', { name, exact: true });
  }

  /** A button, by the name that a screen reader says. */
  button(name: string): Locator {
    return this.content.getByRole('button', { name, exact: true });
  }

  /** Any place that shows a text exactly; what is only said to screen readers stands beside it. */
  text(words: string): Locator {
    return this.content.locator('main').getByText(words, { exact: true });
  }

  /** Waits until a section shows a text exactly so often. */
  async sectionShows(name: string, text: string, times = 1): Promise<void> {
    const found = this.section(name).getByText(text, { exact: true });
    const shown = async (): Promise<boolean> => (await found.count()) === times;
    await eventually(`"${text}" is ${times} times in ${name}`, shown);
  }

  /** The checkbox of a step. */
  step(title: string): Locator {
    return this.section('Tasks').getByRole('checkbox', { name: title, exact: true });
  }

  /** The titles of all open steps and ticked ones, in the order they stand in. */
  async steps(): Promise<string[]> {
    return this.section('Tasks').locator('.step label').allInnerTexts();
  }

  /** Presses Tab until something has the focus. */
  async tabTo(wanted: Locator): Promise<void> {
    for (let presses = 0; presses < 150; presses++) {
      if (await wanted.evaluate(element => element === element.ownerDocument.activeElement)) return;
      await this.keys.press('Tab');
    }
    throw new Error('It can’t be reached by Tab.');
  }

  /** axe-core's findings of every level, each as one line. */
  protected async findingsIn(frame: Frame, axe: string): Promise<string[]> {
    await frame.evaluate(axe);
    const results = await frame.evaluate(() => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeResults> } };
      return axe.run();
    });
    assert.ok(results.passes.length > 0, 'axe-core looked at nothing');
    return results.violations.map(
      found =>
        `${found.impact} ${found.id}: ${found.help} (${found.nodes.map(node => node.target).join(', ')})`,
    );
  }
}
