import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { MicroWinsApi, Win } from '../../../src/api';
import { eventually } from './eventually';

/** The extension's API, once it is activated and the first scan of every repository has been recorded. */
export async function microWins(): Promise<MicroWinsApi> {
  const extension = vscode.extensions.getExtension<MicroWinsApi>('microwins.microwins');
  assert.ok(extension, 'the extension is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}

/** Waits for a win with this title. */
export async function winTitled(api: MicroWinsApi, title: string, within?: number): Promise<Win> {
  const find = async () => (await api.getWins()).find(win => win.title === title);
  return eventually(`a win is titled "${title}"`, find, within);
}

/** The titles of all wins, newest first. */
export async function winTitles(api: MicroWinsApi): Promise<string[]> {
  return (await api.getWins()).map(win => win.title);
}
