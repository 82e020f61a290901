import { type FileHandle, open } from 'node:fs/promises';

/** Bytes read at a time: small enough that a long journal doesn't hold up the extension host. */
const chunkBytes = 1 << 20;

/** Bytes from a file's beginning that tell it from another file put in its place. */
const markBytes = 160;

const lineEnd = 0x0a;

/**
 * Reads a growing file line by line, each time from where it stopped. A file that was replaced is read from
 * its beginning.
 */
export class LineReader {
  private position = 0;
  private mark: Buffer = Buffer.alloc(0);
  /** The start of a line whose end has not been written yet, perhaps by another window. */
  private partial: Buffer[] = [];

  constructor(
    /** May be set anew when the same file got another name. */
    public file: string,
    /** Called when reading starts over. */
    private readonly onStart: () => void = () => undefined,
  ) {}

  /** The file's first bytes, as last seen. */
  get beginning(): Buffer {
    return this.mark;
  }

  /** What stands after the last line end. */
  get openLine(): string {
    return Buffer.concat(this.partial).toString('utf8');
  }

  /**
   * Gives every line written since to `take`, without its end. A missing file has none.
   * @returns how many bytes were new
   * @throws what the file system says; the next read starts over
   */
  async readOn(take: (line: string) => void): Promise<number> {
    let read = 0;
    try {
      const handle = await openIfThere(this.file);
      if (!handle) {
        this.startOver();
        return 0;
      }
      try {
        const [{ size }, mark] = await Promise.all([handle.stat(), markOf(handle)]);
        if (size < this.position || !mark.subarray(0, this.mark.length).equals(this.mark)) this.startOver();
        this.mark = mark;
        const chunk = Buffer.allocUnsafe(Math.max(1, Math.min(chunkBytes, size - this.position)));
        while (this.position < size) {
          const { bytesRead } = await handle.read(chunk, 0, chunk.length, this.position);
          if (bytesRead === 0) break;
          this.position += bytesRead;
          read += bytesRead;
          this.split(chunk.subarray(0, bytesRead), take);
        }
      } finally {
        await handle.close();
      }
    } catch (error) {
      this.startOver();
      throw error;
    }
    return read;
  }

  private startOver(): void {
    this.position = 0;
    this.mark = Buffer.alloc(0);
    this.partial = [];
    this.onStart();
  }

  private split(bytes: Buffer, take: (line: string) => void): void {
    const end = bytes.lastIndexOf(lineEnd);
    if (end >= 0) {
      const text = Buffer.concat([...this.partial, bytes.subarray(0, end)]).toString('utf8');
      for (const line of text.split('\n')) take(line);
      this.partial = [];
    }
    if (end + 1 < bytes.length) this.partial.push(Buffer.from(bytes.subarray(end + 1)));
  }
}

/** The first bytes of an open file. */
export async function markOf(handle: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(markBytes), 0, markBytes, 0);
  return buffer.subarray(0, bytesRead);
}

/** Opens a file for reading; undefined when there is none. */
export function openIfThere(file: string): Promise<FileHandle | undefined> {
  return open(file, 'r').catch(missingAs(undefined));
}

/** For `catch`: a value for a missing file; every other error goes on. */
export function missingAs<T>(value: T): (error: unknown) => T {
  return error => {
    if (isMissing(error)) return value;
    throw error;
  };
}

/** Whether the file system says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
