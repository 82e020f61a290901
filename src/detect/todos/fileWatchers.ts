import path from 'node:path';
import * as vscode from 'vscode';

/** Watches single files (absolute), also for what other programs do to them. */
export class FileWatchers implements vscode.Disposable {
  private readonly watchers = new Map<string, vscode.Disposable>();

  /**
   * Of the files that are ours, the wanted ones are watched from now on, and no others.
   * @param look called with one that was changed, made or deleted
   */
  follow(wanted: ReadonlySet<string>, isOurs: (file: string) => boolean, look: (file: string) => void): void {
    this.dropWhere(file => isOurs(file) && !wanted.has(file));
    for (const file of wanted) {
      if (!this.watchers.has(file))
        this.watchers.set(
          file,
          watcherOf(file, () => look(file)),
        );
    }
  }

  /** Watches these files no more. */
  dropWhere(isGone: (file: string) => boolean): void {
    for (const [file, watcher] of this.watchers) {
      if (!isGone(file)) continue;
      watcher.dispose();
      this.watchers.delete(file);
    }
  }

  dispose(): void {
    this.dropWhere(() => true);
  }
}

function watcherOf(file: string, look: () => void): vscode.Disposable {
  const pattern = new vscode.RelativePattern(vscode.Uri.file(path.dirname(file)), path.basename(file));
  const watcher = vscode.workspace.createFileSystemWatcher(pattern);
  watcher.onDidChange(look);
  watcher.onDidCreate(look);
  watcher.onDidDelete(look);
  return watcher;
}
