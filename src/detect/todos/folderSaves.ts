import * as vscode from 'vscode';
import { localOffset } from '../../core/day';
import type { WinSink } from '../../core/found';
import { type ClosedTodo, closedTodos, type FileChange } from './closing';
import { scanTodos, type TodoReader } from './reader';
import type { Todo } from './todo';
import { type Closing, closingId, closingWin } from './wins';

/** What saves in folders without git need. */
export interface FolderSaveHost {
  readonly sink: WinSink;
  reader(): Promise<TodoReader>;
  /** The project of files in no repository. */
  homeProject(): Promise<string>;
}

interface OpenFile {
  readonly file: string;
  /** The workspace folder's name. */
  readonly folder: string;
  readonly before: readonly Todo[];
  readonly after: readonly Todo[];
}

/** Closed TODOs in folders without git: what an open file held when it was opened, and no longer does when saved. */
export class FolderSaves {
  /** By document uri. */
  private readonly files = new Map<string, OpenFile>();

  constructor(private readonly host: FolderSaveHost) {}

  /** A file was opened with this text. */
  async opened(uri: vscode.Uri, text: string): Promise<void> {
    const reader = await this.host.reader();
    const file = relative(uri);
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.name;
    if (folder === undefined || reader.roleOf(file) !== 'counts') return;
    const before = scanTodos(reader, file, text);
    this.files.set(uri.toString(), { file, folder, before, after: before });
  }

  /** It was saved with this text. */
  async saved(uri: vscode.Uri, text: string): Promise<void> {
    const known = this.files.get(uri.toString());
    if (!known) return;
    const { sink } = this.host;
    const reader = await this.host.reader();
    this.files.set(uri.toString(), { ...known, after: scanTodos(reader, known.file, text) });
    // All open files of the folder together: a TODO may have moved to another.
    const files = [...this.files.values()].filter(({ folder }) => folder === known.folder);
    const closings = closingsOf(closedTodos(files.map(changeOf)), known.folder, sink.now());
    const found = closings.flatMap(closing => closingWin(closing, sink.known, sink.dayOf.bind(sink)) ?? []);
    const standing = new Set([
      ...closings.map(closing => closingId(closing, sink.known)),
      ...found.map(({ win }) => win.id),
    ]);
    // A TODO that stands there again was not closed.
    const gone = files.map(file => changeOf({ ...file, after: [] }));
    const back = closingsOf(closedTodos(gone), known.folder, sink.now())
      .map(closing => closingId(closing, sink.known))
      .filter(id => !standing.has(id) && sink.known.has(id));
    const project = await this.host.homeProject();
    if (back.length > 0) await sink.withdraw(project, back);
    if (found.length > 0) await sink.keep(project, found);
  }

  /** It is open no more. */
  closed(uri: vscode.Uri): void {
    this.files.delete(uri.toString());
  }

  clear(): void {
    this.files.clear();
  }
}

function changeOf({ file, before, after }: OpenFile): FileChange {
  return { pathBefore: file, pathAfter: file, deleted: false, excluded: false, before, after };
}

function closingsOf(closed: readonly ClosedTodo[], folder: string, at: number): Closing[] {
  const where = { project: folder, repository: folder, at, offset: localOffset(at), final: true };
  return closed.map(one => ({ ...where, closed: one }));
}

function relative(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replaceAll('\\', '/');
}
