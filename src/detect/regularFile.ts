import { readFile, stat } from 'node:fs/promises';

/** What a regular file, or what a link leads to, tells of itself. */
export interface RegularFile {
  readonly text: string;
  /** When it was written, ms since the epoch, whole. */
  readonly writtenAt: number;
}

/**
 * Reads a file of a project; undefined when it is none, larger than `maxBytes`, or can't be read. A repository may
 * hold links to anything: a device or a pipe is never opened, since reading it need not end.
 */
export async function readRegularFile(file: string, maxBytes: number): Promise<RegularFile | undefined> {
  try {
    const info = await stat(file);
    if (!info.isFile() || info.size > maxBytes) return undefined;
    return { text: await readFile(file, 'utf8'), writtenAt: Math.round(info.mtimeMs) };
  } catch {
    return undefined;
  }
}
