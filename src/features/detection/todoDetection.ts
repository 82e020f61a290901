import type * as vscode from 'vscode';
import type { WinSink } from '../../core/found';
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
import type { DetectorParts } from './detectorParts';
import type { Part } from './loadedPart';

/** Commits that are read between two notes of how far the reading has come. */
const noteEvery = 100;

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
  private stopping = new AbortController();

  constructor(private readonly parts: DetectorParts) {
    this.languages = new EditorLanguages(() => parts.config.settings.todos, parts.log);
    this.reader = new TodoCommits(parts.git, parts.log);
  }

  /** Starts listening to saves; `resume` goes on with commits that wait to be read. */
  start(): void {
    if (this.saves) return;
    const { git, log, sink, ledger, projects, repositories } = this.parts;
    this.stopping = new AbortController();
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
    this.saves?.dispose();
    this.saves = undefined;
    this.folderSaves?.dispose();
  }

  /** The open TODOs of a file as it is saved, in its order; none of an excluded file, or while stopped. */
  async openTodos(file: vscode.Uri): Promise<readonly Todo[]> {
    return this.saves ? openTodos(file, await this.languages.inFolderOf(file)) : [];
  }

  /** A scan's commits have been kept: what they closed, then what saved files still have open. In the background. */
  committed(finding: CommitFinding): void {
    const { repository, project, commits } = finding;
    this.inTurn(repository, async () => {
      const backlog = backlogOf(finding);
      if (backlog) await this.read(repository, project, commits, backlog, finding);
      await this.saves?.headMoved(repository);
    });
  }

  /** Goes on where readings stopped: the window was closed, the user cancelled, or git failed. */
  resume(repository: Repository): void {
    this.inTurn(repository, async () => {
      const { projects, ledger, commits } = this.parts;
      const project = await projects.of(repository);
      for (const backlog of project ? ledger.backlogsOf(repository.gitFolder) : []) {
        // Of a head that is gone there are none: what it became is in the history that HEAD has now, and waits with that.
        const waiting = await commits.commitsSince(repository, backlog.head, backlog.since);
        await this.read(repository, project ?? '', waiting, backlog);
      }
      await this.saves?.headMoved(repository);
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

  private async read(
    repository: Repository,
    project: string,
    commits: readonly Commit[],
    backlog: Backlog,
    { amended, rewritten }: Pick<CommitFinding, 'amended' | 'rewritten'> = noForms,
  ): Promise<void> {
    const { ledger, sink } = this.parts;
    const host = {
      project,
      amended,
      rewritten,
      sink,
      reader: () => this.languages.inRepository(repository.root),
      keep: (found: Parameters<WinSink['keep']>[1]) => sink.keep(project, found),
      withdraw: (ids: readonly string[]) => sink.withdraw(project, ids),
    };
    let waiting = backlog;
    for (let start = 0; start < commits.length; start += noteEvery) {
      await this.reader.read(repository, commits.slice(start, start + noteEvery), host, this.stopping.signal);
      const rest = commits.slice(start + noteEvery);
      const left = rest.length > 0 ? { ...waiting, since: oldestOf(rest) } : undefined;
      await ledger.noteBacklogRead(repository.gitFolder, waiting, left);
      waiting = left ?? waiting;
    }
    if (commits.length === 0) await ledger.noteBacklogRead(repository.gitFolder, waiting);
  }

  private inTurn(repository: Repository, work: () => Promise<void>): void {
    void this.turns.take(async () => {
      if (!this.saves) return;
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
