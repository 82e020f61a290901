import { strict as assert } from 'node:assert';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

/** What `test/editor/e2e.mjs` prepared: a server with the extension, a browser, workspaces. */
export interface Session {
  /** The server's address. */
  readonly url: string;
  /** The address of a server by whose clock it is Monday. */
  readonly mondayUrl: string;
  /** The browser's websocket address. */
  readonly browser: string;
  readonly folders: {
    /** A repository with two commits of the user, none of today, and one of a colleague. */
    readonly loop: string;
    /** Another one like it. */
    readonly guidance: string;
    /** An empty folder. */
    readonly tasks: string;
    /** A folder with `parser.ts`, a TODO in its third line, `notes.md`, a list under a heading, and `many.md`, a long one. */
    readonly steps: string;
    /** No folder but a whole address: a workbench without a server, where extensions run in a worker of the browser. */
    readonly web: string;
    /** An empty folder. */
    readonly proposals: string;
    /** A folder whose settings know no rest day. */
    readonly explorer: string;
    /** An empty folder. */
    readonly walkthrough: string;
    /** The demo repository. */
    readonly demo: string;
    /** A repository with commits of Thursday, Friday and Sunday before the Monday of `mondayUrl`. */
    readonly monday: string;
  };
  /** The script of axe-core. */
  readonly axe: string;
  /** Where pictures go. */
  readonly screenshots: string;
}

/** The session of this run. */
export function session(): Session {
  const text = process.env.MICROWINS_E2E;
  assert.ok(text, 'run this by "npm run test:e2e"');
  return JSON.parse(text) as Session;
}

/** The run's browser. Closing it only ends the connection. */
export async function connectBrowser(): Promise<Browser> {
  return chromium.connect(session().browser);
}

/** The address of a window of a server on a folder; a whole address is its own. */
export function addressOf(folder: string, url: string): string {
  if (/^https?:/.test(folder)) return folder;
  const query = new URLSearchParams({ folder: pathToFileURL(folder).pathname });
  query.set('payload', JSON.stringify([['skipWelcome', 'true']]));
  return `${url}/?${query}`;
}
