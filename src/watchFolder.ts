import { watch } from 'node:fs';
import { Disposable, type LogOutputChannel } from 'vscode';

/**
 * Calls back when something in a folder changes, by the system's own watcher: VS Code's now and then misses
 * writes in folders that are watched twice (seen on Linux). A folder that can't be watched is only logged.
 * @param names of entries to hear of; of all when absent
 */
export function watchFolder(
  folder: string,
  onChange: () => void,
  log: LogOutputChannel,
  names?: readonly string[],
): Disposable {
  try {
    const watcher = watch(folder, { persistent: false }, (_event, name) => {
      if (name === null || !names || names.includes(name)) onChange();
    });
    watcher.on('error', error => log.debug(`${folder} is no longer watched by the system.`, error));
    return new Disposable(() => watcher.close());
  } catch (error) {
    log.debug(`${folder} can't be watched by the system.`, error);
    return new Disposable(() => undefined);
  }
}
