import { journalVersion } from './entries';
import { isHeader, isNewer, readLine } from './journalLine';
import { LineReader } from './lineReader';
import type { TakeEntry } from './storage';

/** Reads the entries of one journal file, each time from where it stopped, and keeps account of what is none. */
export class EntryReader {
  /** Lines that are no entry, since the file's beginning. */
  damaged: string[] = [];
  /** Lines of a newer version, since the file's beginning. */
  newer = 0;
  private version = 0;
  private readonly reader: LineReader;

  /** @param wanted leaves out lines that need not be parsed */
  constructor(
    readonly file: string,
    private readonly wanted?: (line: string) => boolean,
  ) {
    this.reader = new LineReader(file, () => {
      this.damaged = [];
      this.newer = 0;
      this.version = 0;
    });
  }

  /** Whether a newer version wrote the file, or its end; judged as those who append do, by a damaged header too. */
  get isNewer(): boolean {
    return this.version > journalVersion || isNewer(this.reader.beginning);
  }

  /** A last line without an end that is no entry: half a line, if nobody is writing it just now. */
  get torn(): string | undefined {
    const { openLine } = this.reader;
    return readLine(openLine, this.version) === 'damaged' ? openLine : undefined;
  }

  /**
   * Gives the entries written since the last time.
   * @returns how many
   * @throws what the file system says; the next read starts over
   */
  async readOn(take: TakeEntry): Promise<number> {
    let taken = 0;
    const takeLine = (text: string): 'damaged' | 'newer' | undefined => {
      if (this.wanted && !isHeader(text) && !this.wanted(text)) return undefined;
      const line = readLine(text, this.version);
      if (typeof line === 'string') return line === 'blank' ? undefined : line;
      if ('version' in line) {
        this.version = line.version;
        return undefined;
      }
      taken++;
      take(line.entry, text.length);
      return undefined;
    };
    const read = await this.reader.readOn(text => {
      const left = takeLine(text);
      if (left === 'damaged') this.damaged.push(text);
      else if (left === 'newer') this.newer++;
    });
    // A whole last line that only lacks its end counts at once; folding it again later changes nothing.
    if (read > 0) takeLine(this.reader.openLine);
    return taken;
  }
}
