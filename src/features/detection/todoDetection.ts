import type * as vscode from 'vscode';
import type { FoundWin } from '../../core/found';
import type { CommitFinding } from '../../detect/commits/host';
import type { Commit } from '../../detect/commits/log';
import { isCancelled } from '../../detect/git/git';
import type { Repository } from '../../detect/git/repository';
import { TodoCommits } from '../../detect/todos/commits';
import { DocumentTodos } from '../../detect/todos/documentTodos';
import { EditorLanguages, type TodoSettings } from '../../detect/todos/editorLanguages';
import { FolderSaves } from '../../detect/todos/folderSaves';
import { openTodos } from '../../detect/todos/openTodos';
import { TodoSaves } from '../../detect/todos/saves';
import type { Todo } from '../../detect/todos/todo';
import { backlogOf, oldestOf } from '../../store/standing';
import type { Backlog } from '../../store/state';
import { Turns } from '../../turns';
import { BacklogProgress, type Reading } from './backlogProgress';
import type { DetectorParts } from './detectorParts';
import type { Part } from './loadedPart';

/** Commits that are read between two notes of how far the reading has come. */
const noteEvery = 100;

/** What the detection of TODOs is made with. */
export interface TodoDetectionParts extends DetectorParts {
  /** 0 to 1 while many commits are read; undefined when they have been. */
  readonly onProgress: (fraction: number | undefined) => void;
}

/** Commits that wait to be read. */
interface Waiting {
  readonly commits: readonly Commit[];
  readonly backlog: Backlog;
  /** Stops the reading; what has been read of the backlog by then is noted. */
  readonly signal: AbortSignal;
  /** Of a long reading. */
  readonly progress: Reading | undefined;
}

/** Commits that are read later are not known by earlier forms. */
const noForms: Pick<CommitFinding, 'amended' | 'rewritten'> = { amended: new Map(), rewritten: new Map() };

/**
 * Closed TODOs: in commits, after the commits themselves are kept, and on save. A bundle of its own, loaded when
 * TODOs are first looked for, so that activation does not wait for it.
 */
export class TodoDetection implements Part, vscode.Disposable {
  private readonly languages: EditorLanguages;
  private readonly reader: TodoCommits;
  private saves: TodoSaves | undefined;
  private folderSaves: FolderSaves | undefined;
  private readonly turns = new Turns();
  private readonly progress: BacklogProgress;
  private stopping = new AbortController();
  /** Of long readings only: what was committed just now takes a moment. */
  private cancelling = new AbortController();

  constructor(private readonly parts: TodoDetectionParts) {
    this.languages = new EditorLanguages(() => parts.config.settings.todos, parts.log);
    this.reader = new TodoCommits(parts.git, parts.log);
    this.progress = new BacklogProgress(parts.onProgress);
  }

  /** Starts listening to saves; `resume` goes on with commits that wait to be read. */
  start(): void {
    if (this.saves) return;
    const { git, log, sink, ledger, projects, repositories } = this.parts;
    this.stopping = new AbortController();
    this.cancelling = new AbortController();
    this.saves = new TodoSaves(
      git,
      {
        sink,
        repositoryOf: fsPath => repositories.holding(fsPath),
        reader: ({ root }) => this.languages.inRepository(root),
        projectOf: repository => projects.of(repository),
      },
      log,
    );
    this.folderSaves = new FolderSaves(
      {
        sink,
        isInRepository: ({ scheme, fsPath }) =>
          scheme === 'file' && repositories.holding(fsPath) !== undefined,
        readerFor: file => this.languages.inFolderOf(file),
        homeProject: () => ledger.homeProject,
      },
      log,
    );
    this.saves.start();
    this.folderSaves.start();
  }

  /** Stops listening and reading. */
  stop(): void {
    this.stopping.abort();
    this.cancelling.abort();
    this.saves?.dispose();
    this.saves = undefined;
    this.folderSaves?.dispose();
  }

  /** Stops long readings, also those that wait: each goes on at the next start. */
  cancel(): void {
    this.cancelling.abort();
    if (this.saves) this.cancelling = new AbortController();
  }

  /** The open TODOs of a file as it is saved, in its order; none of an excluded file, or while stopped. */
  async openTodos(file: vscode.Uri): Promise<readonly Todo[]> {
    return this.saves ? openTodos(file, await this.languages.inFolderOf(file)) : [];
  }

  /** A scan's commits have been kept: what they closed, then what saved files still have open. In the background. */
  committed(finding: CommitFinding): void {
    const { repository, project, commits, stopped } = finding;
    const backlog = backlogOf(finding);
    // What the user cancelled goes on with the next start.
    const waiting = backlog && !stopped && this.saves ? this.waiting(commits, backlog) : undefined;
    // Only once it is known what the commits closed can saved files be compared with them.
    if (backlog && !waiting) return;
    this.inTurn(repository, async () => {
      if (waiting) await this.read(repository, project, waiting, finding);
      await this.saves?.headMoved(repository);
    });
  }

  /** Goes on where readings stopped: the window was closed, the user cancelled, or git failed. */
  resume(repository: Repository): void {
    const { cancelling } = this;
    this.inTurn(repository, async () => {
      if (!this.saves) return;
      const { projects, ledger, commits } = this.parts;
      const project = await projects.of(repository);
      let isWhole = true;
      for (const backlog of project ? ledger.backlogsOf(repository.gitFolder) : []) {
        try {
          // Of a head that is gone there are none: what it became is in the history that HEAD has now, and waits with that.
          const own = await commits.commitsSince(repository, backlog.head, backlog.since);
          await this.read(repository, project ?? '', this.waiting(own, backlog, cancelling));
        } catch (error) {
          // A long one that is cancelled holds no short one up.
          if (!isCancelled(error) || this.stopping.signal.aborted) throw error;
          isWhole = false;
        }
      }
      if (isWhole) await this.saves?.headMoved(repository);
    });
  }

  /** A repository is open no more: its files are watched no more. */
  forget(repository: Repository): void {
    this.saves?.forget(repository);
  }

  /** Resolves when what was begun has been read. */
  get idle(): Promise<void> {
    return this.turns.idle;
  }

  /** The texts of the TODOs that each of some commits closed, whoever made it, by its sha. @throws GitError */
  async closedIn(
    repository: Repository,
    shas: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, readonly string[]>> {
    const reader = await this.languages.inRepository(repository.root);
    const texts = new Map<string, readonly string[]>();
    for (let start = 0; start < shas.length; start += noteEvery) {
      const some = shas.slice(start, start + noteEvery);
      for (const [sha, closed] of await this.reader.closedBy(repository, some, reader, { signal })) {
        texts.set(
          sha,
          closed.map(({ todo }) => todo.text),
        );
      }
    }
    return texts;
  }

  dispose(): void {
    this.stop();
    this.languages.dispose();
  }

  private waiting(commits: readonly Commit[], backlog: Backlog, cancelling = this.cancelling): Waiting {
    const isLong = commits.length > noteEvery;
    const { signal } = isLong ? cancelling : this.stopping;
    return { commits, backlog, signal, progress: isLong ? this.progress.begin(commits.length) : undefined };
  }

  private async read(
    repository: Repository,
    project: string,
    { commits, backlog, signal, progress }: Waiting,
    { amended, rewritten }: Pick<CommitFinding, 'amended' | 'rewritten'> = noForms,
  ): Promise<void> {
    const { ledger, sink } = this.parts;
    const host = {
      project,
      amended,
      rewritten,
      sink,
      reader: () => this.languages.inRepository(repository.root),
      keep: (found: readonly FoundWin[]) => sink.keep(project, found),
      withdraw: (ids: readonly string[]) => sink.withdraw(project, ids),
    };
    try {
      let before = backlog;
      for (let start = 0; start < commits.length; start += noteEvery) {
        await this.reader.read(repository, commits.slice(start, start + noteEvery), host, signal);
        const rest = commits.slice(start + noteEvery);
        const left = rest.length > 0 ? { ...before, since: oldestOf(rest) } : undefined;
        await ledger.noteBacklogRead(repository.gitFolder, before, left);
        before = left ?? before;
        progress?.read(noteEvery);
      }
      if (commits.length === 0) await ledger.noteBacklogRead(repository.gitFolder, before);
    } finally {
      progress?.end();
    }
  }

  private inTurn(repository: Repository, work: () => Promise<void>): void {
    void this.turns.take(async () => {
      try {
        await work();
      } catch (error) {
        if (isCancelled(error)) return;
        this.parts.log.warn(`TODOs in the commits of ${repository.root} could not be read.`, error);
      }
    });
  }
}

/** Reads the TODOs of open documents, for those who load this bundle for that. */
export function documentTodos(settings: () => TodoSettings, log: vscode.LogOutputChannel): DocumentTodos {
  return new DocumentTodos(settings, log);
}
