import * as vscode from 'vscode';
import { DocumentTodos } from '../detect/todos/documentTodos';
import { EditorLanguages } from '../detect/todos/editorLanguages';
import { FolderSaves } from '../detect/todos/folderSaves';
import { openTodos } from '../detect/todos/openTodos';
import type { Todo } from '../detect/todos/todo';
import { type Detecting, type DetectionParts, winSink } from '../features/detection/detecting';
import { folderProject } from '../features/detection/folderProject';

/** Notices wins without git, processes or a disk: TODOs that are closed on save. */
export class WebDetection implements Detecting {
  readonly repositories = { api: undefined, all: [], hasSearched: true };
  readonly teams = [];
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeSituation = this.changed.event;
  private readonly languages: EditorLanguages;
  private readonly disposables: vscode.Disposable[] = [this.changed];
  private saves: FolderSaves | undefined;

  constructor(private readonly parts: DetectionParts) {
    this.languages = new EditorLanguages(() => parts.config.settings.todos, parts.log);
    this.disposables.push(this.languages);
  }

  async start(): Promise<void> {
    const { ledger, config } = this.parts;
    this.disposables.push(
      vscode.workspace.onDidGrantWorkspaceTrust(() => {
        this.follow();
        this.changed.fire();
      }),
      config.onDidChange(() => this.follow()),
    );
    await ledger.setHome(ledger.home ?? folderProject());
    this.follow();
    await ledger.forgetLeft(() => new Set(), true);
  }

  get situation(): Detecting['situation'] {
    return {
      trusted: vscode.workspace.isTrusted,
      onSave: true,
      gitMissing: false, // nobody expects it here
      gitRefused: false,
      emailMissing: false,
      scanning: undefined,
    };
  }

  async rescan(): Promise<void> {
    // There is no history to read.
  }

  cancelScan(): void {
    // Nothing is ever scanned.
  }

  async openTodos(file: vscode.Uri): Promise<readonly Todo[]> {
    return this.saves ? openTodos(file, await this.languages.inFolderOf(file)) : [];
  }

  async documentTodos(): Promise<DocumentTodos> {
    const { config, log } = this.parts;
    return new DocumentTodos(() => config.settings.todos, log);
  }

  dispose(): void {
    this.saves?.dispose();
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** Watches saves while the setting and the workspace's trust say so. */
  private follow(): void {
    const { config, ledger, log } = this.parts;
    const wanted = config.settings.todos.enabled && vscode.workspace.isTrusted;
    if (wanted === (this.saves !== undefined)) return;
    this.saves?.dispose();
    this.saves = undefined;
    if (!wanted) return;
    this.saves = new FolderSaves(
      {
        sink: winSink(this.parts),
        isInRepository: () => false,
        readerFor: file => this.languages.inFolderOf(file),
        homeProject: () => ledger.homeProject,
      },
      log,
    );
    this.saves.start();
  }
}
