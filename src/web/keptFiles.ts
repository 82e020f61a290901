import * as vscode from 'vscode';
import type { Files } from '../store/web/files';

/** What a tab tells the others of a file: its text, or nothing when it is gone. */
interface Told {
  readonly file: string;
  readonly text?: string;
}

/** What a tab asks when it starts: what the others wrote before it could hear them. */
const asksForAll = 'all';

/**
 * The files below the extension's storage, which VS Code keeps in the browser's database. A tab's view of it knows
 * nothing of files that other tabs make after its start, not even by their names. So each tab tells the others what
 * it writes, and what it wrote to those that start later; who misses that sees it after the next start.
 */
export class KeptFiles implements Files, vscode.Disposable {
  /** By path: files of other tabs. */
  private readonly told = new Map<string, string>();
  /** Paths of files that this tab wrote. */
  private readonly written = new Set<string>();
  private readonly changed = new vscode.EventEmitter<string>();
  private readonly channel = new BroadcastChannel('microwins.files');

  constructor(private readonly storage: vscode.Uri) {
    this.channel.onmessage = ({ data }) => void (data === asksForAll ? this.tellAll() : this.hear(data));
    this.channel.postMessage(asksForAll);
  }

  async list(folder: string): Promise<readonly string[]> {
    const listed = await vscode.workspace.fs.readDirectory(this.at(folder)).then(undefined, missingAs([]));
    const told = [...this.told.keys()].filter(file => folderOf(file) === folder);
    return [
      ...new Set([...listed.map(([name]) => name), ...told.map(file => file.slice(folder.length + 1))]),
    ];
  }

  async read(file: string): Promise<string | undefined> {
    const told = this.told.get(file);
    if (told !== undefined) return told;
    const bytes = await vscode.workspace.fs.readFile(this.at(file)).then(undefined, missingAs(undefined));
    return bytes && new TextDecoder().decode(bytes);
  }

  async write(file: string, text: string): Promise<void> {
    await vscode.workspace.fs.writeFile(this.at(file), new TextEncoder().encode(text));
    this.written.add(file);
    this.tell({ file, text });
  }

  async copy(from: string, to: string): Promise<void> {
    await vscode.workspace.fs.copy(this.at(from), this.at(to), { overwrite: true });
  }

  async remove(file: string): Promise<void> {
    this.told.delete(file);
    this.written.delete(file);
    await vscode.workspace.fs.delete(this.at(file)).then(undefined, missingAs(undefined));
    this.tell({ file });
  }

  watch(folder: string, onChange: () => void): vscode.Disposable {
    return this.changed.event(changed => changed === folder && onChange());
  }

  dispose(): void {
    this.channel.close();
    this.changed.dispose();
  }

  private tell(told: Told): void {
    this.channel.postMessage(told);
  }

  private async tellAll(): Promise<void> {
    for (const file of [...this.written, ...this.told.keys()]) {
      // One that can't be read now is found at the next start.
      const text = await this.read(file).catch(() => undefined);
      if (text !== undefined) this.tell({ file, text });
    }
  }

  /** Whoever shares our origin may say anything: it is taken for a file's text, which is judged like any other. */
  private hear(said: unknown): void {
    const { file, text } = (said ?? {}) as Partial<Told>;
    if (typeof file !== 'string') return;
    if (typeof text === 'string') this.told.set(file, text);
    else this.told.delete(file);
    this.changed.fire(folderOf(file));
  }

  private at(file: string): vscode.Uri {
    return vscode.Uri.joinPath(this.storage, file);
  }
}

function folderOf(file: string): string {
  return file.slice(0, Math.max(file.lastIndexOf('/'), 0));
}

/** For a failure: a value for a missing file; every other error goes on. */
function missingAs<T>(value: T): (error: unknown) => T {
  return error => {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return value;
    throw error;
  };
}
