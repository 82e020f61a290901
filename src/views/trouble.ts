import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Trouble } from '../store/reportOpened';

/** Tells the user, once a window for each, that something could not be read or kept. */
export function tellTrouble(storage: vscode.Uri, log: vscode.LogOutputChannel): (trouble: Trouble) => void {
  const told = new Set<string>();
  return trouble => {
    if (told.has(trouble)) return;
    told.add(trouble);
    const openFolder = l10n.t('Open folder');
    const showLog = l10n.t('Show log');
    // What a browser keeps is in no folder that could be shown.
    const ways = storage.scheme === 'file' ? [openFolder, showLog] : [showLog];
    vscode.window
      .showWarningMessage(inWords(trouble), ...ways)
      .then(answer => {
        if (answer === showLog) log.show();
        return answer === openFolder ? show(storage) : undefined;
      })
      .then(undefined, error => log.error('A message could not be shown.', error));
  };
}

/** Shows a folder where the system shows folders; one on another machine (remote, browser) in a window of VS Code. */
function show(folder: vscode.Uri): Thenable<unknown> {
  const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
  return isHere
    ? vscode.commands.executeCommand('revealFileInOS', folder)
    : vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: true });
}

function inWords(trouble: Trouble): string {
  switch (trouble) {
    case 'write':
      return l10n.t('Wins could not be written to disk. They are kept in memory and tried again.');
    case 'unreadable':
      return l10n.t('Some of the stored wins could not be read. A copy was set aside; the rest is fine.');
    case 'newer':
      return l10n.t(
        'A newer version of Micro Wins has written here. What it wrote is left untouched; update to see all of it.',
      );
  }
}
