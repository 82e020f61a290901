import path from 'node:path';
import { readBlobs } from '../git/blobs';
import type { Git } from '../git/git';
import type { Repository } from '../git/repository';
import { readRegularFile } from '../regularFile';
import { type ClosedTodo, closedTodos, type FileChange } from './closing';
import { maxFileBytes } from './diff';
import { scanTodos, type TodoReader } from './reader';
import type { Todo } from './todo';

/** Files remembered, so that saving one again asks git nothing. */
const maxFiles = 300;

interface FileTodos {
  /** At HEAD; undefined when HEAD does not hold the file. */
  readonly before: readonly Todo[] | undefined;
  /** As saved; undefined when the file is gone. */
  readonly after: readonly Todo[] | undefined;
  readonly excluded: boolean;
}

/** What saved files did to the TODOs of HEAD: one process for files that are saved for the first time. */
export class WorkingTree {
  private readonly files = new Map<string, FileTodos>();

  constructor(
    private readonly git: Git,
    private readonly repository: Repository,
  ) {}

  /** Whether a path (relative, forward slashes) is being compared. */
  has(file: string): boolean {
    return this.files.has(file);
  }

  /** Files were saved, each with this text; undefined when it is gone. At most one process for all of them. */
  async saved(texts: ReadonlyMap<string, string | undefined>, reader: TodoReader): Promise<void> {
    const files = [...texts.keys()].filter(file => reader.roleOf(file) !== 'none');
    const unknown = files.filter(file => !this.files.has(file));
    const heads = unknown.length > 0 ? await this.atHead(unknown, reader) : new Map();
    for (const file of files) {
      const known = this.files.get(file);
      const text = texts.get(file);
      this.files.set(file, {
        before: known ? known.before : heads.get(file),
        after: text === undefined ? undefined : scanTodos(reader, file, text),
        excluded: reader.roleOf(file) === 'excluded',
      });
    }
  }

  /** HEAD moved: everything that is compared, and these files too, is read again. */
  async reread(more: readonly string[], reader: TodoReader): Promise<void> {
    const paths = [...new Set([...this.files.keys(), ...more])].filter(
      file => reader.roleOf(file) !== 'none',
    );
    this.files.clear();
    const heads = await this.atHead(paths, reader);
    for (const file of paths) {
      const text = await this.onDisk(file);
      this.files.set(file, {
        before: heads.get(file),
        after: text === undefined ? undefined : scanTodos(reader, file, text),
        excluded: reader.roleOf(file) === 'excluded',
      });
    }
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
        before: before ?? [],
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
      if (after !== undefined && text(before) === text(after)) this.files.delete(file);
    }
  }

  private async atHead(paths: readonly string[], reader: TodoReader): Promise<Map<string, readonly Todo[]>> {
    const names = paths.map(file => `HEAD:${file}`);
    const texts = await readBlobs(this.git, this.repository, names, maxFileBytes);
    const todos = new Map<string, readonly Todo[]>();
    for (const file of paths) {
      const text = texts.get(`HEAD:${file}`);
      if (text !== undefined) todos.set(file, scanTodos(reader, file, text));
    }
    return todos;
  }
}
