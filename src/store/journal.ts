import { mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Entry } from '../core/entry';
import { Turns } from '../turns';
import { appendLines } from './appendLines';
import { compact, isWorthCompacting } from './compaction';
import { journalVersion, readEntry, writeEntry } from './entries';
import { EntryReader } from './entryReader';
import { isNewer, readLine } from './journalLine';
import { isMissing, LineReader } from './lineReader';
import { setFileAside } from './quarantine';
import type { JournalOpened, JournalRead, ProjectJournal, TakeEntry } from './storage';

/**
 * A project's append-only journal: JSON Lines, a header with the version first, then one entry a line.
 * Several windows append to one file; each reads on from where it stopped, so the file's order is
 * everybody's order. Nobody here writes to a journal of a newer version: this version's lines go to
 * `journal-v<version>.jsonl` beside it, which is read after it.
 */
export class Journal implements ProjectJournal {
  readonly folder: string;
  readonly file: string;
  private readonly ownFile: string;
  private lines: EntryReader;
  private ownLines: EntryReader;
  /** Lines that could not be written; they go first next time. */
  private unwritten: readonly string[] = [];
  private readonly writing = new Turns();

  constructor(storage: string, project: string) {
    this.folder = path.join(storage, 'projects', project);
    this.file = path.join(this.folder, 'journal.jsonl');
    this.ownFile = path.join(this.folder, `journal-v${journalVersion}.jsonl`);
    this.lines = new EntryReader(this.file);
    this.ownLines = new EntryReader(this.ownFile);
  }

  /**
   * Writes entries at the end, in one piece.
   * @throws what the file system says; the entries are kept and written with the next ones
   */
  append(entries: readonly Entry[]): Promise<void> {
    return this.appendLines(entries.map(writeEntry));
  }

  /** The entries that wait to be written. */
  get waiting(): readonly Entry[] {
    return this.unwritten.flatMap(line => readEntry(line) ?? []);
  }

  /** Writes what waits. */
  flush(): Promise<void> {
    return this.writing.take(() => this.writeOut());
  }

  /** Reads every entry, from the first; what is damaged is copied aside. Throws nothing. */
  async open(take: TakeEntry): Promise<JournalOpened> {
    // A disk that takes no folder may still have one to read.
    await mkdir(this.folder, { recursive: true }).catch(() => undefined);
    this.lines = new EntryReader(this.file);
    this.ownLines = new EntryReader(this.ownFile);
    const left = { unreadable: 0, newer: 0 };
    try {
      for (const reader of [this.lines, this.ownLines]) {
        await reader.readOn(take);
        // Another window may have been in the middle of writing its last line.
        if (reader.torn !== undefined) await reader.readOn(take);
      }
    } catch (error) {
      return { couldRead: false, ...left, error };
    }
    let told: { aside?: string; error?: unknown } = {};
    for (const { file, damaged, torn, newer } of [this.lines, this.ownLines]) {
      const lines = torn === undefined ? damaged : [...damaged, torn];
      left.unreadable += lines.length;
      left.newer += newer;
      if (lines.length === 0) continue;
      try {
        const aside = await setFileAside(file, lines.join('\n'));
        if (aside) told = { ...told, aside };
      } catch (error) {
        told = { ...told, error };
      }
    }
    return { couldRead: true, ...left, ...told };
  }

  /**
   * Gives the entries written since the last read, by any window.
   * @returns how many
   * @throws what the file system says
   */
  async readOn(take: TakeEntry): Promise<number> {
    const taken = await this.lines.readOn(take);
    return this.lines.isNewer ? taken + (await this.ownLines.readOn(take)) : taken;
  }

  /**
   * Every entry from the first, whatever was read before, and those that wait to be written.
   * @param wanted leaves out lines by their text, which is much faster than parsing them
   */
  async readAll(wanted?: (line: string) => boolean): Promise<JournalRead> {
    const entries: Entry[] = [];
    let unreadable = 0;
    let newer = 0;
    for (const file of [this.file, this.ownFile]) {
      const reader = new EntryReader(file, wanted);
      await reader.readOn(entry => entries.push(entry));
      unreadable += reader.damaged.length;
      newer += reader.newer;
    }
    return { entries: entries.concat(this.waiting), unreadable, newer };
  }

  /** Leaves out lines that later ones took the place of, when they are many; see `compact`. */
  async tidy(superseded: number, size: number): Promise<void> {
    if (isWorthCompacting(superseded, size)) await compact(this.file);
  }

  /**
   * Takes in the entries of another project's journal (a folder that turned out to be this project) and
   * sets that file aside, so that no other window takes it in again. A newer version's is left alone.
   */
  async adopt(other: Journal): Promise<void> {
    await this.appendLines(other.unwritten);
    other.unwritten = [];
    const reader = new LineReader(other.file);
    const lines = await linesToAdopt(reader);
    if (lines.length === 0 || isNewer(reader.beginning)) return;
    await this.appendLines(lines);
    // Only now: a crash in between must leave them where they are found again. Twice changes nothing.
    const aside = `${other.file}.adopted-${Date.now()}`;
    try {
      await rename(other.file, aside);
    } catch (error) {
      if (isMissing(error)) return; // another window was faster
      throw error;
    }
    reader.file = aside;
    const late = await linesToAdopt(reader);
    await this.appendLines([...late, ...adopted(reader.openLine)]);
  }

  private async appendLines(lines: readonly string[]): Promise<void> {
    this.unwritten = [...this.unwritten, ...lines];
    await this.flush();
  }

  private async writeOut(): Promise<void> {
    const lines = this.unwritten;
    if (lines.length === 0) return;
    let result = await appendLines(this.file, lines);
    if (result.newer) result = await appendLines(this.ownFile, lines);
    this.unwritten = [...result.left, ...this.unwritten.slice(lines.length)];
    if (result.error !== undefined) throw result.error;
  }
}

async function linesToAdopt(reader: LineReader): Promise<string[]> {
  const lines: string[] = [];
  await reader.readOn(line => lines.push(...adopted(line)));
  return lines;
}

/** A line as it goes into another journal: an entry, or what only a newer version can tell. */
function adopted(text: string): readonly string[] {
  const line = readLine(text, 0);
  if (line === 'newer') return [text];
  return typeof line === 'object' && 'entry' in line ? [writeEntry(line.entry)] : [];
}
