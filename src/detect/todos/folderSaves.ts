import * as vscode from 'vscode';
import { localOffset } from '../../core/day';
import type { WinSink } from '../../core/found';
import { Turns } from '../../turns';
import { type ClosedTodo, closedTodos, type FileChange } from './closing';
import { relativePath } from './openTodos';
import { scanFile, type TodoReader } from './reader';
import type { Todo } from './todo';
import { type Closing, closingId, standingWins } from './wins';

/** What the watcher of saves without git needs. */
export interface FolderSaveHost {
  readonly sink: WinSink;
  /** Whether a repository holds a file: others look after those. */
  isInRepository(file: vscode.Uri): boolean;
  readerFor(file: vscode.Uri): Promise<TodoReader>;
  /** The project of files in no repository. */
  homeProject(): Promise<string>;
}

interface OpenFile {
  readonly file: string;
  /** The workspace folder's name. */
  readonly folder: string;
  /** As it was opened, and as it was saved last. */
  readonly before: readonly Todo[];
  readonly after: readonly Todo[];
}

/**
 * Watches saves in folders without git, wherever they are: the file as it was opened takes HEAD's place, and a TODO
 * that it held and the saved file no longer does is a win; it is withdrawn when the TODO comes back.
 */
export class FolderSaves implements vscode.Disposable {
  /** By document uri. */
  private readonly files = new Map<string, OpenFile>();
  /** Ids of the wins of this window's saves: those of others are not its to withdraw. */
  private readonly own = new Set<string>();
  private listeners: vscode.Disposable | undefined;
  private readonly turns = new Turns();

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
      vscode.workspace.onDidCloseTextDocument(({ uri }) =>
        this.inTurn(async () => void this.files.delete(uri.toString())),
      ),
    );
    for (const document of vscode.workspace.textDocuments) this.onOpened(document);
  }

  dispose(): void {
    this.listeners?.dispose();
    this.files.clear();
  }

  private onOpened(document: vscode.TextDocument): void {
    const { uri } = document;
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.name;
    if (folder === undefined || this.host.isInRepository(uri)) return;
    const text = document.getText();
    this.inTurn(async () => {
      const reader = await this.host.readerFor(uri);
      const file = relativePath(uri);
      if (reader.roleOf(file) !== 'counts') return;
      const before = scanFile(reader, file, text);
      this.files.set(uri.toString(), { file, folder, before, after: before });
    });
  }

  private async saved(uri: vscode.Uri, text: string): Promise<void> {
    // Asked in turn: the file may have been opened a moment ago.
    const known = this.files.get(uri.toString());
    if (!known) return;
    const { sink } = this.host;
    const reader = await this.host.readerFor(uri);
    this.files.set(uri.toString(), { ...known, after: scanFile(reader, known.file, text) });
    // All open files of the folder together: a TODO may have moved to another.
    const files = [...this.files.values()].filter(({ folder }) => folder === known.folder);
    const closings = closingsOf(closedTodos(files.map(changeOf)), known.folder, sink.now());
    const { found, standing } = standingWins(closings, sink);
    // A TODO that stands there again was not closed.
    const gone = files.map(file => changeOf({ ...file, after: [] }));
    const back = closingsOf(closedTodos(gone), known.folder, sink.now())
      .map(closing => closingId(closing, sink.known))
      .filter(id => this.own.has(id) && !standing.has(id));
    for (const id of back) this.own.delete(id);
    for (const id of standing) this.own.add(id);
    const project = await this.host.homeProject();
    if (back.length > 0) await sink.withdraw(project, back);
    if (found.length > 0) await sink.keep(project, found);
  }

  private inTurn(work: () => Promise<void>): void {
    this.turns.take(work).catch(error => {
      this.log.warn('A saved file could not be read for TODOs; the next save tries again.', error);
    });
  }
}

function changeOf({ file, before, after }: OpenFile): FileChange {
  return { pathBefore: file, pathAfter: file, deleted: false, excluded: false, before, after };
}

function closingsOf(closed: readonly ClosedTodo[], folder: string, at: number): Closing[] {
  const where = { project: folder, repository: folder, at, offset: localOffset(at), final: true };
  return closed.map(one => ({ ...where, closed: one }));
}
