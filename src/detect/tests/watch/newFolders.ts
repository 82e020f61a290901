import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';

/** A run goes on writing for a moment after it made a folder. */
const settleMs = 300;
/** Bounds for a look into what is new, and for what is watched of it. */
const maxDepth = 6;
const maxEntries = 2_000;
const maxWatched = 50;
const maxPending = 200;
const hasReports = /test|report|result|junit|surefire|failsafe/i;

/**
 * On Linux VS Code's own watcher may miss what is put into a folder right after the folder was made, then and later
 * (seen in 1.139): so new folders are looked into once, and those that reports lie in are watched by themselves.
 */
export class NewFolders implements vscode.Disposable {
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly watchers: readonly vscode.Disposable[];
  private readonly watched = new Map<string, vscode.Disposable>();
  private isDisposed = false;

  /**
   * @param folders the workspace's
   * @param isReport whether a file is one that is looked for
   * @param onFile gets such a file's absolute path
   */
  constructor(
    folders: readonly vscode.Uri[],
    private readonly isReport: (file: string) => boolean,
    private readonly onFile: (file: string) => void,
  ) {
    this.watchers = folders.map(folder => {
      const everything = new vscode.RelativePattern(folder, '**/*');
      const watcher = vscode.workspace.createFileSystemWatcher(everything, false, true, true);
      watcher.onDidCreate(uri => this.note(uri.fsPath));
      return watcher;
    });
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    for (const watcher of [...this.watchers, ...this.watched.values()]) watcher.dispose();
    this.watched.clear();
  }

  private note(file: string): void {
    // What has an ending is a file, as a rule: a look is not worth it.
    if (path.extname(file) !== '' || isForeign(file) || this.pending.size >= maxPending) return;
    this.pending.add(file);
    this.timer ??= setTimeout(() => void this.look(), settleMs);
  }

  private async look(): Promise<void> {
    const found = [...this.pending].sort();
    this.pending.clear();
    this.timer = undefined;
    let left = maxEntries;
    let last = '\0';
    for (const folder of found) {
      if (folder.startsWith(`${last}${path.sep}`)) continue; // seen with the folder above it
      last = folder;
      left = await this.lookInto(folder, maxDepth, left);
    }
  }

  /** @returns how many entries may still be looked at */
  private async lookInto(folder: string, depth: number, allowed: number): Promise<number> {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(folder, { withFileTypes: true });
    } catch {
      return allowed; // a file, or gone again
    }
    let left = allowed - entries.length;
    const reports = entries.filter(entry => entry.isFile() && this.isReport(path.join(folder, entry.name)));
    for (const { name } of reports.slice(0, Math.max(0, allowed))) this.onFile(path.join(folder, name));
    if (reports.length > 0 || hasReports.test(folder)) this.watch(folder);
    for (const entry of entries) {
      if (depth === 0 || left <= 0 || this.isDisposed) break;
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory() && !isForeign(inside)) left = await this.lookInto(inside, depth - 1, left);
    }
    return left;
  }

  private watch(folder: string): void {
    if (this.isDisposed || this.watched.has(folder)) return;
    const pattern = new vscode.RelativePattern(vscode.Uri.file(folder), '*');
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
    const tell = ({ fsPath }: vscode.Uri): void => {
      if (this.isReport(fsPath)) this.onFile(fsPath);
      else if (!this.watched.has(fsPath)) this.note(fsPath);
    };
    watcher.onDidCreate(tell);
    watcher.onDidChange(tell);
    this.watched.set(folder, watcher);
    const [oldest] = this.watched.keys();
    if (this.watched.size <= maxWatched || oldest === undefined) return;
    this.watched.get(oldest)?.dispose();
    this.watched.delete(oldest);
  }
}

function isForeign(file: string): boolean {
  return /[/\\](node_modules|\.git)([/\\]|$)/.test(file);
}
