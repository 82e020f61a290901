import type * as vscode from 'vscode';
import type { Detecting, DetectionParts } from './features/detection/detecting';
import type { Storage } from './store/storage';

/** What is done in one way on Node and in another in a browser. */
export interface Platform {
  /** Where files are offered to be saved: nothing of ours belongs into a workspace unless the user puts it there. */
  readonly saveFolder: vscode.Uri;
  /** @param uri the extension's storage, from VS Code */
  storage(uri: vscode.Uri, log: vscode.LogOutputChannel): Storage;
  /** Brings the clock to the zone that the system has now: the computer may have travelled. */
  followZone(): void;
  detection(parts: DetectionParts): Promise<Detecting>;
}
