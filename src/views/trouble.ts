import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Tells the user, once a window for each, that something could not be read or kept. */
export function tellTrouble(
  storage: vscode.Uri,
  log: vscode.LogOutputChannel,
): (trouble: 'write' | 'unreadable') => void {
  const told = new Set<string>();
  return trouble => {
    if (told.has(trouble)) return;
    told.add(trouble);
    const text =
      trouble === 'write'
        ? l10n.t('Wins could not be written to disk. They are kept in memory and tried again.')
        : l10n.t('Some of the stored wins could not be read. They were left as they are.');
    const openFolder = l10n.t('Open folder');
    const showLog = l10n.t('Show log');
    vscode.window.showWarningMessage(text, openFolder, showLog).then(
      answer => {
        if (answer === openFolder) void vscode.commands.executeCommand('revealFileInOS', storage);
        if (answer === showLog) log.show();
      },
      error => log.error('A message could not be shown.', error),
    );
  };
}
