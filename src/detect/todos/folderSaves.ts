import * as vscode from 'vscode';
import { localOffset } from '../../core/day';
import type { FoundWin, WinSink } from '../../core/found';
import { type ClosedTodo, closedTodos } from './closing';
import { relativePath } from './openTodos';
import { scanTodos, type TodoReader } from './reader';
import type { Todo } from './todo';
import { closingId, closingWin } from './wins';

/** What the watcher of saves without git needs. */
export interface FolderSaveHost {
  readonly sink: WinSink;
  /** Whether a repository holds a file: others look after those. */
  isInRepository(file: vscode.Uri): boolean;
  reader(): Promise<TodoReader>;
  /** The project of files in no repository. */
  homeProject(): Promise<string>;
}

/**
 * Watches saves in folders without git, wherever they are: the file as it was opened takes HEAD's place, and a TODO
 * that it held and the saved file no longer does is a win; it is withdrawn when the TODO comes back.
 */
export class FolderSaves implements vscode.Disposable {
  /** By document uri: TODOs of files as they were opened. */
  private readonly opened = new Map<string, readonly Todo[]>();
  private listeners: vscode.Disposable | undefined;
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: FolderSaveHost,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts listening. Call once the repositories are known. */
  start(): void {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(document => {
        const { uri } = document;
        const text = document.getText();
        if (!this.host.isInRepository(uri)) this.inTurn(() => this.saved(uri, text));
      }),
      vscode.workspace.onDidOpenTextDocument(document => this.onOpened(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.opened.delete(uri.toString())),
    );
    for (const document of vscode.workspace.textDocuments) this.onOpened(document);
  }

  dispose(): void {
    this.listeners?.dispose();
    this.opened.clear();
  }

  private onOpened(document: vscode.TextDocument): void {
    const { uri } = document;
    if (!vscode.workspace.getWorkspaceFolder(uri) || this.host.isInRepository(uri)) return;
    const text = document.getText();
    this.inTurn(async () => {
      const reader = await this.host.reader();
      const file = relativePath(uri);
      if (reader.roleOf(file) === 'counts') this.opened.set(uri.toString(), scanTodos(reader, file, text));
    });
  }

  private async saved(uri: vscode.Uri, text: string): Promise<void> {
    // Asked in turn: the file may have been opened a moment ago.
    const before = this.opened.get(uri.toString());
    if (!before) return;
    const reader = await this.host.reader();
    const file = relativePath(uri);
    const after = scanTodos(reader, file, text);
    const { sink } = this.host;
    const at = sink.now();
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.name ?? '';
    const closingsOf = (todos: readonly ClosedTodo[]) =>
      todos.map(closed => ({ closed, repository: folder, at, offset: localOffset(at), final: true }));
    const change = { pathBefore: file, pathAfter: file, deleted: false, excluded: false };
    const closings = closingsOf(closedTodos([{ ...change, before, after }]));
    const found: FoundWin[] = closings.flatMap(
      closing => closingWin(closing, sink.known, sink.dayOf.bind(sink)) ?? [],
    );
    const standing = new Set([
      ...closings.map(closing => closingId(closing, sink.known)),
      ...found.map(({ win }) => win.id),
    ]);
    // A TODO that stands there again was not closed.
    const back = closingsOf(closedTodos([{ ...change, before, after: [] }]))
      .map(closing => closingId(closing, sink.known))
      .filter(id => !standing.has(id) && sink.known.has(id));
    const project = await this.host.homeProject();
    if (back.length > 0) await sink.withdraw(project, back);
    if (found.length > 0) await sink.keep(project, found);
  }

  private inTurn(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch(error => {
      this.log.warn('A saved file could not be read for TODOs; the next save tries again.', error);
    });
  }
}
