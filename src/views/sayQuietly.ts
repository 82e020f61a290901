import * as vscode from 'vscode';
import { iconLabel } from './labels';

/** How long a quiet word stays in the status bar, ms. */
const quietMs = 5000;

/** Says in the status bar, for a moment, that something was done, or what it is. */
export function sayQuietly(text: string, icon = 'check'): void {
  vscode.window.setStatusBarMessage(iconLabel(icon, text), quietMs);
}
