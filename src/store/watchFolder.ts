import { watch } from 'node:fs';
import { Disposable, type LogOutputChannel } from 'vscode';

/**
 * Calls back when something in a folder changes, by the system's own watcher: VS Code's now and then misses
 * writes in folders that are watched twice.
 */
export function watchFolder(folder: string, onChange: () => void, log: LogOutputChannel): Disposable {
  try {
    const watcher = watch(folder, { persistent: false }, () => onChange());
    watcher.on('error', error => log.debug(`${folder} is no longer watched.`, error));
    return new Disposable(() => watcher.close());
  } catch (error) {
    log.debug(`${folder} can't be watched.`, error);
    return new Disposable(() => undefined);
  }
}
