import type { Git, GitCall } from './git';
import type { Repository } from './repository';

/**
 * Reads blobs with one `git cat-file --batch`: what the repository holds, unfiltered.
 * @param names shas, or `HEAD:path`; none may hold a line break
 * @param maxBytes larger ones are left out, and never held in memory
 * @returns the text of each blob that is there, by name; bytes that are not UTF-8 become U+FFFD
 */
export async function readBlobs(
  git: Git,
  repository: Repository,
  names: readonly string[],
  maxBytes: number,
  call: Pick<GitCall, 'signal'> = {},
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  const unique = [...new Set(names)].filter(name => !/[\r\n]/.test(name));
  if (unique.length === 0) return texts;
  const reader = new BatchReader(maxBytes);
  let index = 0;
  const output = git.bytes(repository.root, ['cat-file', '--batch'], {
    ...call,
    input: `${unique.join('\n')}\n`,
  });
  for await (const chunk of output) {
    for (const text of reader.push(chunk)) {
      const name = unique[index++];
      if (name !== undefined && text !== undefined) texts.set(name, text);
    }
  }
  return texts;
}

/** Takes the output of `cat-file --batch` apart, piece by piece: a line, then as many bytes as it says. */
class BatchReader {
  private readonly line: number[] = [];
  private body: Buffer[] = [];
  private left = 0;
  private size = 0;
  private inBody = false;

  constructor(private readonly maxBytes: number) {}

  /** The objects that are complete; undefined for one that is missing, no blob, or too large. */
  push(chunk: Buffer): (string | undefined)[] {
    const done: (string | undefined)[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (!this.inBody) {
        const byte = chunk[at++] ?? 0;
        if (byte !== 0x0a) this.line.push(byte);
        else this.begin(done);
        continue;
      }
      // The body, and one line end behind it.
      const part = chunk.subarray(at, at + this.left);
      at += part.length;
      this.left -= part.length;
      if (this.size <= this.maxBytes) this.body.push(part);
      if (this.left === 0) this.finish(done);
    }
    return done;
  }

  private begin(done: (string | undefined)[]): void {
    const header = Buffer.from(this.line).toString('utf8');
    this.line.length = 0;
    const match = /^[0-9a-f]{40,64} (blob|tree|commit|tag) (\d+)$/.exec(header);
    if (!match) {
      done.push(undefined); // "<name> missing"
      return;
    }
    // What is no blob is read past like one that is too large.
    this.size = match[1] === 'blob' ? Number(match[2]) : Number.POSITIVE_INFINITY;
    this.left = Number(match[2]) + 1;
    this.inBody = true;
  }

  private finish(done: (string | undefined)[]): void {
    const isRead = this.size <= this.maxBytes;
    done.push(isRead ? Buffer.concat(this.body).subarray(0, this.size).toString('utf8') : undefined);
    this.body = [];
    this.inBody = false;
  }
}
