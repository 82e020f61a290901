import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/ledger';
import { journalVersion, readEntry, writeEntry } from './entries';

const fileName = 'journal.jsonl';

/** What a read found. */
export interface JournalRead {
  readonly entries: readonly Entry[];
  /** Lines that are no entry: kept in the file, left out here. */
  readonly unreadable: number;
}

/**
 * A project's append-only journal: JSON Lines, a header with the version first, then one entry a line.
 * Several windows append to one file; each reads on from where it stopped, so the file's order is
 * everybody's order.
 */
export class Journal {
  readonly folder: string;
  readonly file: string;
  /** Bytes read so far. */
  private position = 0;
  /** The start of a line whose end has not been written yet, perhaps by another window. */
  private partial: Buffer = Buffer.alloc(0);
  /** Lines that could not be written; they go first next time. */
  private unwritten: string[] = [];

  constructor(storage: string, project: string) {
    this.folder = path.join(storage, 'projects', project);
    this.file = path.join(this.folder, fileName);
  }

  /**
   * Writes entries at the end, in one piece.
   * @throws what the file system says; the entries are kept and written with the next ones
   */
  async append(entries: readonly Entry[]): Promise<void> {
    this.unwritten.push(...entries.map(writeEntry));
    await this.flush();
  }

  /** Whether entries wait to be written. */
  get behind(): boolean {
    return this.unwritten.length > 0;
  }

  /** Writes what waits. */
  async flush(): Promise<void> {
    if (this.unwritten.length === 0) return;
    const lines = this.unwritten.slice();
    await mkdir(this.folder, { recursive: true });
    const handle = await open(this.file, 'a+');
    try {
      const { size } = await handle.stat();
      let text = `${lines.join('\n')}\n`;
      if (size === 0) text = `${JSON.stringify({ type: 'journal', version: journalVersion })}\n${text}`;
      // A crash may have left half a line: end it, so that it can't swallow this one.
      else if (!(await endsLine(handle, size))) text = `\n${text}`;
      await handle.appendFile(text, 'utf8');
      await handle.datasync();
    } finally {
      await handle.close();
    }
    this.unwritten = this.unwritten.slice(lines.length);
  }

  /** The entries written since the last read, by any window; at first, all of them. */
  async readOn(): Promise<JournalRead> {
    const bytes = await this.newBytes();
    const text = Buffer.concat([this.partial, bytes]);
    const end = text.lastIndexOf(0x0a) + 1;
    this.partial = text.subarray(end);
    return parseLines(text.subarray(0, end).toString('utf8'));
  }

  /** Every entry from the first, whatever was read before. */
  async readAll(): Promise<JournalRead> {
    return parseLines(await readFile(this.file, 'utf8').catch(missingAs('')));
  }

  /**
   * Takes in the entries of another project's journal (a folder that turned out to be this project) and
   * sets that file aside, so that no other window takes it in again.
   */
  async adopt(other: Journal): Promise<void> {
    const aside = `${other.file}.adopted-${Date.now()}`;
    try {
      await rename(other.file, aside);
    } catch (error) {
      if (isMissing(error)) return;
      throw error;
    }
    const { entries } = parseLines(await readFile(aside, 'utf8'));
    await this.append(entries);
  }

  private async newBytes(): Promise<Buffer> {
    const size = await stat(this.file).then(info => info.size, missingAs(0));
    if (size < this.position) {
      // Replaced by a shorter file: start over. Folding entries twice changes nothing.
      this.position = 0;
      this.partial = Buffer.alloc(0);
    }
    if (size === this.position) return Buffer.alloc(0);
    const handle = await open(this.file, 'r');
    try {
      const buffer = Buffer.alloc(size - this.position);
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, this.position);
      this.position += bytesRead;
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  }
}

async function endsLine(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}

function parseLines(text: string): JournalRead {
  const entries: Entry[] = [];
  let unreadable = 0;
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('{"type":"journal"')) continue;
    const entry = readEntry(line);
    if (entry) entries.push(entry);
    else unreadable++;
  }
  return { entries, unreadable };
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}

function missingAs<T>(value: T): (error: unknown) => T {
  return error => {
    if (isMissing(error)) return value;
    throw error;
  };
}
