import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { cancelCompactions, syncFolder } from './compaction';
import { isNewer, writeHeader } from './journalLine';
import { isMissing, markOf, missingAs, openIfThere } from './lineReader';

const lineEnd = 0x0a;

/** How often lines follow a journal that is replaced while they are written. */
const mostMoves = 5;

/** What became of lines. */
export interface Appended {
  /** Those still to be written. */
  readonly left: readonly string[];
  /** What the file system said. */
  readonly error?: unknown;
  /** The journal is a newer version's, and was left alone. */
  readonly newer?: true;
}

/**
 * Writes lines at the end of a journal, in one piece so that no other window's come between, and makes sure
 * that they are on the disk and in the file that has the journal's name. A new journal gets its header first.
 * Throws nothing.
 */
export async function appendLines(file: string, lines: readonly string[]): Promise<Appended> {
  let left = lines;
  try {
    for (let moves = 0; moves < mostMoves; moves++) {
      left = lines;
      const handle = await openToAppend(file);
      try {
        const [{ size }, mark] = await Promise.all([handle.stat(), markOf(handle)]);
        if (isNewer(mark)) return { left, newer: true };
        left = await writeSome(handle, size, lines);
        while (left.length > 0) left = await writeSome(handle, (await handle.stat()).size, left);
        left = lines; // until they are surely kept
        await handle.datasync();
        if (size === 0) await syncFolder(path.dirname(file)); // its name must last, too
        await cancelCompactions(file);
        if (!(await isReplaced(file, handle))) return { left: [] };
      } finally {
        await handle.close();
      }
    }
    throw new Error(`${file} is replaced all the time.`);
  } catch (error) {
    return { left, error };
  }
}

async function openToAppend(file: string): Promise<FileHandle> {
  try {
    return await open(file, 'a+');
  } catch (error) {
    if (!isMissing(error)) throw error;
    await mkdir(path.dirname(file), { recursive: true });
    return open(file, 'a+');
  }
}

/** One write. A full disk may take a part only: the lines that are not wholly in the file come back. */
async function writeSome(
  handle: FileHandle,
  size: number,
  lines: readonly string[],
): Promise<readonly string[]> {
  let start = '';
  if (size === 0) start = `${writeHeader()}\n`;
  // A crash may have left half a line: end it, so that it can't swallow this one.
  else if (!(await endsLine(handle, size))) start = '\n';
  const bytes = Buffer.from(`${start}${lines.join('\n')}\n`);
  const { bytesWritten } = await handle.write(bytes);
  if (bytesWritten === bytes.length) return [];
  let whole = 0;
  for (const byte of bytes.subarray(start.length, bytesWritten)) if (byte === lineEnd) whole++;
  return lines.slice(whole);
}

async function endsLine(handle: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === lineEnd;
}

/** Whether another file, or none, has the name by now. */
async function isReplaced(file: string, handle: FileHandle): Promise<boolean> {
  const [ours, named] = await Promise.all([
    handle.stat({ bigint: true }),
    stat(file, { bigint: true }).catch(missingAs(undefined)),
  ]);
  if (!named) return true;
  if (ours.ino === named.ino && ours.dev === named.dev) return false;
  // Some file systems number a file anew each time; they show by its beginning which one it is.
  const now = await openIfThere(file);
  if (!now) return true;
  try {
    return !(await markOf(now)).equals(await markOf(handle));
  } finally {
    await now.close();
  }
}
