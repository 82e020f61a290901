import path from 'node:path';
import { readBlobs } from '../git/blobs';
import type { Git } from '../git/git';
import { readReflog } from '../git/reflog';
import type { Repository } from '../git/repository';
import { readRegularFile } from '../regularFile';
import { type ClosedTodo, closedTodos, type FileChange } from './closing';
import { maxFileBytes } from './diff';
import { areComparable, type Form, formOf, scanFile, type TodoReader } from './reader';
import type { Todo } from './todo';

/** Files remembered, so that saving one again asks git nothing. */
const maxFiles = 300;

/** A file as HEAD has it. */
interface HeadFile {
  readonly todos: readonly Todo[];
  readonly form: Form;
}

interface FileTodos {
  /** Undefined when HEAD does not hold the file. */
  readonly before: HeadFile | undefined;
  /** As saved; undefined when the file is gone. */
  readonly after: readonly Todo[] | undefined;
  readonly excluded: boolean;
}

/** What saved files did to the TODOs of HEAD: one process for files that are saved for the first time. */
export class WorkingTree {
  private files = new Map<string, FileTodos>();
  /** The commit that HEAD was when the files were read; undefined where there is no reflog. */
  private head: string | undefined;

  constructor(
    private readonly git: Git,
    readonly repository: Repository,
  ) {}

  /** Whether a path (relative, forward slashes) is being compared. */
  has(file: string): boolean {
    return this.files.has(file);
  }

  /** Whether HEAD is another commit than the files were compared with. */
  async hasMoved(): Promise<boolean> {
    return this.files.size > 0 && (await this.headNow()) !== this.head;
  }

  /** Files were saved, each with this text; undefined when it is gone. At most one process for all of them. */
  async saved(texts: ReadonlyMap<string, string | undefined>, reader: TodoReader): Promise<void> {
    const files = [...texts.keys()].filter(file => reader.roleOf(file) !== 'none');
    if (files.length === 0) return;
    if (this.files.size === 0) this.head = await this.headNow();
    else if (await this.hasMoved()) await this.reread(files, reader);
    const unknown = files.filter(file => !this.files.has(file));
    const heads = unknown.length > 0 ? await this.atHead(unknown, reader) : new Map<string, HeadFile>();
    for (const file of files) {
      const known = this.files.get(file);
      const text = texts.get(file);
      const before = known ? known.before : heads.get(file);
      // The editor knows the file's encoding, and HEAD's text was read without: then the disk is read so, too.
      const raw = before?.form === 'other' && text !== undefined ? await this.onDisk(file) : undefined;
      this.files.set(file, fileTodos(before, raw ?? text, file, reader));
    }
  }

  /** HEAD moved: everything that is compared, and these files too, is read again. */
  async reread(more: readonly string[], reader: TodoReader): Promise<void> {
    const paths = [...new Set([...this.files.keys(), ...more])].filter(
      file => reader.roleOf(file) !== 'none',
    );
    const head = await this.headNow();
    const heads = await this.atHead(paths, reader);
    const files = new Map<string, FileTodos>();
    for (const file of paths) {
      files.set(file, fileTodos(heads.get(file), await this.onDisk(file), file, reader));
    }
    // At once: what git could not read just now is still compared with what it was.
    this.files = files;
    this.head = head;
  }

  /** The text of a file on disk; undefined when it is gone or too large. */
  async onDisk(file: string): Promise<string | undefined> {
    return (await readRegularFile(path.join(this.repository.root, file), maxFileBytes))?.text;
  }

  /** The TODOs that HEAD holds and the saved files no longer do. */
  closed(): ClosedTodo[] {
    const files = [...this.files].map(
      ([file, { before, after, excluded }]): FileChange => ({
        ...(before === undefined ? {} : { pathBefore: file }),
        ...(after === undefined ? {} : { pathAfter: file }),
        before: before?.todos ?? [],
        after: after ?? [],
        deleted: after === undefined,
        excluded,
      }),
    );
    this.forgetUnchanged();
    return closedTodos(files);
  }

  /** Files whose TODOs are as HEAD has them are let go when there are many. */
  private forgetUnchanged(): void {
    if (this.files.size <= maxFiles) return;
    const text = (todos: readonly Todo[] = []): string =>
      todos.map(({ tag, text }) => `${tag} ${text}`).join('\n');
    for (const [file, { before, after }] of this.files) {
      if (after !== undefined && text(before?.todos) === text(after)) this.files.delete(file);
    }
  }

  private async headNow(): Promise<string | undefined> {
    return (await readReflog(this.repository.reflog))?.head;
  }

  private async atHead(paths: readonly string[], reader: TodoReader): Promise<Map<string, HeadFile>> {
    const names = paths.map(file => `HEAD:${file}`);
    const texts = await readBlobs(this.git, this.repository, names, maxFileBytes);
    const files = new Map<string, HeadFile>();
    for (const file of paths) {
      const text = texts.get(`HEAD:${file}`);
      if (text === undefined) continue;
      const todos = scanFile(reader, file, text);
      files.set(file, { todos, form: formOf(text) });
    }
    return files;
  }
}

/** A file at HEAD and as it is; where the two can't be compared, it is taken for unchanged. */
function fileTodos(
  before: HeadFile | undefined,
  text: string | undefined,
  file: string,
  reader: TodoReader,
): FileTodos {
  const excluded = reader.roleOf(file) === 'excluded';
  if (text === undefined) return { before, after: undefined, excluded };
  const isUnclear = before && !areComparable(before.form, formOf(text));
  return { before, after: isUnclear ? before.todos : scanFile(reader, file, text), excluded };
}
