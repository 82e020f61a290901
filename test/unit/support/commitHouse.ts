import type { LogOutputChannel } from 'vscode';
import { dayOf } from '../../../src/core/day';
import { LedgerState } from '../../../src/core/ledger';
import type { ScanCursor } from '../../../src/core/scanCursor';
import { CommitDetector } from '../../../src/detect/commits/detector';
import type { CommitFinding, Roots } from '../../../src/detect/commits/host';
import { Git } from '../../../src/detect/git/git';
import { findRepository, type Repository } from '../../../src/detect/git/repository';

/** Keeps what it is told, for a look when a test fails. */
export class Lines {
  readonly lines: string[] = [];
  /** As the output channel that detectors write to: of its methods they only use these. */
  get channel(): LogOutputChannel {
    const keep = (...parts: unknown[]): void => {
      this.lines.push(parts.map(String).join(' '));
    };
    return { trace: keep, debug: keep, info: keep, warn: keep, error: keep } as unknown as LogOutputChannel;
  }
}

/** The commit detector on a real repository, with a ledger in memory in the place of the store. */
export class CommitHouse {
  readonly ledger: LedgerState;
  readonly git = new Git(() => 'git');
  readonly log = new Lines();
  readonly findings: CommitFinding[] = [];
  /** What the first commits of known projects were, whenever it was told. */
  readonly rooted: (Roots & { readonly project: string })[] = [];
  /** The projects whose wins show. */
  readonly opened = new Set<string>();
  private readonly cursors = new Map<string, ScanCursor>();
  private detector: CommitDetector;

  /** More addresses of the user, as of the settings. */
  readonly emails: string[] = [];
  /** Called with how far a long scan has come, 0 to 1. */
  onProgress: (fraction: number) => void = () => undefined;
  /** What happens between the moment when commits were told apart and that when their wins are kept. */
  beforeKeep: () => Promise<void> = async () => undefined;

  /** @param options `ledger`: another house's, as two windows share one */
  constructor(
    private readonly options: { backfillDays?: number; now?: () => number; ledger?: LedgerState } = {},
  ) {
    this.ledger = options.ledger ?? new LedgerState();
    this.detector = this.fresh();
  }

  async repository(root: string): Promise<Repository> {
    const repository = await findRepository(this.git, root);
    if (!repository) throw new Error(`${root} is no repository`);
    return repository;
  }

  scan(repository: Repository): Promise<void> {
    return this.detector.scan(repository);
  }

  rescan(repository: Repository): Promise<void> {
    return this.detector.rescan(repository);
  }

  cancel(): void {
    this.detector.cancel();
  }

  /** As when the window closes. */
  dispose(): void {
    this.detector.dispose();
  }

  /** As after a window reload: what is in memory only is gone. */
  reload(): void {
    this.opened.clear();
    this.detector = this.fresh();
  }

  private fresh(): CommitDetector {
    const { ledger } = this;
    const now = (): number => this.options.now?.() ?? Date.now();
    return new CommitDetector(
      this.git,
      {
        sink: { known: ledger, dayOf: (at, offset) => dayOf(at, offset, 0), now },
        cursorOf: folder => this.cursors.get(folder),
        projectOf: async (repository, root) => root ?? repository.root,
        rooted: async (project, roots) => void this.rooted.push({ project, ...roots }),
        open: async project => {
          this.opened.add(project);
        },
        keep: async finding => {
          await this.beforeKeep();
          if (finding.before.areTaken(finding.found, ledger)) return false;
          this.findings.push(finding);
          for (const id of finding.withdrawn) ledger.apply({ type: 'withdrawn', id, at: now() });
          for (const id of finding.squashed) ledger.apply({ type: 'undone', id, at: now() });
          for (const found of finding.found) ledger.apply({ type: 'win', ...found });
          this.cursors.set(finding.repository.gitFolder, finding.cursor);
          return true;
        },
        settings: () => ({
          emails: this.emails,
          includeMerges: false,
          backfillDays: this.options.backfillDays ?? 90,
        }),
        onProgress: fraction => fraction === undefined || this.onProgress(fraction),
      },
      this.log.channel,
    );
  }
}
