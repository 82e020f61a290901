import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { setPluralLanguage } from './core/plural';

/**
 * Gives the words of VS Code’s display language to all bundles: the code that looks words up is in one of them.
 * Without a bundle of its own, a language has English words with English plural forms.
 */
export function useDisplayLanguage(): void {
  const words = vscode.l10n.bundle;
  if (!words) return;
  l10n.config({ contents: words });
  setPluralLanguage(vscode.env.language);
}
