/** Files larger than this are not read. */
export const maxFileBytes = 1024 * 1024;

/** Commits that change more files than this are not read. */
export const maxCommitFiles = 500;

/** Of the files in no known language so many of a commit are read, at most, and none that is larger. */
const maxPlainFiles = 20;
export const maxPlainBytes = 64 * 1024;

/** One changed file of a commit, as `git log --raw` tells it. */
export interface RawChange {
  readonly oldMode: string;
  readonly newMode: string;
  readonly oldSha: string;
  readonly newSha: string;
  readonly status: 'A' | 'C' | 'D' | 'M' | 'R' | 'T' | 'U' | 'X';
  /** Likeness in percent, for renames and copies. */
  readonly score?: number;
  /** Before the change; for an added file, the path after it. */
  readonly oldPath: string;
  /** After the change; for a deleted file, the path before it. */
  readonly newPath: string;
}

/** A commit and its changes. */
export interface RawCommit {
  /** The fields of the format, in its order. */
  readonly fields: readonly string[];
  readonly changes: readonly RawChange[];
}

/** Starts each commit in the output; no field but the first may start with it. */
const commitMark = '\x01';

/**
 * The arguments for `git log`/`git rev-list` output that `RawLogParser` reads. Merges show no changes.
 * @param fields placeholders that cannot yield a NUL (`%H`, `%at`, `%B` …)
 */
export function rawLogArguments(fields: readonly string[]): string[] {
  return [
    '-z',
    '--raw',
    '--no-abbrev',
    '-M',
    '--no-textconv',
    '--no-ext-diff',
    `--format=%x01${fields.join('%x00')}`,
  ];
}

const record = /^\n?:(\d{6}) (\d{6}) ([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([ACDMRTUX])(\d*)$/;

/**
 * Reads the output of `git log` with `rawLogArguments`, piece by piece. Fields are counted, never searched for,
 * so no subject, body or path can pass for something else.
 */
export class RawLogParser {
  private rest: string[] = [];
  private fields: string[] = [];
  private changes: RawChange[] = [];
  private header: string | undefined;
  private paths: string[] = [];
  private begun = false;

  /** @param fieldCount how many fields the format has */
  constructor(private readonly fieldCount: number) {}

  /** Takes the next piece of output (decoded as a stream) and returns the commits that are complete. */
  push(piece: string): RawCommit[] {
    const done: RawCommit[] = [];
    const tokens = piece.split('\0');
    const tail = tokens.pop() ?? '';
    for (const token of tokens) {
      this.rest.push(token);
      this.token(this.rest.join(''), done);
      this.rest = [];
    }
    if (tail !== '') this.rest.push(tail);
    return done;
  }

  /** Ends the output; returns the last commit. What was cut off in the middle is left out. */
  end(): RawCommit[] {
    // Without a NUL at the end git still wrote the last field in full.
    const done: RawCommit[] = [];
    if (this.rest.length > 0) this.token(this.rest.splice(0).join(''), done);
    if (this.header === undefined) this.finish(done);
    return done;
  }

  private token(token: string, done: RawCommit[]): void {
    if (this.header !== undefined) this.path(token);
    else if (this.begun && this.fields.length < this.fieldCount) this.fields.push(token);
    else if (token.startsWith(commitMark)) {
      this.finish(done);
      this.begun = true;
      this.fields = [token.slice(1)];
    } else if (record.test(token)) this.header = token;
    // Anything else is a form this parser does not ask for (a merge's `::`): without effect.
  }

  private path(token: string): void {
    this.paths.push(token);
    const match = record.exec(this.header ?? '');
    if (!match) return;
    const [, oldMode = '', newMode = '', oldSha = '', newSha = '', status = '', score = ''] = match;
    if (this.paths.length < (status === 'R' || status === 'C' ? 2 : 1)) return;
    const [oldPath = '', newPath = oldPath] = this.paths;
    const change = {
      oldMode,
      newMode,
      oldSha,
      newSha,
      status: status as RawChange['status'],
      oldPath,
      newPath,
    };
    this.changes.push(score === '' ? change : { ...change, score: Number(score) });
    this.header = undefined;
    this.paths = [];
  }

  private finish(done: RawCommit[]): void {
    if (this.begun && this.fields.length === this.fieldCount) {
      done.push({ fields: this.fields, changes: this.changes });
    }
    this.begun = false;
    this.fields = [];
    this.changes = [];
  }
}

/** One file of which a version, or two, are to be read. */
export interface FileRead {
  readonly pathBefore?: string;
  readonly pathAfter?: string;
  readonly shaBefore?: string;
  readonly shaAfter?: string;
}

/** What to read of a commit. */
export interface ReadPlan {
  /** Changed files that count: both versions. Nothing here: the commit can't have closed a TODO. */
  readonly changed: readonly FileRead[];
  /** Files where a TODO may have moved: added ones and excluded ones. Only needed when one is gone from `changed`. */
  readonly targets: readonly FileRead[];
  /** Files in no known language, which only mention TODOs. Needed as `targets` are. */
  readonly plain: readonly FileRead[];
  /** Why the commit is not read at all, for the log. */
  readonly skipped?: string;
}

/** What a path is to the reader: its closed TODOs count; it is excluded; it can't hold TODOs at all. */
export type PathRole = 'counts' | 'excluded' | 'none';

const fileModes = new Set(['100644', '100755']);

/**
 * Which blobs tell whether a commit closed a TODO: of regular files only, and none of a file that was deleted,
 * or renamed without a change.
 */
export function planReads(changes: readonly RawChange[], roleOf: (path: string) => PathRole): ReadPlan {
  if (changes.length > maxCommitFiles) {
    return {
      changed: [],
      targets: [],
      plain: [],
      skipped: `changes ${changes.length} files, more than ${maxCommitFiles}`,
    };
  }
  const changed: FileRead[] = [];
  const targets: FileRead[] = [];
  const plain: FileRead[] = [];
  for (const change of changes) {
    const { status, oldMode, newMode, oldSha, newSha, oldPath, newPath } = change;
    if (!fileModes.has(newMode)) continue;
    const role = roleOf(newPath);
    const elsewhere = role === 'none' ? plain : targets;
    if (status === 'A' || status === 'C') elsewhere.push({ pathAfter: newPath, shaAfter: newSha });
    else if ((status === 'M' || status === 'R') && oldSha !== newSha && fileModes.has(oldMode)) {
      const read = { pathBefore: oldPath, pathAfter: newPath, shaBefore: oldSha, shaAfter: newSha };
      (role === 'counts' ? changed : elsewhere).push(read);
    }
  }
  return { changed, targets, plain: plain.slice(0, maxPlainFiles) };
}
