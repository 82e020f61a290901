import { type Dirent, type FSWatcher, promises as fs, watch } from 'node:fs';
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
 * On Linux VS Code's recursive watcher may miss what is put into a folder right after the folder was made, then and
 * later (seen in 1.139; its other watchers lean on that one). So new folders are looked into once, and those that
 * reports may lie in are watched by Node itself.
 */
export class NewFolders implements vscode.Disposable {
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private readonly watchers: readonly vscode.Disposable[];
  private readonly watched = new Map<string, FSWatcher>();
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
    for (const watcher of this.watchers) watcher.dispose();
    for (const folder of [...this.watched.keys()]) this.unwatch(folder);
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
      left = await this.lookInto(folder, folder, left);
    }
  }

  /**
   * @param top the new folder that `folder` is, or is in
   * @returns how many entries may still be looked at
   */
  private async lookInto(folder: string, top: string, allowed: number): Promise<number> {
    let entries: Dirent[];
    try {
      entries = await fs.readdir(folder, { withFileTypes: true });
    } catch {
      return allowed; // a file, or gone again
    }
    const inside = path.relative(path.dirname(top), folder);
    const files = entries.slice(0, allowed).map(entry => path.join(folder, entry.name));
    const reports = files.filter(this.isReport);
    for (const file of reports) this.onFile(file);
    if (folder === top || reports.length > 0 || hasReports.test(inside)) this.watch(folder);
    let left = allowed - files.length;
    if (inside.split(path.sep).length > maxDepth) return left;
    for (const entry of entries) {
      if (left <= 0 || this.isDisposed) break;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && !isForeign(file)) left = await this.lookInto(file, top, left);
    }
    return left;
  }

  private watch(folder: string): void {
    if (this.isDisposed || this.watched.has(folder)) return;
    try {
      const watcher = watch(folder, (_event, name) => {
        // It went, or is another by now.
        if (name === null || name === path.basename(folder)) this.unwatch(folder);
        if (name === null) return;
        const file = path.join(folder, name);
        if (this.isReport(file)) this.onFile(file);
        else this.note(file);
      });
      watcher.on('error', () => this.unwatch(folder));
      this.watched.set(folder, watcher);
    } catch {
      return; // gone again, or there are too many watchers on this machine
    }
    const [oldest] = this.watched.keys();
    if (this.watched.size > maxWatched && oldest !== undefined) this.unwatch(oldest);
  }

  private unwatch(folder: string): void {
    this.watched.get(folder)?.close();
    this.watched.delete(folder);
  }
}

function isForeign(file: string): boolean {
  return /[/\\](node_modules|\.git)([/\\]|$)/.test(file);
}
