import type { LogOutputChannel } from 'vscode';
import type { JournalOpened } from './storage';

/** What a user is told of kept wins: could not be written, could not be read, a newer version’s. */
export type Trouble = 'write' | 'unreadable' | 'newer';

/** Logs what opening a journal met, and tells the user what concerns them. */
export function reportOpened(
  file: string,
  { unreadable, newer, aside, couldRead, error }: JournalOpened,
  log: LogOutputChannel,
  tell: (trouble: Trouble) => void,
): void {
  if (!couldRead) log.error(`Could not read ${file}; it is tried again.`, error);
  else if (error !== undefined) log.error(`Could not keep a copy of ${file}.`, error);
  if (unreadable > 0) {
    const copy = aside ? `; a copy is ${aside}` : '';
    log.warn(`${unreadable} lines of ${file} could not be read; they stay as they are${copy}.`);
  }
  if (newer > 0) log.warn(`${newer} lines of ${file} are a newer version's; they stay as they are.`);
  if (!couldRead || aside) tell('unreadable');
  if (newer > 0) tell('newer');
}
