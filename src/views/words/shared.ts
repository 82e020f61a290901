import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { plainMessage } from '../plainMessage';

const namesKey = 'microwins.words.names';

/** Whether texts to share name repositories and branches: as the user last chose, and yes at first. */
export class NamesChoice {
  constructor(private readonly memento: vscode.Memento) {}

  get shown(): boolean {
    return this.memento.get<unknown>(namesKey) !== false;
  }

  async toggle(): Promise<void> {
    await this.memento.update(namesKey, !this.shown);
  }
}

/** Opens a new Markdown document, to be edited and saved wherever the user likes. */
export async function openMarkdown(content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/**
 * Offers what can be done with a text that was just made, and to make it with or without names; waits for no answer.
 * @param names whether names are in it, where there are any
 */
export function offer(
  text: string,
  actions: Readonly<Record<string, () => Promise<void>>>,
  names: { readonly choice: NamesChoice; again(): Promise<void> } | undefined,
): void {
  const other = names?.choice.shown ? l10n.t('Leave out names') : l10n.t('Name repositories');
  const titles = [...Object.keys(actions), ...(names ? [other] : [])];
  void vscode.window.showInformationMessage(plainMessage(text), ...titles).then(async answer => {
    if (answer === undefined) return;
    if (answer !== other) return actions[answer]?.();
    await names?.choice.toggle();
    await names?.again();
  });
}
