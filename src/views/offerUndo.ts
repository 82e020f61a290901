import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { plainMessage } from './plainMessage';

/** Says what was done, and offers to undo it. Not waited for: the message may stay as long as it likes. */
export function offerUndo(text: string, undo: () => unknown): void {
  const back = l10n.t('Undo');
  const answer = vscode.window.showInformationMessage(plainMessage(text), back);
  void answer.then(chosen => (chosen === back ? undo() : undefined));
}
