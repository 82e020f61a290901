import type { Disposable } from 'vscode';

/**
 * Files as a browser keeps them: each is written whole or not at all, nothing can be added to one, and all tabs share
 * them. Paths are relative, with forward slashes.
 */
export interface Files {
  /** Names in a folder, in no order; none when there is no such folder. Those of other tabs may be missing. */
  list(folder: string): Promise<readonly string[]>;
  /** A file's text; undefined when there is none. @throws what the file system says */
  read(file: string): Promise<string | undefined>;
  /** @throws what the file system says */
  write(file: string, text: string): Promise<void>;
  /** Byte for byte. @throws what the file system says */
  copy(from: string, to: string): Promise<void>;
  /** Nothing when there is none. @throws what the file system says */
  remove(file: string): Promise<void>;
  /** Calls back when another tab told that it wrote or removed a file in a folder. */
  watch(folder: string, onChange: () => void): Disposable;
}
