import * as vscode from 'vscode';
import type { Entry } from '../core/entry';
import type { FoundWin } from '../core/found';
import { newestFirst } from '../core/ledger';
import type { ScanCursor } from '../core/scanCursor';
import type { Win } from '../core/win';
import { Turns } from '../turns';
import { OpenProjects } from './openProjects';
import { Project } from './project';
import { readWin, readWins, type WinFilter } from './readWins';
import { reportOpened, type Trouble } from './reportOpened';
import type { ScanStanding } from './standing';
import type { Backlog, StateStore } from './state';
import type { Storage } from './storage';
import { WindowState } from './windowState';
import { Writer } from './writer';

/** Entries to keep, or what makes them from what is kept by then, when their turn has come; undefined: not as it is. */
export type ToRecord = readonly Entry[] | (() => readonly Entry[] | undefined);

/** What changed: the wins that were not there before, newest last. */
export interface LedgerChange {
  readonly added: readonly Win[];
}

/**
 * All that this window knows of wins and tasks: the projects open in it, each with its journal, and the
 * workspace state that shows them at once. Every change goes journal first, then workspace state, then
 * `onDidChange`.
 */
export class Ledger extends OpenProjects implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<LedgerChange>();
  /** After entries were kept, by this window or another. */
  readonly onDidChange = this.changed.event;
  private readonly opening = new Map<string, Promise<Project>>();
  /** By project. */
  private readonly watchers = new Map<string, vscode.Disposable>();
  /** Where the projects went that were taken in by others. */
  private readonly adopted = new Map<string, string>();
  /** One change at a time: two appends, or an append and a read, never interleave. */
  private readonly turns = new Turns();
  private readonly window: WindowState;
  private readonly writer: Writer;

  constructor(
    private readonly storage: Storage,
    state: StateStore,
    private readonly log: vscode.LogOutputChannel,
    /** Told once a window when something could not be kept or read. */
    private readonly onTrouble: (trouble: Trouble) => void,
  ) {
    super();
    this.window = new WindowState(state, log, onTrouble);
    const written = (): Promise<void> => this.save();
    this.writer = new Writer(work => this.turns.take(work), log, onTrouble, written);
  }

  /**
   * Shows what workspace state holds; the journals come with `openProject`.
   * @param folder the project of the window's first folder as such: with another one, the home is another
   */
  async load(folder: string): Promise<void> {
    await this.window.load(folder);
    for (const [id, cached] of Object.entries(this.window.projects)) {
      this.projects.set(id, new Project(id, this.storage.journal(id), cached));
    }
  }

  /** The project that steps and hand-logged wins go to, once known. */
  get home(): string | undefined {
    return this.window.home;
  }

  /** Resolves to `home` once it is known, which takes a moment after the start. */
  get homeProject(): Promise<string> {
    return this.window.homeProject;
  }

  /** Where the last scan of a repository stood. */
  cursorOf(gitFolder: string): ScanCursor | undefined {
    return this.window.cursorOf(gitFolder);
  }

  /** What waits to be read for TODOs, oldest first. */
  backlogsOf(gitFolder: string): readonly Backlog[] {
    return this.window.backlogsOf(gitFolder);
  }

  /** Notes that some of a backlog has been read, and what is left of it; nothing when absent. */
  async noteBacklogRead(gitFolder: string, backlog: Backlog, left?: Backlog): Promise<void> {
    await this.turns.take(() => {
      this.window.backlogRead(gitFolder, backlog, left);
      return this.save();
    });
  }

  /** Opens a project's journal, once; from then on its wins are complete. */
  openProject(named: string): Promise<Project> {
    const id = this.adopted.get(named) ?? named;
    const known = this.opening.get(id);
    if (known) return known;
    const opening = this.open(id);
    this.opening.set(id, opening);
    return opening;
  }

  /**
   * Makes `id` this window's home. When the former home was only a folder's (git came later), its
   * wins and tasks move along.
   */
  async setHome(named: string, formerHome?: string): Promise<void> {
    const home = await this.openProject(named);
    if (formerHome) await this.takeIn(await this.openProject(formerHome), home);
    this.window.setHome(home.id);
    await this.turns.take(() => this.save());
    this.changed.fire({ added: [] });
  }

  /**
   * Keeps entries of a project, and where the scan that found them stands.
   * @returns whether it did
   */
  async record(id: string, toRecord: ToRecord, scan?: ScanStanding): Promise<boolean> {
    const opened = await this.openProject(id);
    return this.turns.take(async () => {
      // Before its turn came it may have been taken in by another.
      const project = this.projects.get(this.adopted.get(id) ?? id) ?? opened;
      if (typeof toRecord === 'function') await this.catchUp(project);
      const entries = typeof toRecord === 'function' ? toRecord() : toRecord;
      if (entries === undefined) return false;
      if (entries.length === 0 && !scan) return true;
      const added = entries.flatMap(entry =>
        entry.type === 'win' && !this.has(entry.win.id) ? [entry.win] : [],
      );
      if (entries.length > 0) await this.writer.append(project, entries);
      if (scan) this.window.scanned(scan);
      await this.save();
      if (entries.length > 0) this.changed.fire({ added: added.filter(win => this.has(win.id)) });
      return true;
    });
  }

  /** Shows what was kept of a project no more (its folder left the workspace); the home stays. */
  async closeProject(id: string): Promise<void> {
    if (id === this.home) return;
    await this.turns.take(() => {
      this.forget(id);
      return this.save();
    });
    this.changed.fire({ added: [] });
  }

  /**
   * Forgets, of many repositories but the `open` ones (git folders), where scans stood, and cached projects that are open
   * no more (a folder left).
   * @param couldAskAll whether all folders could be asked for their projects; else those stay
   */
  async forgetLeft(open: () => ReadonlySet<string>, couldAskAll: boolean): Promise<void> {
    await this.turns.take(async () => {
      const left = [...this.projects.keys()].filter(id => !this.opening.has(id));
      for (const id of couldAskAll ? left : []) this.projects.delete(id);
      this.window.forgetLeft(open());
      await this.save();
    });
    this.changed.fire({ added: [] });
  }

  /** Wins of the whole journal of every open project, newest first: never ahead of what the views show. */
  async wins(filter: WinFilter = {}): Promise<Win[]> {
    const projects = await Promise.all(this.opening.values());
    const found = await this.turns.take(async () => {
      const wins = await Promise.all(projects.map(({ journal }) => readWins(journal, filter)));
      // Another window may have written what no watcher has told of yet.
      for (const project of projects) await this.catchUp(project);
      return wins;
    });
    return found.flat().sort(newestFirst);
  }

  /** A win that counts, with its clock, from the journal; its newest form. */
  async winEntry(id: string): Promise<FoundWin | undefined> {
    const project = this.projects.get(this.projectOfWin(id) ?? '');
    if (!project) return undefined;
    return this.turns.take(() => readWin(project.journal, id));
  }

  /** Every entry of every open project, as the journals have them. */
  async entries(): Promise<{ id: string; entries: readonly Entry[] }[]> {
    const projects = await Promise.all(this.opening.values());
    return this.turns.take(() =>
      Promise.all(
        projects.map(async ({ id, journal }) => ({ id, entries: (await journal.readAll()).entries })),
      ),
    );
  }

  dispose(): void {
    this.writer.dispose();
    for (const watcher of this.watchers.values()) watcher.dispose();
    this.changed.dispose();
  }

  private async open(id: string): Promise<Project> {
    const project = new Project(id, this.storage.journal(id), this.window.projects[id]);
    reportOpened(project.journal.file, await project.open(), this.log, this.onTrouble);
    this.projects.set(id, project);
    this.watch(project);
    await this.turns.take(() => this.save());
    this.changed.fire({ added: [] });
    return project;
  }

  /** Another window on the same project appends too: read on when it does. */
  private watch(project: Project): void {
    let due = false;
    const readOn = (): void => {
      if (due) return; // what is written meanwhile is read by the same turn
      due = true;
      void this.turns.take(() => {
        due = false;
        return this.catchUp(project);
      });
    };
    const watcher = vscode.Disposable.from(
      this.storage.watch(project.id, readOn),
      // For disks whose watchers tell nothing.
      vscode.window.onDidChangeWindowState(({ focused }) => focused && readOn()),
    );
    this.watchers.set(project.id, watcher);
  }

  private async catchUp(project: Project): Promise<void> {
    try {
      if (!(await project.catchUp())) return;
      await this.save();
      this.changed.fire({ added: [] });
    } catch (error) {
      this.log.error(`Could not read ${project.journal.file}.`, error);
    }
  }

  /** One project turned out to be another: what it holds moves there. */
  private async takeIn(former: Project, project: Project): Promise<void> {
    if (former === project) return; // it was taken in before
    await this.turns.take(async () => {
      await project.journal.adopt(former.journal);
      await project.catchUp();
      this.forget(former.id);
      this.adopted.set(former.id, project.id);
    });
  }

  private forget(id: string): void {
    this.projects.delete(id);
    this.opening.delete(id);
    this.watchers.get(id)?.dispose();
    this.watchers.delete(id);
  }

  private async save(): Promise<void> {
    const all = [...this.projects];
    const projects = Object.fromEntries(all.map(([id, project]) => [id, project.toStored(all.length)]));
    await this.window.save(projects, this.writer.isBehind);
  }
}
