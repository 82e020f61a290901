import { readFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Browser } from 'playwright-core';
import type { PanelModel } from '../src/core/panelModel';
import { bigHistory } from './bigModel';
import { median, type Row, spread } from './report';

const sizes = [1_000, 10_000, 100_000];
const opens = 7;
const updates = 15;

/** The page's figures, in ms. */
interface Figures {
  readonly paint: number;
  readonly updates: readonly number[];
  readonly frames: readonly number[];
}

/**
 * The panel as it is shipped, in a browser, fed what the host would send: time from the page's first script to the
 * frame after its first drawing; work for a further snapshot, from its message event to the end of drawing and
 * layout, and the time until the next frame is painted; and the message's size.
 */
export async function benchPanel(browser: Browser): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    const history = bigHistory(size);
    const made: number[] = [];
    const next = (): PanelModel => {
      history.add();
      const began = performance.now();
      const model = history.model();
      made.push(performance.now() - began);
      return model;
    };
    const models = Array.from({ length: updates + 1 }, next);
    const figures: Figures[] = [];
    for (let round = 0; round < opens; round++) figures.push(await show(browser, models));
    const bytes = Buffer.byteLength(JSON.stringify({ type: 'snapshot', model: models[0] }));
    const paints = figures.map(({ paint }) => paint);
    const worked = figures.flatMap(each => each.updates);
    const painted = figures.flatMap(each => each.frames);
    const of = `${size.toLocaleString('en')} wins`;
    rows.push(
      {
        what: `open to first paint, ${of}`,
        measured: spread(paints, 'ms', 0),
        goal: '<= 300 ms',
        good: median(paints) <= 300,
      },
      {
        what: `update, ${of}`,
        measured: spread(worked, 'ms'),
        goal: '<= 16 ms',
        good: median(worked) <= 16,
      },
      { what: `update to the next painted frame, ${of}`, measured: spread(painted, 'ms') },
      {
        what: `snapshot message, ${of}`,
        measured: `${(bytes / 1024).toFixed(1)} KiB`,
        goal: '<= 128 KiB',
        good: bytes <= 128 * 1024,
      },
      { what: `making the snapshot in the host, ${of}`, measured: spread(made, 'ms') },
    );
  }
  return rows;
}

async function show(browser: Browser, models: readonly PanelModel[]): Promise<Figures> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const made: Record<string, [string, string]> = {
    '/': ['text/html', html],
    '/models.js': ['text/javascript', `window.models = ${JSON.stringify(models)}`],
  };
  await page.route('http://panel.test/**', route => {
    const { pathname } = new URL(route.request().url());
    const [contentType, body] = made[pathname] ?? shipped(pathname);
    return route.fulfill({ contentType, body });
  });
  try {
    await page.goto('http://panel.test/');
    await page.waitForFunction('window.figures !== undefined', undefined, { timeout: 30_000 });
    return (await page.evaluate('window.figures')) as Figures;
  } finally {
    await page.close();
  }
}

/** A file of `dist`, as the panel's page asks for it. */
function shipped(pathname: string): [contentType: string, body: string] {
  const name = path.basename(pathname);
  const body = /^[\w-]+\.(js|css)$/.test(name) ? readFileSync(path.join('dist', name), 'utf8') : '';
  return [name.endsWith('.css') ? 'text/css' : 'text/javascript', body];
}

/** Does what VS Code does around the page, and takes the times. */
const html = `<!DOCTYPE html><html><head><meta charset="utf-8"><link rel="stylesheet" href="panel.css"></head>
<body class="vscode-dark"><div id="root"></div>
<script src="models.js"></script>
<script>
  const began = performance.now();
  const task = () => new Promise(done => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
  const frame = () => new Promise(done => requestAnimationFrame(() => task().then(done)));
  const pause = ms => new Promise(done => setTimeout(done, ms));
  const send = model => postMessage({ type: 'snapshot', model });
  // Before the panel's own listener, and (added when it is ready) after it.
  let arrived, drawn;
  addEventListener('message', () => { arrived = performance.now(); });
  const end = () => { document.body.getBoundingClientRect(); drawn?.(performance.now()); };
  let started = false;
  const ready = async () => {
    addEventListener('message', end);
    const [first, ...others] = window.models;
    const whole = new Promise(done => { drawn = done; });
    send(first);
    await whole;
    await frame();
    const paint = performance.now() - began;
    // The second part is of the opening: an update comes to a page that stands.
    while (!document.querySelector('.recent .win')) await pause(10);
    const updates = [], frames = [];
    for (const [index, model] of others.entries()) {
      // Messages don't keep step with frames.
      await pause(20 + 16.7 * index / others.length);
      const done = new Promise(resolve => { drawn = resolve; });
      send(model);
      updates.push(await done - arrived);
      await frame();
      frames.push(performance.now() - arrived);
    }
    window.figures = { paint, updates, frames };
  };
  let state;
  window.acquireVsCodeApi = () => ({
    postMessage: ({ type }) => { if (type === 'ready' && !started) { started = true; setTimeout(ready); } },
    getState: () => state,
    setState: value => { state = value; },
  });
</script>
<script type="module" src="panel.js"></script></body></html>`;
