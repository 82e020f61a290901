import type { Entry } from '../core/entry';
import { journalVersion, readEntry } from './entries';
import { type Fields, isFields, migrateLine, versionOf } from './migrations';

/**
 * What a line of a journal is: an entry, the header with the version of the lines below it, `newer` when a
 * newer version wrote it (left as it is), `damaged` when nobody can have meant it so, else nothing.
 */
export type JournalLine =
  | { readonly entry: Entry }
  | { readonly version: number }
  | 'newer'
  | 'damaged'
  | 'blank';

/** Every type of entry that this version knows: another one is a newer version's. */
const types: Readonly<Record<Entry['type'], true>> = {
  win: true,
  withdrawn: true,
  undone: true,
  redone: true,
  task: true,
  taskRemoved: true,
  review: true,
  goal: true,
  goalRemoved: true,
  pause: true,
  pauseRemoved: true,
  reached: true,
};

/** The first line of a journal; `compacted` tells one compacted file from the file it replaced. */
export function writeHeader(compacted?: string): string {
  return JSON.stringify({ type: 'journal', version: journalVersion, ...(compacted && { compacted }) });
}

/** Whether a line looks like a header, as this code writes it. */
export function isHeader(line: string): boolean {
  return line.startsWith('{"type":"journal"');
}

/** The version of a journal that begins so; undefined without a header. */
export function headerVersion(beginning: Buffer): number | undefined {
  const header = /^\s*{\s*"type":\s*"journal",\s*"version":\s*(\d+)/.exec(beginning.toString('utf8'));
  return header ? Number(header[1]) : undefined;
}

/** Whether a newer version wrote a journal that begins so. */
export function isNewer(beginning: Buffer): boolean {
  return (headerVersion(beginning) ?? 0) > journalVersion;
}

/**
 * Reads a line without its line end.
 * @param version what the journal's header says, 0 without one
 */
export function readLine(line: string, version: number): JournalLine {
  const text = bare(line);
  if (text === '') return line.trim() === '' ? 'blank' : 'damaged';
  if (version > journalVersion && !isHeader(text)) return 'newer'; // it may mean something else by the same words
  const entry = isHeader(text) ? undefined : readEntry(text);
  if (entry) return { entry };
  const fields = parse(text);
  if (typeof fields?.type !== 'string') return 'damaged';
  if (fields.type === 'journal') return { version: versionOf(fields) };
  if (!Object.hasOwn(types, fields.type)) return 'newer';
  const older = version < journalVersion && readOlder(fields, version);
  return older ? { entry: older } : 'damaged';
}

function readOlder(line: Fields, version: number): Entry | undefined {
  return readEntry(JSON.stringify(migrateLine(line, version, journalVersion)));
}

function parse(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Without what an editor (byte order mark, CR) or a power cut (NUL bytes) may have put around it. */
function bare(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && isPadding(line, start)) start++;
  while (start < end && isPadding(line, end - 1)) end--;
  return line.slice(start, end);
}

function isPadding(line: string, index: number): boolean {
  const code = line.charCodeAt(index);
  return code <= 0x20 || code === 0xfeff;
}
