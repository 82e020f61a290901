import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { type Translations, translationsOf } from './core/translations';

/**
 * Takes the words of VS Code's display language, before anything is said; undefined in English, and where they can't
 * be read. VS Code has read the language's own file by now.
 */
export async function useDisplayLanguage(
  extensionUri: vscode.Uri,
  log: vscode.LogOutputChannel,
): Promise<Translations | undefined> {
  const translated: unknown = vscode.l10n.bundle;
  if (!translated) return undefined;
  try {
    const file = vscode.Uri.joinPath(extensionUri, 'dist', 'l10n', 'bundle.l10n.json');
    const english: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)));
    const contents = translationsOf(english, translated);
    l10n.config({ contents });
    return contents;
  } catch (error) {
    log.error('The words of the display language could not be read.', error);
    return undefined;
  }
}
