import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { PanelView } from './panelView';
import { session } from './session';
import type { ThemeLook } from './themes';

/** The progress panel: a webview, which is a frame within a frame. */
export class Panel extends PanelView {
  private readonly inner: FrameLocator;

  constructor(private readonly page: Page) {
    const inner = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    super(inner, page.keyboard);
    this.inner = inner;
  }

  /** Waits until the panel is open and has drawn its data. */
  async ready(): Promise<void> {
    await this.section('Today').waitFor();
  }

  /** Waits until the panel's body has a class. */
  async hasClass(name: string): Promise<void> {
    await this.content.locator(`body.${name}`).waitFor();
  }

  /** axe-core's findings of every level. */
  async findings(): Promise<string[]> {
    return this.findingsIn(await this.frame(), await readFile(session().axe, 'utf8'));
  }

  /** What VS Code gives the page in its theme, once the body has the theme's class. */
  async themeLook(className: string): Promise<ThemeLook> {
    await this.hasClass(className);
    return (await this.frame()).evaluate(() => ({
      classes: document.body.className,
      variables: document.documentElement.style.cssText,
      sheet: document.getElementById('_defaultStyles')?.textContent ?? '',
    }));
  }

  /** Writes a picture of the whole panel, as wide as asked and as high as it is. */
  async picture(name: string, width: number): Promise<void> {
    const frame = await this.frame();
    const outer = this.page.locator('iframe.webview.ready');
    // The workbench's own parts around the panel take a share that depends on the window.
    for (let round = 0; round < 3; round++) {
      const size = this.page.viewportSize();
      const box = await outer.boundingBox();
      assert.ok(size && box);
      await this.page.setViewportSize({
        width: Math.round(size.width + width - box.width),
        height: Math.round(size.height + (await contentHeight(frame)) - box.height),
      });
      await frame.waitForFunction(wanted => Math.abs(innerWidth - wanted) < 1, width);
    }
    await outer.screenshot({ path: `${session().screenshots}/${name}.png`, animations: 'disabled' });
  }

  /** Shows the panel from its beginning. */
  async scrollToTop(): Promise<void> {
    await (await this.frame()).evaluate(() => scrollTo(0, 0));
  }

  /** Writes a picture of some sections, whole, with a little of what is around them. */
  async pictureOf(names: readonly string[], file: string): Promise<void> {
    await this.section(names[0] ?? '').scrollIntoViewIfNeeded();
    await this.section(names.at(-1) ?? '').scrollIntoViewIfNeeded();
    const boxes = await Promise.all(names.map(name => this.section(name).boundingBox()));
    const room = 12;
    const edge = (of: (box: { x: number; y: number; width: number; height: number }) => number): number[] =>
      boxes.flatMap(box => (box ? [of(box)] : []));
    const left = Math.max(0, Math.min(...edge(({ x }) => x)) - room);
    const top = Math.max(0, Math.min(...edge(({ y }) => y)) - room);
    const right = Math.max(...edge(({ x, width }) => x + width)) + room;
    const bottom = Math.max(...edge(({ y, height }) => y + height)) + room;
    const clip = { x: left, y: top, width: right - left, height: bottom - top };
    await this.page.screenshot({ path: file, clip, animations: 'disabled' });
  }

  /** How far the panel can be scrolled sideways, in pixels. */
  async overflow(): Promise<number> {
    const frame = await this.frame();
    return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  private async frame(): Promise<Frame> {
    const element = await this.inner.owner().elementHandle();
    const frame = await element?.contentFrame();
    assert.ok(frame, 'the panel is not open');
    return frame;
  }
}

async function contentHeight(frame: Frame): Promise<number> {
  return frame.evaluate(() => Math.ceil(document.body.getBoundingClientRect().height));
}
