import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Entry } from '../../../src/core/entry';
import type { Win } from '../../../src/core/win';
import { writeEntry } from '../../../src/store/entries';
import { Journal } from '../../../src/store/journal';
import { Project } from '../../../src/store/project';

/** The header of a journal of this version. */
export const header = '{"type":"journal","version":1}';

/** A win as a detector makes it. */
export function makeWin(id: string, more: Partial<Win> = {}): Win {
  return {
    id,
    kind: 'commit',
    at: 1_763_500_000_000,
    day: '2026-11-18',
    title: `Change ${id}`,
    provisional: false,
    why: 'You made this commit.',
    source: { repository: 'thing', branch: 'main' },
    ...more,
  };
}

/** The entry of `makeWin`. */
export function won(id: string, more: Partial<Win> = {}): Entry {
  return { type: 'win', win: makeWin(id, more), offset: 60 };
}

/** A journal's line with a win. */
export function lineOf(id: string): string {
  return writeEntry(won(id));
}

/** An extension's storage folder with one project, `p`. */
export class Storage {
  private constructor(readonly folder: string) {}

  static async create(): Promise<Storage> {
    return new Storage(await mkdtemp(path.join(os.tmpdir(), 'microwins-store-')));
  }

  /** A window's view of the project, opened. */
  async open(): Promise<Project> {
    const project = this.project();
    await project.open();
    return project;
  }

  /** A window's view of the project, not opened yet. */
  project(id = 'p'): Project {
    return new Project(id, new Journal(this.folder, id), undefined);
  }

  get journal(): string {
    return this.project().journal.file;
  }

  /** Puts a journal there as it is. */
  async put(content: string | Buffer, id = 'p'): Promise<void> {
    const { folder, file } = new Journal(this.folder, id);
    await mkdir(folder, { recursive: true });
    await writeFile(file, content);
  }

  /** The journal's text. */
  async read(): Promise<string> {
    return readFile(this.journal, 'utf8');
  }

  /** Names of the files in the project's folder. */
  async names(): Promise<string[]> {
    return (await readdir(path.dirname(this.journal))).sort();
  }

  /** The files of a folder; text in Latin 1, a character a byte. */
  async filesAt(folder: string): Promise<{ name: string; text: string }[]> {
    const names = (await readdir(folder)).sort();
    return Promise.all(
      names.map(async name => ({ name, text: await readFile(path.join(folder, name), 'latin1') })),
    );
  }

  /** The copies of damaged journals. */
  async copies(id = 'p'): Promise<string[]> {
    const files = await this.filesAt(new Journal(this.folder, id).folder);
    return files.filter(({ name }) => name.startsWith('journal.damaged-')).map(({ text }) => text);
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Ids of the wins in a journal's text, one for each line, in order. */
export function idsIn(text: string): string[] {
  return [...text.matchAll(/"win":\{"id":"([^"]+)"/g)].map(match => match[1] ?? '');
}
