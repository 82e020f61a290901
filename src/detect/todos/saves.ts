import path from 'node:path';
import * as vscode from 'vscode';
import { localOffset } from '../../core/day';
import type { WinSink } from '../../core/found';
import type { Win } from '../../core/win';
import { Turns } from '../../turns';
import type { Git } from '../git/git';
import { pathIn, type Repository } from '../git/repository';
import { isInside } from '../paths';
import type { ClosedTodo } from './closing';
import { FileWatchers } from './fileWatchers';
import { generatedFiles } from './generatedFiles';
import type { TodoReader } from './reader';
import { provisionalWins, standingWins, treeId } from './wins';
import { WorkingTree } from './workingTree';

/** Reads what a file was saved with; undefined when it is gone. */
type SavedText = () => Promise<string | undefined>;

/** What the watcher of saves needs. */
export interface TodoSaveHost {
  readonly sink: WinSink;
  /** The innermost repository that holds a file (absolute). */
  repositoryOf(fsPath: string): Repository | undefined;
  reader(repository: Repository): Promise<TodoReader>;
  projectOf(repository: Repository): Promise<string | undefined>;
}

/**
 * Watches saves in repositories: a TODO that HEAD holds and the saved file no longer does is a provisional win; it is
 * withdrawn when the TODO comes back.
 */
export class TodoSaves implements vscode.Disposable {
  private readonly trees = new Map<string, WorkingTree>();
  /** Of the files that hold a provisional win, for changes that no save tells of. */
  private readonly watchers = new FileWatchers();
  /** By git folder: saved files that have not been compared. */
  private readonly waiting = new Map<string, Map<string, SavedText>>();
  private readonly generated = new Map<string, boolean>();
  private listeners: vscode.Disposable | undefined;
  private readonly turns = new Turns();
  private isDisposed = false;

  constructor(
    private readonly git: Git,
    private readonly host: TodoSaveHost,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /** Starts listening. Call once the repositories are known. */
  start(): void {
    this.listeners = vscode.Disposable.from(
      vscode.workspace.onDidSaveTextDocument(document => this.onSaved(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (!document.isDirty && document.uri.scheme === 'file') this.onChangedOnDisk(document);
      }),
    );
  }

  /** HEAD moved, and the TODOs of its commits have been kept: what is still open is compared anew. */
  headMoved(repository: Repository): Promise<void> {
    return this.inTurn(async () => {
      const project = await this.projectIfOpen(repository);
      if (project === undefined) return;
      const asked = this.provisional(repository, project);
      if (!this.trees.has(repository.gitFolder) && asked.length === 0) return;
      // A checkout or a pull may have brought other attributes.
      this.generated.clear();
      const tree = this.treeOf(repository);
      await tree.reread(filesOf(asked), await this.host.reader(repository));
      await this.compare(tree, project, asked);
    });
  }

  /** The repository is open no more. */
  forget({ gitFolder, root }: Repository): void {
    this.trees.delete(gitFolder);
    this.waiting.get(gitFolder)?.clear();
    this.watchers.dropWhere(full => isInside(full, root) && !this.host.repositoryOf(full));
  }

  dispose(): void {
    this.isDisposed = true;
    this.listeners?.dispose();
    this.watchers.dispose();
    this.trees.clear();
    this.waiting.clear();
  }

  private onSaved(document: vscode.TextDocument): void {
    const { uri } = document;
    if (uri.scheme !== 'file') return;
    if (path.basename(uri.fsPath) === '.gitattributes') this.generated.clear();
    const text = document.getText();
    const repository = this.host.repositoryOf(uri.fsPath);
    if (repository) this.savedIn(repository, uri.fsPath, async () => text);
  }

  /** Typing makes a document dirty: this was a checkout, a discard, or another program. */
  private onChangedOnDisk(document: vscode.TextDocument): void {
    const { uri } = document;
    const repository = this.host.repositoryOf(uri.fsPath);
    if (!repository) return;
    const tree = this.trees.get(repository.gitFolder);
    if (!tree?.has(pathIn(repository, uri.fsPath))) return;
    const text = document.getText();
    void this.inTurn(async () => {
      // A checkout or a pull: it is compared when HEAD's commits have been read.
      if (!(await tree.hasMoved())) this.savedIn(repository, uri.fsPath, async () => text);
    });
  }

  /** Files that are saved while others are compared wait for them, and are then compared at once. */
  private savedIn(repository: Repository, fsPath: string, text: SavedText): void {
    const file = pathIn(repository, fsPath);
    const waiting = this.waiting.get(repository.gitFolder);
    if (waiting) {
      waiting.set(file, text);
      return;
    }
    const files = new Map<string, SavedText>([[file, text]]);
    this.waiting.set(repository.gitFolder, files);
    void this.inTurn(async () => {
      this.waiting.delete(repository.gitFolder);
      const texts = new Map<string, string | undefined>();
      for (const [name, read] of files) texts.set(name, await read());
      const project = await this.projectIfOpen(repository);
      if (project === undefined) return;
      const tree = this.treeOf(repository);
      const asked = this.provisional(repository, project);
      // Wins of another window, or of before a reload: nobody here has read their files.
      for (const file of filesOf(asked)) {
        if (!tree.has(file) && !texts.has(file)) texts.set(file, await tree.onDisk(file));
      }
      await tree.saved(texts, await this.host.reader(repository));
      await this.compare(tree, project, asked);
    });
  }

  /**
   * Brings a repository's provisional wins in line with the files that were read: keeps new ones, and withdraws those
   * whose TODO is back.
   * @param asked the provisional wins whose files were read
   */
  private async compare(tree: WorkingTree, project: string, asked: readonly Win[]): Promise<void> {
    const { repository } = tree;
    const closed = await this.withoutGenerated(repository, tree.closed());
    const { sink } = this.host;
    const at = sink.now();
    const closings = closed.map(one => ({
      closed: one,
      project,
      repository: repository.name,
      tree: treeId(repository.gitFolder),
      at,
      offset: localOffset(at),
    }));
    const { found, standing } = standingWins(closings, sink);
    const gone = asked.map(({ id }) => id).filter(id => !standing.has(id));
    if (gone.length > 0) await sink.withdraw(project, gone, 'provisional');
    if (found.length > 0) await sink.keep(project, found);
    this.watch(repository, project);
  }

  /** Its folder may have left while others were compared: then nothing of it is read or watched any more. */
  private async projectIfOpen(repository: Repository): Promise<string | undefined> {
    const project = await this.host.projectOf(repository);
    const { gitFolder, root } = repository;
    return this.host.repositoryOf(root)?.gitFolder === gitFolder ? project : undefined;
  }

  private provisional({ name, gitFolder }: Repository, project: string): Win[] {
    const { sink } = this.host;
    const tree = { project, repository: name, tree: treeId(gitFolder) };
    return provisionalWins(sink.known.recent, tree, sink.now());
  }

  /** Watches the files whose closing is provisional: a stash or a checkout in a terminal may bring the TODO back. */
  private watch(repository: Repository, project: string): void {
    if (this.isDisposed) return;
    const wanted = this.provisional(repository, project).map(({ source }) =>
      path.join(repository.root, source.file ?? ''),
    );
    this.watchers.follow(
      new Set(wanted),
      full => this.host.repositoryOf(full)?.gitFolder === repository.gitFolder,
      full => this.savedIn(repository, full, () => this.treeOf(repository).onDisk(pathIn(repository, full))),
    );
  }

  private async withoutGenerated(
    repository: Repository,
    closed: readonly ClosedTodo[],
  ): Promise<ClosedTodo[]> {
    const unknown = [...new Set(closed.map(one => one.path))].filter(
      file => !this.generated.has(path.join(repository.root, file)),
    );
    const generated = await generatedFiles(this.git, repository, unknown);
    for (const file of unknown) this.generated.set(path.join(repository.root, file), generated.has(file));
    return closed.filter(one => !this.generated.get(path.join(repository.root, one.path)));
  }

  private treeOf(repository: Repository): WorkingTree {
    const known = this.trees.get(repository.gitFolder);
    if (known) return known;
    const tree = new WorkingTree(this.git, repository);
    this.trees.set(repository.gitFolder, tree);
    return tree;
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.turns.take(async () => {
      if (!this.isDisposed) await work();
    });
    return turn.catch(error => {
      this.log.warn('A saved file could not be compared with HEAD; the next save tries again.', error);
    });
  }
}

function filesOf(wins: readonly Win[]): string[] {
  return wins.flatMap(({ source }) => (source.file ? [source.file] : []));
}
