import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { PanelModel } from '../../../src/core/panelModel';
import type { FromPanel, ToPanel } from '../../../src/protocol';
import { panelHtml } from '../../../src/views/panelHtml';
import { PanelView } from './panelView';
import { session } from './session';
import type { ThemeLook } from './themes';

const address = 'http://panel.test';
const dist = path.resolve('dist');

/** Headings that come with the second part of the code, one of them whatever the panel shows. */
const late = '#recent-heading, #empty-heading, #trouble-heading';

/** How a page of `FedPanel` is opened. */
export interface PageOptions {
  readonly width: number;
  readonly height?: number;
  /** Zoom of the whole page: 2 is 200 %. */
  readonly scale?: number;
  readonly reducedMotion?: boolean;
  readonly forcedColors?: boolean;
  /** Classes of the body besides the theme's. */
  readonly classes?: string;
}

/** What stands in for VS Code in the page: it notes what the panel says and keeps what it wants kept. */
function standIn(): void {
  const sent: unknown[] = [];
  const troubles: string[] = [];
  addEventListener('securitypolicyviolation', event => troubles.push(`policy: ${event.violatedDirective}`));
  Object.assign(globalThis, {
    sent,
    troubles,
    acquireVsCodeApi: () => ({
      postMessage: (message: unknown) => sent.push(message),
      getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
      setState: (state: unknown) => sessionStorage.setItem('state', JSON.stringify(state)),
    }),
  });
}

interface StandIn {
  readonly sent: FromPanel[];
  readonly troubles: string[];
}

/**
 * The panel's real page (its bundle, its policy, a theme's real variables) without an editor around it:
 * a test gives it snapshots and reads what it says.
 */
export class FedPanel extends PanelView {
  private readonly errors: string[] = [];
  /** Addresses besides its own that the page asked for. */
  readonly strangers: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    super(page.locator('body'), page.keyboard);
  }

  /** Opens the page; it is empty until the first snapshot. */
  static async open(browser: Browser, look: ThemeLook, options: PageOptions): Promise<FedPanel> {
    const context = await browser.newContext({
      viewport: {
        width: Math.round(options.width / (options.scale ?? 1)),
        height: options.height ?? 900,
      },
      deviceScaleFactor: options.scale ?? 1,
      reducedMotion: options.reducedMotion ? 'reduce' : 'no-preference',
      forcedColors: options.forcedColors ? 'active' : 'none',
    });
    context.setDefaultTimeout(15_000);
    await context.addInitScript(standIn);
    await context.route(`${address}/**`, async route => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === 'theme.css') {
        await route.fulfill({
          contentType: 'text/css',
          body: `${look.sheet}\n:root { ${look.variables} }`,
        });
      } else if (name) {
        await route.fulfill({ path: path.join(dist, path.basename(name)) });
      } else {
        await route.fulfill({ contentType: 'text/html', body: pageOf(look, options.classes ?? '') });
      }
    });
    const panel = new FedPanel(await context.newPage(), context);
    panel.page.on('pageerror', error => panel.errors.push(error.message));
    panel.page.on('console', message => {
      if (message.type() === 'error') panel.errors.push(message.text());
    });
    panel.page.on('request', request => {
      if (!request.url().startsWith(address)) panel.strangers.push(request.url());
    });
    await panel.page.goto(`${address}/`);
    return panel;
  }

  /** Gives the panel a snapshot, after the words of a language if there are some, and waits until it is drawn. */
  async show(model: PanelModel, strings?: Readonly<Record<string, string>>): Promise<void> {
    if (strings) await this.tell({ type: 'strings', strings });
    await this.tell({ type: 'snapshot', model });
  }

  /** Tells the panel something and waits until it is drawn, with what the second part of its code draws. */
  async tell(message: ToPanel): Promise<void> {
    await this.page.evaluate(async told => {
      postMessage(told);
      await new Promise(resolve => setTimeout(resolve));
    }, message);
    if (message.type !== 'strings') await this.page.locator(late).first().waitFor();
    await this.page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));
  }

  /** The id of what has the focus. */
  async focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.id ?? '');
  }

  /** What a row of Tasks is about: the checkbox of a step, the fold of a task. */
  control(title: string): Locator {
    return this.section('Tasks')
      .locator('.row')
      .filter({ hasText: title })
      .locator('input[type=checkbox], .fold')
      .first();
  }

  /** The row of a step or task. */
  row(title: string): Locator {
    return this.section('Tasks').locator('.row').filter({ hasText: title }).first();
  }

  /** Drags a step by its gripper, below another one. */
  async dragStep(title: string, below: string): Promise<void> {
    await this.row(title).hover();
    await this.row(title).locator('.grip').hover();
    await this.page.mouse.down();
    const box = await this.row(below).boundingBox();
    assert.ok(box);
    await this.page.mouse.move(box.x + 20, box.y + box.height - 2, { steps: 4 });
    await this.page.mouse.up();
  }

  /** What the panel has said since this was asked last, without its first words. */
  async said(): Promise<FromPanel[]> {
    const all = await this.page.evaluate(() => (globalThis as unknown as StandIn).sent.splice(0));
    return all.filter(({ type }) => type !== 'ready');
  }

  /** Asserts that no error was logged, and no rule of the policy broken. */
  async assertNoTrouble(): Promise<void> {
    const broken = await this.page.evaluate(() => (globalThis as unknown as StandIn).troubles);
    assert.deepEqual([...this.errors, ...broken], []);
  }

  /** Makes the window so wide, in CSS pixels, and waits until the charts have followed. */
  async resize(width: number): Promise<void> {
    await this.page.setViewportSize({ width, height: 900 });
    await this.page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** How far the page can be scrolled sideways, in pixels. */
  async overflow(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Writes a picture of the whole page. */
  async picture(name: string): Promise<void> {
    const take = (timeout: number): Promise<unknown> =>
      this.page.screenshot({
        path: `${session().screenshots}/${name}.png`,
        fullPage: true,
        animations: 'disabled',
        timeout,
      });
    // Once in some thousand pictures the browser waits for a frame that it never draws; asked again, it does.
    await take(5_000).catch(() => take(15_000));
  }

  /** axe-core's findings of every level. */
  async findings(): Promise<string[]> {
    return this.findingsIn(this.page.mainFrame(), await readFile(session().axe, 'utf8'));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

function pageOf(look: ThemeLook, classes: string): string {
  const html = panelHtml({
    script: `${address}/panel.js`,
    style: `${address}/panel.css`,
    source: address,
    nonce: 'bm9uY2U=',
    language: 'en',
  });
  return html
    .replace('<link', `<link rel="stylesheet" href="${address}/theme.css">\n  <link`)
    .replace('<body>', `<body class="${look.classes} ${classes}">`);
}
