import type * as vscode from 'vscode';
import { EditorLanguages, type TodoSettings } from './editorLanguages';
import { scanTodos } from './scanner';
import type { Todo } from './todo';

/** Documents longer than this are not scanned for a light bulb, UTF-16 units. */
const maxLength = 2_000_000;

/** The TODOs of open documents, whether or not closed ones are counted. */
export class DocumentTodos implements vscode.Disposable {
  private readonly languages: EditorLanguages;

  constructor(settings: () => TodoSettings, log: vscode.LogOutputChannel) {
    this.languages = new EditorLanguages(settings, log);
  }

  /** In order of lines; none in a language that is not known. */
  async of(document: vscode.TextDocument): Promise<Todo[]> {
    const { languages, tags } = await this.languages.inFolderOf(document.uri);
    const language = languages.byId(document.languageId);
    const text = document.getText();
    return language && text.length <= maxLength ? scanTodos(text, language, tags) : [];
  }

  dispose(): void {
    this.languages.dispose();
  }
}
