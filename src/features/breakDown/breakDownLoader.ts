import * as vscode from 'vscode';
import { once } from '../../once';
import type { BreakDown, BreakDownParts } from './breakDown';
import { breakDownKind } from './breakDownKind';

/** Loads the bundle for breaking tasks down when it is first needed, and offers it by the light bulb. */
export class BreakDownLoader implements vscode.Disposable {
  private loaded: BreakDown | undefined;
  private readonly provider: vscode.Disposable;

  constructor(private readonly parts: BreakDownParts) {
    this.provider = vscode.languages.registerCodeActionsProvider(
      '*',
      { provideCodeActions: (document, range, context) => this.actions(document, range, context) },
      { providedCodeActionKinds: [breakDownKind()] },
    );
  }

  /** The bundle's one object. */
  readonly load = once(async (): Promise<BreakDown> => {
    const { BreakDown } = await import('./breakDown');
    this.loaded = new BreakDown(this.parts);
    return this.loaded;
  });

  dispose(): void {
    this.provider.dispose();
    this.loaded?.dispose();
  }

  /** Most lines are seen at a glance to have nothing to break down, so that nothing is loaded for them. */
  private async actions(
    document: vscode.TextDocument,
    { start }: vscode.Range,
    { only }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    if (only && !only.intersects(breakDownKind())) return [];
    const text = document.lineAt(start.line).text;
    const isItem = document.languageId === 'markdown' && /^[\s>]*(?:[-*+]|\d+[.)])\s/.test(text);
    const { tags } = this.parts.config.settings.todos;
    if (!isItem && !tags.some(tag => text.includes(tag))) return [];
    return (await this.load()).codeActionsAt({ document, line: start.line });
  }
}
