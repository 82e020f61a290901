import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** What `test/editor/socketGuard.cjs` noted in this extension host. */
export interface Noted {
  readonly what: 'connect' | 'send' | 'spawn';
  /** A pipe's path or `host:port`; a command line. */
  readonly detail: string;
  /** Whether it was the extension's own code that did it. */
  readonly ours: boolean;
}

/** Whether this extension host is guarded; a desktop VS Code is not. */
export const isGuarded = process.env.MICROWINS_GUARD !== undefined;

/** Everything noted so far, from the start of the extension host on; nothing when it is not guarded. */
export function noted(): Noted[] {
  const file = process.env.MICROWINS_GUARD;
  const extension = vscode.extensions.getExtension('microwins.microwins');
  if (!file) return [];
  assert.ok(extension, 'the extension is not installed');
  const dist = path.join(extension.extensionPath, 'dist');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as { pid: number; what: Noted['what']; detail: string; stack: string })
    .filter(({ pid }) => pid === process.pid)
    .map(({ what, detail, stack }) => ({ what, detail, ours: stack.includes(dist) }));
}
