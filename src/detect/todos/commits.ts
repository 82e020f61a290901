import type * as vscode from 'vscode';
import type { FoundWin, WinSink } from '../../core/found';
import type { Commit } from '../commits/log';
import { readBlobs } from '../git/blobs';
import { type Git, GitError } from '../git/git';
import type { Repository } from '../git/repository';
import { type ClosedTodo, closedTodos, type FileChange } from './closing';
import {
  type FileRead,
  maxFileBytes,
  maxPlainBytes,
  planReads,
  type RawCommit,
  RawLogParser,
  type ReadPlan,
  rawLogArguments,
} from './diff';
import { generatedFiles } from './generatedFiles';
import { areComparable, formOf, scanFile, type TodoReader } from './reader';
import { closingId, closingWin } from './wins';

/** Commits whose changes are held in memory at a time. */
const batchSize = 100;

/** What the reader of commits needs. */
export interface TodoCommitHost {
  /** The repository's. */
  readonly project: string;
  readonly sink: Pick<WinSink, 'known' | 'dayOf'>;
  /** Languages and settings as they are now. */
  reader(): Promise<TodoReader>;
  /** By an amended commit's sha, what it was before. */
  readonly amended?: ReadonlyMap<string, string>;
  /** By a rebased commit's sha, the sha that its wins were kept with. */
  readonly rewritten?: ReadonlyMap<string, string>;
  keep(found: readonly FoundWin[]): Promise<void>;
  withdraw(ids: readonly string[]): Promise<void>;
}

/** Finds the TODOs that own commits closed. Two git processes for each hundred commits, up to five where one closed any. */
export class TodoCommits {
  constructor(
    private readonly git: Git,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  /**
   * Reads commits, oldest first, and keeps the wins batch by batch.
   * @throws GitError
   */
  async read(
    repository: Repository,
    commits: readonly Commit[],
    host: TodoCommitHost,
    signal?: AbortSignal,
  ): Promise<void> {
    const call = signal ? { signal } : {};
    const reader = await host.reader();
    for (let start = 0; start < commits.length; start += batchSize) {
      const batch = new Map(commits.slice(start, start + batchSize).map(commit => [commit.sha, commit]));
      const closings = await this.closedBy(repository, [...batch.keys()], reader, call);
      const found = new Map<string, FoundWin>();
      const reopened: string[] = [];
      for (const [sha, commit] of batch) {
        const read = closings.get(sha);
        if (!read) continue;
        const { authoredAt: at, authorOffset: offset } = commit;
        const amended = host.amended?.get(sha);
        const replaces = host.rewritten?.get(sha) ?? amended;
        const again = new Set<string>();
        for (const closed of read) {
          const { project } = host;
          const told = { closed, project, repository: repository.name, at, offset, sha };
          const closing = replaces === undefined ? told : { ...told, replaces };
          again.add(closingId(closing, host.sink.known));
          const win = closingWin(closing, host.sink.known, (...when) => host.sink.dayOf(...when));
          // One closing seen twice in a batch (a commit and its cherry-pick) is one win.
          if (win && !found.has(win.win.id)) found.set(win.win.id, win);
        }
        // Not what a rebase leaves out: its new base may hold that already.
        if (amended !== undefined) reopened.push(...closedIn(amended, host).filter(id => !again.has(id)));
      }
      if (reopened.length > 0) await host.withdraw(reopened);
      if (found.size > 0) await host.keep([...found.values()]);
    }
  }

  /**
   * The TODOs that each of some commits closed, by its sha. Left out are commits that are too large, and those that
   * git can't read (a partial clone, a damaged repository).
   * @throws GitError
   */
  async closedBy(
    repository: Repository,
    shas: readonly string[],
    reader: TodoReader,
    call: { signal?: AbortSignal },
  ): Promise<Map<string, readonly ClosedTodo[]>> {
    try {
      return await this.closedByAll(repository, shas, reader, call);
    } catch (error) {
      if (!(error instanceof GitError) || error.reason !== 'failed') throw error;
      if (shas.length <= 1) {
        this.log.debug(`Commit ${shas.join()} can't be read for TODOs.`, error);
        return new Map();
      }
      const middle = Math.ceil(shas.length / 2);
      const first = await this.closedBy(repository, shas.slice(0, middle), reader, call);
      return new Map([...first, ...(await this.closedBy(repository, shas.slice(middle), reader, call))]);
    }
  }

  /** @throws GitError when one of the commits can't be read */
  private async closedByAll(
    repository: Repository,
    shas: readonly string[],
    reader: TodoReader,
    call: { signal?: AbortSignal },
  ): Promise<Map<string, readonly ClosedTodo[]>> {
    const plans = new Map<string, ReadPlan>();
    const none = new Map<string, readonly ClosedTodo[]>();
    for (const { fields, changes } of await this.changesOf(repository, shas, call)) {
      const [sha = ''] = fields;
      const plan = planReads(changes, path => reader.roleOf(path));
      if (plan.skipped) this.log.info(`Commit ${sha} is not read for TODOs: it ${plan.skipped}.`);
      else none.set(sha, []);
      if (plan.changed.length > 0) plans.set(sha, plan);
    }
    const reads = [...plans.values()].flatMap(({ changed }) => changed);
    const texts = await this.texts(repository, reads, call);
    const suspects = [...plans].filter(
      ([, { changed }]) => closedTodos(changesIn(changed, texts, reader)).length > 0,
    );
    // Only now is it worth looking where else a TODO may have gone.
    const elsewhere = await this.texts(
      repository,
      suspects.flatMap(([, { targets }]) => targets),
      call,
    );
    const mentioning = suspects.flatMap(([, { plain }]) => plain);
    const mentions = await this.texts(repository, mentioning, call, maxPlainBytes);
    const all = new Map([...texts, ...elsewhere, ...mentions]);
    const closed = suspects.map(([sha, { changed, targets, plain }]): [string, ClosedTodo[]] => {
      const others = changesIn([...targets, ...plain], all, reader, true);
      const files = [...changesIn(changed, all, reader), ...others];
      return [sha, closedTodos(files)];
    });
    return new Map([...none, ...(await this.withoutGenerated(repository, closed, call))]);
  }

  private async changesOf(
    repository: Repository,
    shas: readonly string[],
    call: object,
  ): Promise<RawCommit[]> {
    const args = ['log', '--no-walk=unsorted', '--no-show-signature', '--stdin', ...rawLogArguments(['%H'])];
    const parser = new RawLogParser(1);
    const commits: RawCommit[] = [];
    const output = this.git.stream(repository.root, args, { ...call, input: `${shas.join('\n')}\n` });
    for await (const piece of output) commits.push(...parser.push(piece));
    return [...commits, ...parser.end()];
  }

  private async texts(
    repository: Repository,
    reads: readonly FileRead[],
    call: object,
    maxBytes = maxFileBytes,
  ): Promise<Map<string, string>> {
    const shas = reads
      .flatMap(({ shaBefore, shaAfter }) => [shaBefore, shaAfter])
      .filter(sha => sha !== undefined);
    return readBlobs(this.git, repository, shas, maxBytes, call);
  }

  private async withoutGenerated(
    repository: Repository,
    closed: readonly [string, readonly ClosedTodo[]][],
    call: object,
  ): Promise<Map<string, readonly ClosedTodo[]>> {
    const paths = [...new Set(closed.flatMap(([, todos]) => todos.map(({ path }) => path)))];
    const generated = await generatedFiles(this.git, repository, paths, call);
    return new Map(closed.map(([sha, todos]) => [sha, todos.filter(({ path }) => !generated.has(path))]));
  }
}

/** The wins of the TODOs that a commit closed. */
function closedIn(sha: string, { sink }: TodoCommitHost): string[] {
  return sink.known.recent.flatMap(({ id, kind, source }) =>
    kind === 'todo' && source.sha === sha ? [id] : [],
  );
}

function changesIn(
  reads: readonly FileRead[],
  texts: ReadonlyMap<string, string>,
  reader: TodoReader,
  excluded = false,
): FileChange[] {
  return reads.flatMap(({ pathBefore, pathAfter, shaBefore, shaAfter }): FileChange[] => {
    const before = shaBefore === undefined ? '' : texts.get(shaBefore);
    const after = shaAfter === undefined ? '' : texts.get(shaAfter);
    // One of them too large, binary or in another encoding: nothing can be said.
    if (before === undefined || after === undefined) return [];
    if (pathBefore !== undefined && pathAfter !== undefined && !areComparable(formOf(before), formOf(after)))
      return [];
    return [
      {
        ...(pathBefore === undefined ? {} : { pathBefore }),
        ...(pathAfter === undefined ? {} : { pathAfter }),
        before: pathBefore === undefined ? [] : scanFile(reader, pathBefore, before),
        after: pathAfter === undefined ? [] : scanFile(reader, pathAfter, after),
        deleted: false,
        excluded,
      },
    ];
  });
}
