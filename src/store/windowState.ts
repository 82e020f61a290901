import type { LogOutputChannel } from 'vscode';
import type { ScanCursor } from '../core/scanCursor';
import type { Trouble } from './reportOpened';
import { bounded, type ScanStanding, withBacklogRead, withScan } from './standing';
import {
  type Backlog,
  emptyState,
  type Standing,
  type StateStore,
  type StoredProject,
  type StoredState,
} from './state';

/** This window's part of what is kept: which project is its home, how far scans have come, and what shows at once. */
export class WindowState {
  private stored: StoredState = emptyState;
  /** How far scans have come. What is stored of it is older while wins wait to be written: so they are found again. */
  private standing: Standing = { cursors: {}, backlogs: {} };
  /** The project of the window's first folder as such. */
  private folder: string | undefined;
  private resolveHome: (id: string) => void = () => undefined;
  private readonly firstHome = new Promise<string>(resolve => {
    this.resolveHome = resolve;
  });

  constructor(
    private readonly store: StateStore,
    private readonly log: LogOutputChannel,
    private readonly onTrouble: (trouble: Trouble) => void,
  ) {}

  /**
   * Reads what is stored; throws nothing.
   * @param folder the project of the window's first folder as such: with another one, the home is another
   */
  async load(folder: string): Promise<void> {
    const { state, damaged, newer } = await this.store.load();
    const { home, ...homeless } = state;
    this.stored = home !== undefined && state.homeFolder === folder ? state : homeless;
    this.standing = { cursors: state.cursors, backlogs: state.backlogs };
    this.folder = folder;
    if (newer) {
      this.log.warn(
        'A newer version wrote the workspace state; it is left untouched, and this one has its own.',
      );
      this.onTrouble('newer');
    }
    if (damaged) {
      this.log.error('Workspace state did not parse; it was set aside and is rebuilt from the journal.');
      this.onTrouble('unreadable');
    }
  }

  /** What shows of projects until their journals have been read, by id. */
  get projects(): Readonly<Record<string, StoredProject>> {
    return this.stored.projects;
  }

  /** The project that steps and hand-logged wins go to, once known. */
  get home(): string | undefined {
    return this.stored.home;
  }

  /** Resolves to `home` once this window has settled on one, which takes a moment after the start. */
  get homeProject(): Promise<string> {
    return this.firstHome.then(first => this.stored.home ?? first);
  }

  /** Makes a project the home. */
  setHome(id: string): void {
    this.stored = { ...this.stored, home: id, ...(this.folder !== undefined && { homeFolder: this.folder }) };
    this.resolveHome(id);
  }

  /** Where the last scan of a repository stood. */
  cursorOf(gitFolder: string): ScanCursor | undefined {
    return this.standing.cursors[gitFolder];
  }

  /** What waits to be read for TODOs, oldest first. */
  backlogsOf(gitFolder: string): readonly Backlog[] {
    return this.standing.backlogs[gitFolder] ?? [];
  }

  /** A scan has come as far as this. */
  scanned(scan: ScanStanding): void {
    this.standing = withScan(this.standing, scan);
  }

  /** Forgets, where there are many, how far the scans of repositories came that are not open (git folders). */
  forgetLeft(open: ReadonlySet<string>): void {
    this.standing = bounded(this.standing, open);
  }

  /** Some of a backlog has been read, and `left` is left of it; nothing when absent. */
  backlogRead(gitFolder: string, backlog: Backlog, left?: Backlog): void {
    this.standing = withBacklogRead(this.standing, gitFolder, backlog, left);
  }

  /**
   * Stores it all; throws nothing.
   * @param isBehind whether wins wait to be written: then it is not stored how far scans have come
   */
  async save(projects: Readonly<Record<string, StoredProject>>, isBehind: boolean): Promise<void> {
    this.stored = { ...this.stored, projects, ...(!isBehind && this.standing) };
    try {
      await this.store.save(this.stored);
    } catch (error) {
      this.log.error('Could not update workspace state; the journal has everything.', error);
    }
  }
}
