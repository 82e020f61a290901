import { randomUUID } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/entry';
import { journalVersion } from './entries';
import { headerVersion, readLine, writeHeader } from './journalLine';
import { isMissing } from './lineReader';

/** A journal is rewritten when more than this, and more than half of it, is superseded. */
const worthwhileBytes = 1 << 20;

const lineEnd = 0x0a;

/** Whether so much of a journal is superseded that rewriting it pays. */
export function isWorthCompacting(superseded: number, size: number): boolean {
  return superseded > worthwhileBytes && superseded > size / 2;
}

/**
 * Rewrites a journal without the lines of wins and tasks that a later line of the same id took the place of;
 * every other line stays byte for byte, so that folding gives the same as before.
 *
 * Safe beside other windows without a lock, because whoever appends wins: the new file grows under a name of
 * its own and appears by one rename. An appender, once its lines are on disk, removes every such unfinished
 * file (`cancelCompactions`), so that the rename fails, and then looks whether the journal was replaced all
 * the same, in which case it appends to the new one. So an acknowledged line either was there before the
 * copying began, or stopped it, or went to the new file. A crash leaves an unfinished file and nothing else.
 * @returns whether the journal was rewritten
 */
export async function compact(file: string): Promise<boolean> {
  const id = randomUUID();
  const draft = `${file}.compacting-${id}`;
  // It must exist before the journal is read: only then does a later append stop it.
  const handle = await open(draft, 'wx');
  try {
    let kept: Buffer;
    try {
      const bytes = await readFile(file);
      // Lines of another version would mean something else below our header.
      if (headerVersion(bytes.subarray(0, 200)) !== journalVersion) return false;
      kept = Buffer.concat([Buffer.from(`${writeHeader(id)}\n`), ...keptLines(bytes)]);
      if (!isWorthCompacting(bytes.length - kept.length, bytes.length)) return false;
      await handle.writeFile(kept);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    await syncFolder(path.dirname(file));
    return true;
  } catch (error) {
    if (isMissing(error)) return false; // cancelled, or nothing to compact
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Stops what other windows may be compacting. */
export async function cancelCompactions(file: string): Promise<void> {
  const folder = path.dirname(file);
  const beginning = `${path.basename(file)}.compacting-`;
  for (const name of await readdir(folder)) {
    if (name.startsWith(beginning)) await rm(path.join(folder, name), { force: true });
  }
}

/** Makes a new or replaced name in a folder last through a power cut, where the system offers that. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows can't, and need not.
  }
}

function keptLines(bytes: Buffer): Buffer[] {
  const lines: { readonly bytes: Buffer; readonly own: string | undefined }[] = [];
  const last = new Map<string, number>();
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(lineEnd, start);
    const end = found < 0 ? bytes.length : found;
    const line = readLine(bytes.toString('utf8', start, end), journalVersion);
    const keys = typeof line === 'object' && 'entry' in line ? keysOf(line.entry) : [];
    for (const key of keys) last.set(key, lines.length);
    lines.push({ bytes: bytes.subarray(start, end + 1), own: keys[0] });
    start = end + 1;
  }
  return lines
    .filter(({ own }, index) => own === undefined || last.get(own) === index)
    .map(line => line.bytes);
}

/**
 * What an entry says anew, its own first: of a kind only the last matters, whatever stands between. A provisional
 * win takes no confirmed one's place (see `takesEffect`).
 */
function keysOf(entry: Entry): string[] {
  if (entry.type === 'task') return [`task ${entry.task.id}`];
  if (entry.type !== 'win') return [];
  const { id, provisional } = entry.win;
  return provisional ? [`provisional ${id}`] : [`confirmed ${id}`, `provisional ${id}`];
}
