import type { Entry } from '../../core/entry';
import { Turns } from '../../turns';
import { asideName } from '../digest';
import { journalVersion, readEntry, writeEntry } from '../entries';
import type { JournalOpened, JournalRead, ProjectJournal, TakeEntry } from '../storage';
import { type Batch, batchesOf, batchText, inOrder, nameOf, type Taken, takeBatches } from './batches';
import type { Files } from './files';

/** Small files beyond this number are put together when the journal is opened. */
const mostFiles = 32;
/** A file longer than this, UTF-16 units, stays as it is. */
const largeFile = 1 << 16;

/** A file of batches; a copy of a damaged one has a longer name. */
const fileName = /^\d{15}-[\w-]+\.jsonl$/;

interface ReadFile {
  readonly name: string;
  readonly text: string;
  readonly batches: readonly Batch[];
}

/**
 * A project's journal where nothing can be added to a file and tabs can't lock: each write is a new file with a name
 * of its own, so that no tab overwrites another's. The lines carry when and by whom they were written, and are read
 * in that order, the same in every tab. Files put together keep it, so any tab may do that at any time: the new file
 * is there before the old ones go, and a batch that is read twice counts once.
 */
export class BatchJournal implements ProjectJournal {
  private readonly by = crypto.randomUUID();
  /** Files that were read. */
  private read = new Set<string>();
  /** Batches that were given. */
  private given = new Set<string>();
  private latest: Batch | undefined;
  /** When the last batch was written here. */
  private written = 0;
  private unwritten: readonly string[] = [];
  private readonly writing = new Turns();

  constructor(
    private readonly files: Files,
    /** Its folder. */
    readonly file: string,
    private readonly now: () => number = Date.now,
  ) {}

  get waiting(): readonly Entry[] {
    return this.unwritten.flatMap(line => readEntry(line) ?? []);
  }

  async append(entries: readonly Entry[]): Promise<void> {
    this.unwritten = [...this.unwritten, ...entries.map(writeEntry)];
    await this.flush();
  }

  flush(): Promise<void> {
    return this.writing.take(() => this.writeOut());
  }

  async open(take: TakeEntry): Promise<JournalOpened> {
    let files: readonly ReadFile[];
    try {
      files = await this.readFiles(await this.names());
    } catch (error) {
      return { couldRead: false, unreadable: 0, newer: 0, error };
    }
    this.read = new Set();
    this.given = new Set();
    this.latest = undefined;
    const { damaged, newer } = this.give(files, take);
    const told = damaged.length > 0 ? await this.setDamagedAside(files) : {};
    return { couldRead: true, unreadable: damaged.length, newer, ...told };
  }

  async readOn(take: TakeEntry): Promise<number> {
    const fresh = (await this.names()).filter(name => !this.read.has(name));
    const files = await this.readFiles(fresh);
    const batches = files.flatMap(file => file.batches).filter(batch => !this.given.has(nameOf(batch)));
    const { latest } = this;
    if (!latest || batches.every(batch => inOrder(batch, latest) > 0)) return this.give(files, take).taken;
    // Another tab's came in between: from the first again, in everybody's order.
    const all = await this.readFiles(await this.names());
    this.given = new Set();
    this.latest = undefined;
    return this.give(all, take).taken;
  }

  async readAll(wanted?: (line: string) => boolean): Promise<JournalRead> {
    const entries: Entry[] = [];
    const batches = inEverybodysOrder(await this.readFiles(await this.names()));
    const { damaged, newer } = takeBatches(batches, entry => entries.push(entry), wanted);
    return { entries: entries.concat(this.waiting), unreadable: damaged.length, newer };
  }

  /** Puts small files together when they have become many. */
  async tidy(): Promise<void> {
    if (this.read.size <= mostFiles) return;
    const files = (await this.readFiles([...this.read])).filter(isTidy);
    if (files.length <= mostFiles) return;
    const name = newName(this.now());
    await this.files.write(`${this.file}/${name}`, inEverybodysOrder(files).map(batchText).join(''));
    this.read.add(name);
    for (const old of files) await this.files.remove(`${this.file}/${old.name}`);
  }

  async adopt(other: BatchJournal): Promise<void> {
    await this.append(other.waiting);
    other.unwritten = [];
    // As they are, with what is damaged or a newer version's. Twice changes nothing: each batch counts once.
    for (const { name, text } of await other.readFiles(await other.names())) {
      await this.files.write(`${this.file}/${name}`, text);
      await this.files.remove(`${other.file}/${name}`);
    }
  }

  private async writeOut(): Promise<void> {
    const lines = this.unwritten;
    if (lines.length === 0) return;
    const batch = { at: this.nextTime(), by: this.by, version: journalVersion, lines };
    await this.files.write(`${this.file}/${newName(batch.at)}`, batchText(batch));
    this.unwritten = this.unwritten.slice(lines.length);
  }

  /** Later than all that is known here, whatever the clock says: an answer never comes before its question. */
  private nextTime(): number {
    this.written = Math.max(this.now(), (this.latest?.at ?? 0) + 1, this.written + 1);
    return this.written;
  }

  private async names(): Promise<string[]> {
    return (await this.files.list(this.file)).filter(name => fileName.test(name));
  }

  /** What another tab put together with others meanwhile is left out. */
  private async readFiles(names: readonly string[]): Promise<ReadFile[]> {
    const files = await Promise.all(
      names.map(async (name): Promise<ReadFile[]> => {
        const text = await this.files.read(`${this.file}/${name}`);
        return text === undefined ? [] : [{ name, text, batches: batchesOf(name, text) }];
      }),
    );
    return files.flat();
  }

  private give(files: readonly ReadFile[], take: TakeEntry): Taken {
    const fresh = inEverybodysOrder(files).filter(batch => !this.given.has(nameOf(batch)));
    const result = takeBatches(fresh, take);
    for (const batch of fresh) this.given.add(nameOf(batch));
    this.latest = fresh.at(-1) ?? this.latest;
    for (const { name } of files) this.read.add(name);
    return result;
  }

  private async setDamagedAside(files: readonly ReadFile[]): Promise<Pick<JournalOpened, 'aside' | 'error'>> {
    let told = {};
    for (const { name, batches } of files) {
      const { damaged } = takeBatches(batches);
      if (damaged.length === 0) continue;
      try {
        const aside = await this.setAside(name, damaged.join('\n'));
        if (aside) told = { ...told, aside };
      } catch (error) {
        told = { ...told, error };
      }
    }
    return told;
  }

  /** Keeps a copy of a damaged file beside it. @returns its path; undefined when there is one already */
  private async setAside(file: string, text: string): Promise<string | undefined> {
    const damage = { name: file.replace('.jsonl', ''), ending: '.jsonl', text };
    const copy = asideName(damage, await this.files.list(this.file), new Date(this.now()));
    if (copy === undefined) return undefined;
    await this.files.copy(`${this.file}/${file}`, `${this.file}/${copy}`);
    return `${this.file}/${copy}`;
  }
}

/** Each batch once. */
function inEverybodysOrder(files: readonly ReadFile[]): Batch[] {
  const byName = new Map(files.flatMap(file => file.batches).map(batch => [nameOf(batch), batch]));
  return [...byName.values()].sort(inOrder);
}

function newName(at: number): string {
  return `${String(at).padStart(15, '0')}-${crypto.randomUUID()}.jsonl`;
}

/** What is damaged or a newer version's stays in its own file. */
function isTidy(file: ReadFile): boolean {
  if (file.text.length > largeFile) return false;
  const { damaged, newer } = takeBatches(file.batches);
  return damaged.length === 0 && newer === 0;
}
