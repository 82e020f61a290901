import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Trouble } from '../store/reportOpened';

/** What could not be read or kept, which the user is told once a window; and the way to where it is. */
export class Troubles {
  private readonly told = new Set<Trouble>();

  constructor(
    private readonly storage: vscode.Uri,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Whether some of what is stored was set aside; what a browser keeps is in no folder that could be shown. */
  get setAside(): 'in a folder' | 'elsewhere' | undefined {
    if (!this.told.has('unreadable')) return undefined;
    return this.storage.scheme === 'file' ? 'in a folder' : 'elsewhere';
  }

  readonly tell = (trouble: Trouble): void => {
    if (this.told.has(trouble)) return;
    this.told.add(trouble);
    const openFolder = l10n.t('Open folder');
    const showLog = l10n.t('Show log');
    const ways = this.storage.scheme === 'file' ? [openFolder, showLog] : [showLog];
    vscode.window
      .showWarningMessage(inWords(trouble), ...ways)
      .then(answer => {
        if (answer === showLog) this.log.show();
        return answer === openFolder ? this.openFolder() : undefined;
      })
      .then(undefined, error => this.log.error('A message could not be shown.', error));
  };

  /** Shows the folder where the system shows folders; one on another machine (remote, browser) in a window of VS Code. */
  openFolder(): Thenable<unknown> {
    const isHere = vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
    return isHere
      ? vscode.commands.executeCommand('revealFileInOS', this.storage)
      : vscode.commands.executeCommand('vscode.openFolder', this.storage, { forceNewWindow: true });
  }
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
