import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Gives the words of this bundle in VS Code's display language; each bundle has its own. */
export function useDisplayLanguage(): void {
  if (vscode.l10n.bundle) l10n.config({ contents: vscode.l10n.bundle });
}
