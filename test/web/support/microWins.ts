import * as vscode from 'vscode';
import type { MicroWinsApi } from '../../../src/api';
import { assert } from './assert';

/** The extension's API, once it is activated and all is read. */
export async function microWins(): Promise<MicroWinsApi> {
  const extension = vscode.extensions.getExtension<MicroWinsApi>('microwins.microwins');
  assert.ok(extension, 'the extension is not installed');
  const api = await extension.activate();
  await api.ready;
  return api;
}
