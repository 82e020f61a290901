import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';

/** Says that there is no step to take, and offers to make some. Not waited for, as `offerUndo`. */
export function offerBreakDown(): void {
  const breakDown = l10n.t('Break down a task');
  const answer = vscode.window.showInformationMessage(l10n.t('No open step yet.'), breakDown);
  void answer.then(chosen =>
    chosen === breakDown ? vscode.commands.executeCommand('microwins.breakDownTask') : undefined,
  );
}
