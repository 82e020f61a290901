import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { MicroWinsApi } from './api';
import { start } from './extension';
import { FolderStorage } from './store/folderStorage';
import { followSystemZone } from './systemZone';

/** Called by VS Code where extensions run on Node: on the desktop, and beside the code over a remote connection. */
export function activate(context: vscode.ExtensionContext): Promise<MicroWinsApi> {
  return start(context, {
    saveFolder: vscode.Uri.file(homedir()),
    storage: ({ fsPath }, log) => new FolderStorage(fsPath, log),
    followZone: followSystemZone,
    detection: async parts => new (await import('./features/detection/detection')).Detection(parts),
  });
}
