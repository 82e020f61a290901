import { isHeader, readLine } from '../journalLine';
import type { TakeEntry } from '../storage';

/** Lines that were written at once, with what orders them among those of all tabs. */
export interface Batch {
  /** When, ms since the epoch, but after everything that its writer had read. */
  readonly at: number;
  /** Who wrote it. */
  readonly by: string;
  /** The version of its lines. */
  readonly version: number;
  /** Without the header. */
  readonly lines: readonly string[];
}

/** The text of a batch, with the header that a file's part begins with. */
export function batchText({ at, by, version, lines }: Batch): string {
  return `${[JSON.stringify({ type: 'journal', version, at, by }), ...lines].join('\n')}\n`;
}

/** The batches of a file, in its order. What stands before a first header, or below a broken one, is in one as well. */
export function batchesOf(name: string, text: string): Batch[] {
  const batches: (Batch & { readonly lines: string[] })[] = [];
  for (const line of text.split('\n')) {
    const header = isHeader(line) ? readHeader(line) : undefined;
    if (header) batches.push({ ...header, lines: [] });
    else if (line.trim() === '') continue;
    else if (batches.length > 0) batches.at(-1)?.lines.push(line);
    // Only damage leads here: its place is where the file was written.
    else batches.push({ at: Number.parseInt(name, 10) || 0, by: name, version: 0, lines: [line] });
  }
  return batches;
}

/** What tells a batch from all others. */
export function nameOf({ at, by }: Batch): string {
  return `${at} ${by}`;
}

/** The order of batches, the same for everybody. */
export function inOrder(one: Batch, other: Batch): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.by < other.by ? -1 : Number(one.by > other.by);
}

/** What became of the lines of batches. */
export interface Taken {
  /** How many entries. */
  readonly taken: number;
  readonly damaged: readonly string[];
  /** How many lines of a newer version. */
  readonly newer: number;
}

/** Gives the entries of batches. @param wanted leaves out lines that need not be parsed */
export function takeBatches(
  batches: readonly Batch[],
  take: TakeEntry = () => undefined,
  wanted: (line: string) => boolean = () => true,
): Taken {
  const damaged: string[] = [];
  let [taken, newer] = [0, 0];
  for (const { version, lines } of batches) {
    for (const text of lines.filter(wanted)) {
      const line = readLine(text, version);
      if (line === 'damaged') damaged.push(text);
      else if (line === 'newer') newer++;
      else if (typeof line === 'object' && 'entry' in line) {
        taken++;
        take(line.entry, text.length);
      }
    }
  }
  return { taken, damaged, newer };
}

function readHeader(line: string): Omit<Batch, 'lines'> | undefined {
  try {
    const { version, at, by }: Record<string, unknown> = JSON.parse(line);
    if (typeof version !== 'number' || typeof at !== 'number' || typeof by !== 'string') return undefined;
    return { version, at, by };
  } catch {
    return undefined; // a damaged line like any other
  }
}
