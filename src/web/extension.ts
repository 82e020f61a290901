import * as vscode from 'vscode';
import type { MicroWinsApi } from '../api';
import { start } from '../extension';
import { WebStorage } from '../store/web/storage';
import { WebDetection } from './detection';
import { KeptFiles } from './keptFiles';

/** Called by VS Code where extensions run in a browser's worker: vscode.dev and the like. */
export function activate(context: vscode.ExtensionContext): Promise<MicroWinsApi> {
  const files = new KeptFiles(context.globalStorageUri);
  context.subscriptions.push(files);
  return start(context, {
    // Of a place to save to, a browser takes the name only.
    saveFolder: vscode.Uri.file('/'),
    storage: () => new WebStorage(files),
    // A browser does so by itself.
    followZone: () => undefined,
    detection: async parts => new WebDetection(parts),
  });
}
