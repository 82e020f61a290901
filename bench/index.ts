import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { benchBackfill, benchProcesses } from './commits';
import { type EditorFigures, editorRows } from './inEditor';
import { benchLedger } from './ledger';
import { benchLoad } from './load';
import { benchPanel } from './panel';
import { print } from './report';
import { benchTodoScan } from './todoScan';

interface Editor {
  readonly node: string;
}

/** Modules that are not bundled: they find their files by where they lie. */
const imported = (file: string): Promise<Record<string, (...args: never[]) => unknown>> =>
  import(pathToFileURL(path.resolve(file)).href);

const sections: Readonly<Record<string, () => Promise<void>>> = {
  async commits() {
    await benchBackfill();
    await benchProcesses();
  },
  async todos() {
    await benchTodoScan();
  },
  async ledger() {
    await benchLedger();
  },
  async load() {
    const { node } = await fetchEditor();
    const cache = await mkdtemp(path.join(tmpdir(), 'micro-cache-'));
    print('Loading the bundles, each time in a fresh process', benchLoad(node, cache));
    await rm(cache, { recursive: true, force: true });
  },
  async panel() {
    print('The panel in a browser', await benchPanel(await launchBrowser()));
  },
  async editor() {
    const idleSeconds = process.argv.includes('--full') ? 300 : 30;
    const { takeFigures } = await imported('bench/editor/index.mjs');
    const take = takeFigures as (editor: Editor, browser: Browser, options: object) => Promise<EditorFigures>;
    const figures = await take(await fetchEditor(), await launchBrowser(), { idleSeconds });
    print('In a VS Code', editorRows(figures));
  },
};

async function fetchEditor(): Promise<Editor> {
  const { fetchEditor: fetch } = await imported('test/editor/fetch.mjs');
  return (await fetch?.()) as Editor;
}

async function launchBrowser(): Promise<Browser> {
  const { launchBrowser: launch } = await imported('test/editor/browser.mjs');
  return (await (launch as (editor: Editor) => unknown)(await fetchEditor())) as Browser;
}

/** Prints the numbers of all sections, or of those that are named; nothing is asserted here. */
async function run(): Promise<void> {
  const names = process.argv.slice(2).filter(name => !name.startsWith('--'));
  for (const [name, section] of Object.entries(sections)) {
    if (names.length === 0 || names.includes(name)) await section();
  }
}

void imported('test/editor/processes.mjs').then(({ main }) =>
  (main as (body: () => Promise<void>) => Promise<void>)(run),
);
