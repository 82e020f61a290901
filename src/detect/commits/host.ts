import type { FoundWin, WinSink } from '../../core/found';
import type { KnownForms } from '../../core/knownForms';
import type { ScanCursor } from '../../core/scanCursor';
import type { Repository } from '../git/repository';
import type { Commit } from './log';

/** What a scan found, to be kept before it counts as done. */
export interface CommitFinding {
  readonly repository: Repository;
  readonly project: string;
  readonly found: readonly FoundWin[];
  /** What their ids stood for when the commits were told apart. */
  readonly before: KnownForms;
  /** Ids of wins that a reset took back. */
  readonly withdrawn: readonly string[];
  /** Ids of commits that hold the work of kept wins once more: they never count. */
  readonly squashed: readonly string[];
  /** All own commits that were read, known or not, oldest first. */
  readonly commits: readonly Commit[];
  /** By an amended commit's sha, what it was at first. */
  readonly amended: ReadonlyMap<string, string>;
  /** By a rebased commit's sha, the sha that its win was kept with. */
  readonly rewritten: ReadonlyMap<string, string>;
  /** In whose history they are. */
  readonly head: string;
  readonly cursor: ScanCursor;
  /** Whether the reading was cancelled before it came to its end. */
  readonly stopped: boolean;
}

/** The first commits of a repository, by name order. */
export interface Roots {
  /** Of HEAD's history. */
  readonly now: readonly string[];
  /** Of all local branches' histories, too. */
  readonly anywhere: readonly string[];
}

/** What the detector needs from the rest of the house. */
export interface CommitHost {
  readonly sink: Pick<WinSink, 'known' | 'dayOf' | 'now'>;
  cursorOf(gitFolder: string): ScanCursor | undefined;
  /** The project of a repository; `root` is its root commit where it has one of its own. */
  projectOf(repository: Repository, root: string | undefined): Promise<string>;
  /** Told, when one is new, what the first commits of a known project are now. */
  rooted(project: string, roots: Roots): Promise<void>;
  /** Makes what is kept of a project known, so that `known` can be asked. */
  open(project: string): Promise<unknown>;
  /** @returns false, and keeps nothing, where another window has taken ids of what was found meanwhile */
  keep(finding: CommitFinding): Promise<boolean>;
  settings(): {
    readonly emails: readonly string[];
    readonly includeMerges: boolean;
    readonly backfillDays: number;
  };
  /** 0 to 1 while a long scan runs; undefined when it ends. */
  onProgress(fraction: number | undefined): void;
}
