import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Gives the words of VS Code’s display language to all bundles: the code that looks words up is in one of them. */
export function useDisplayLanguage(): void {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
}
