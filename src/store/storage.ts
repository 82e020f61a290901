import type { Disposable } from 'vscode';
import type { Entry } from '../core/entry';
import type { Damage } from './digest';

/** Takes an entry, and how long its line is. */
export type TakeEntry = (entry: Entry, length: number) => void;

/** What a read met beside good entries; it all stays where it is. */
export interface LinesLeft {
  /** Lines that are no entry. */
  readonly unreadable: number;
  /** Lines of a newer version. */
  readonly newer: number;
}

/** What a read found. */
export interface JournalRead extends LinesLeft {
  readonly entries: readonly Entry[];
}

/** What the first read met. */
export interface JournalOpened extends LinesLeft {
  readonly couldRead: boolean;
  /** The copy of the damaged journal, when it was made now: the same damage is copied and told once. */
  readonly aside?: string;
  /** Why the journal, or the copy, could not be had. */
  readonly error?: unknown;
}

/** A project's append-only journal, which several windows write to; its order is everybody's order. */
export interface ProjectJournal {
  /** Where it is, for messages. */
  readonly file: string;
  /** The entries that wait to be written. */
  readonly waiting: readonly Entry[];
  /**
   * Writes entries at the end, in one piece.
   * @throws what the file system says; the entries are kept and written with the next ones
   */
  append(entries: readonly Entry[]): Promise<void>;
  /** Writes what waits. */
  flush(): Promise<void>;
  /** Reads every entry, from the first; what is damaged is copied aside. Throws nothing. */
  open(take: TakeEntry): Promise<JournalOpened>;
  /**
   * Gives the entries written since the last read, by any window; all of them anew, from the first, where the order
   * turned out to be another one.
   * @returns how many
   * @throws what the file system says
   */
  readOn(take: TakeEntry): Promise<number>;
  /**
   * Every entry from the first, whatever was read before, and those that wait to be written.
   * @param wanted leaves out lines by their text, which is much faster than parsing them
   */
  readAll(wanted?: (line: string) => boolean): Promise<JournalRead>;
  /**
   * Makes it smaller where that pays; what it says stays the same.
   * @param superseded characters of lines that later ones took the place of
   * @param size characters of all lines
   */
  tidy(superseded: number, size: number): Promise<void>;
  /** Takes in the entries of another project's journal (a folder that turned out to be this project). */
  adopt(other: ProjectJournal): Promise<void>;
}

/** Where all that is kept for ever lies: a folder on a disk, or what a browser keeps. */
export interface Storage {
  journal(project: string): ProjectJournal;
  /** Ids of the projects that something was kept of. */
  projects(): Promise<readonly string[]>;
  /** A value that changes whenever a project's journal grows; undefined when there is none. */
  markOf(project: string): Promise<string | number | undefined>;
  /** Text that only saves work, kept beside a project's journal; undefined when there is none. */
  readTotals(project: string): Promise<string | undefined>;
  writeTotals(project: string, text: string): Promise<void>;
  /** Calls back when a project's journal may have grown. */
  watch(project: string, onChange: () => void): Disposable;
  /** Keeps damaged text in a file of its own, once. */
  setAside(damage: Damage): Promise<void>;
  /**
   * A made-up name for the computer, or the browser, that holds this. Those after the first were made at the same
   * moment by another window, and are not in use.
   */
  machineNames(): Promise<readonly [string, ...string[]]>;
}
