import type { Files } from '../../../../src/store/web/files';

/** What a browser keeps, in memory: what tabs share. */
export type Kept = Map<string, string>;

/**
 * A tab's view of it. `blind` tabs see others' files only after `reload`, as VS Code's tabs do that were told
 * nothing. Every change may be made the last one by `stopAfter`, as when the tab is closed.
 */
export class MemoryFiles implements Files {
  /** Changes until everything fails. */
  stopAfter = Number.POSITIVE_INFINITY;
  private seen: Set<string>;

  constructor(
    private readonly kept: Kept,
    private readonly blind = false,
  ) {
    this.seen = new Set(kept.keys());
  }

  reload(): void {
    this.seen = new Set(this.kept.keys());
  }

  async list(folder: string): Promise<readonly string[]> {
    if (!this.blind) this.reload();
    const below = [...this.seen].filter(file => file.startsWith(`${folder}/`));
    return below.map(file => file.slice(folder.length + 1));
  }

  async read(file: string): Promise<string | undefined> {
    return this.seen.has(file) ? this.kept.get(file) : undefined;
  }

  async write(file: string, text: string): Promise<void> {
    this.change();
    this.kept.set(file, text);
    this.seen.add(file);
  }

  async copy(from: string, to: string): Promise<void> {
    await this.write(to, this.kept.get(from) ?? '');
  }

  async remove(file: string): Promise<void> {
    this.change();
    this.kept.delete(file);
    this.seen.delete(file);
  }

  watch(): { dispose(): void } {
    return { dispose: () => undefined };
  }

  private change(): void {
    if (this.stopAfter-- <= 0) throw new Error('The tab is closed.');
  }
}
