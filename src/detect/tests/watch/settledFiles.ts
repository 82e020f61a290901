import * as vscode from 'vscode';

/** Watches files and tells of each once it has not been written for a while: VS Code tells of one write several times. */
export class SettledFiles implements vscode.Disposable {
  private readonly waiting = new Map<string, NodeJS.Timeout>();
  private isDisposed = false;
  private readonly watchers: readonly vscode.Disposable[];

  /**
   * @param quietMs how long a file must not have been written
   * @param onSettled gets the file's absolute path
   */
  constructor(
    patterns: readonly vscode.RelativePattern[],
    private readonly quietMs: number,
    private readonly onSettled: (file: string) => void,
  ) {
    this.watchers = patterns.map(pattern => {
      const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, false, true);
      watcher.onDidCreate(uri => this.touch(uri.fsPath));
      watcher.onDidChange(uri => this.touch(uri.fsPath));
      return watcher;
    });
  }

  dispose(): void {
    this.isDisposed = true;
    for (const watcher of this.watchers) watcher.dispose();
    for (const timer of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  /** The file was written. */
  touch(file: string): void {
    if (this.isDisposed) return;
    clearTimeout(this.waiting.get(file));
    const tell = (): void => {
      this.waiting.delete(file);
      this.onSettled(file);
    };
    this.waiting.set(file, setTimeout(tell, this.quietMs));
  }
}
