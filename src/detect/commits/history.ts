import { dayMs } from '../../core/day';
import { type Git, type GitCall, isCancelled } from '../git/git';
import { branchInRebase, type Repository } from '../git/repository';
import { type Commit, CommitParser, logArguments } from './log';
import { type CommitRules, counts, mayBeOwn } from './own';
import type { Whereabout, Whereabouts } from './sameWork';

/**
 * Commit times are not in strict order: clocks differ, and rebasing sets them anew. So a walk that is bounded by time
 * goes this much further (ms): back beyond the period's start, and on past the point where an earlier reading stopped.
 */
const slackMs = 30 * dayMs;

/** What to read of a repository's history. */
export interface Range {
  readonly head: string;
  /** Further commits whose history counts. */
  readonly left?: readonly string[];
  /** Whether the history of local branches counts, too. */
  readonly branches?: boolean;
  /** Heads whose history was read before; none for the whole period. */
  readonly read: readonly string[];
  /** With nothing read before: the commit time (ms) at which an earlier reading stopped, if it did. */
  readonly until?: number;
}

/** What a reading may be told, and tell. */
export interface ReadOptions {
  readonly signal: AbortSignal;
  /** Called with the commit time (ms) that the reading has come back to, newest first. */
  readonly onReached?: (committedAt: number) => void;
}

/** What came of a reading. */
export interface HistoryRead {
  /** The commits that count, oldest first. */
  readonly own: readonly Commit[];
  /** Whether the first commit of a history was read, whoever made it. */
  readonly hasRoot: boolean;
  /** Where the whole period was read and that was cancelled: `at` the commit time (ms) it had come to, if to any. */
  readonly stopped?: { readonly at: number | undefined; readonly error: unknown };
}

/** Reads commits, and where commits are, from git. */
export class History {
  constructor(private readonly git: Git) {}

  /**
   * Reads a range; streamed, so that only the commits that count are held. Of the whole period, what was found until a
   * cancellation is given all the same.
   * @throws GitError
   */
  async read(
    repository: Repository,
    { head, left = [], branches = false, read, until }: Range,
    rules: CommitRules,
    { signal, onReached }: ReadOptions,
  ): Promise<HistoryRead> {
    // With nothing read before, the period bounds the walk; else what was read does.
    const first = read.length === 0;
    const bound = first ? [`--max-age=${Math.floor((rules.since - slackMs) / 1000)}`] : [];
    if (first && until !== undefined) bound.push(`--min-age=${Math.ceil((until + slackMs) / 1000)}`);
    const args = [
      ...logArguments({ bodies: !first }),
      ...bound,
      '--ignore-missing',
      '--stdin',
      head,
      ...(branches ? await localBranches(repository) : []),
    ];
    // Any number of heads may have been left, and Windows takes no more than 32,767 characters of arguments.
    const input = lines([...left, ...read.map(sha => `^${sha}`)]);
    const own: Commit[] = [];
    const parser = new CommitParser(mayBeOwn(rules.emails));
    let stopped: HistoryRead['stopped'];
    try {
      for await (const commits of this.stream(repository, args, parser, { input, signal })) {
        for (const commit of commits) if (counts(commit, rules)) own.push(commit);
        if (first && parser.reached !== undefined) onReached?.(parser.reached);
      }
    } catch (error) {
      if (!first || !isCancelled(error)) throw error;
      stopped = { at: parser.reached, error };
    }
    return { own: own.reverse(), hasRoot: parser.sawRoot, ...(stopped && { stopped }) };
  }

  /** The commits of a range that count, oldest first: all or none. @throws GitError, also when cancelled */
  async counting(
    repository: Repository,
    range: Range,
    rules: CommitRules,
    signal: AbortSignal,
  ): Promise<readonly Commit[]> {
    const { own, stopped } = await this.read(repository, range, rules, { signal });
    if (stopped) throw stopped.error;
    return own;
  }

  /**
   * Commits that a reset took away: not in the history of `head` nor on any local branch, but for the one that is
   * being rebased, which stays where it was until the end. Newest first.
   */
  async dropped(repository: Repository, from: string, head: string): Promise<Commit[]> {
    const args = [
      ...logArguments({ bodies: false }),
      '--ignore-missing',
      from,
      `^${head}`,
      ...(await notOnBranches(repository)),
    ];
    const dropped: Commit[] = [];
    for await (const commits of this.stream(repository, args, new CommitParser())) dropped.push(...commits);
    return dropped;
  }

  /** Those of some commits that a local branch holds: not what was rewritten or thrown away meanwhile. */
  async onBranches(repository: Repository, shas: readonly string[]): Promise<string[]> {
    if (shas.length === 0) return [];
    const args = ['rev-list', '--ignore-missing', '--stdin', ...(await notOnBranches(repository))];
    const elsewhere = new Set(
      (await this.git.run(repository.root, args, { input: lines(shas) })).split('\n'),
    );
    return shas.filter(sha => !elsewhere.has(sha));
  }

  /** Where commits are, as seen from `head`, where HEAD moved to from `before`. */
  async whereabouts(
    repository: Repository,
    { head, before }: { readonly head: string; readonly before: string | undefined },
    shas: readonly string[],
  ): Promise<Whereabouts> {
    const where = new Map<string, Whereabout>();
    if (shas.length === 0) return where;
    const ask = async (args: readonly string[], asked: readonly string[]): Promise<string[]> =>
      (await this.git.run(repository.root, args, { input: lines(asked) })).split('\n');
    const present = ['rev-list', '--no-walk=unsorted', '--ignore-missing', '--format=%H %at %ct', '--stdin'];
    for (const line of await ask(present, shas)) {
      const [sha = '', authoredAt, committedAt] = line.split(' ');
      // Above each line is git's own, with no more than the word and the sha.
      if (committedAt) where.set(sha, { place: 'history', original: authoredAt === committedAt });
    }
    const notIn = async (tip: string, among: readonly string[]): Promise<string[]> =>
      among.length === 0
        ? []
        : (await ask(['rev-list', '--ignore-missing', '--stdin'], [...among, `^${tip}`])).filter(sha =>
            where.has(sha),
          );
    const outside = await notIn(head, [...where.keys()]);
    const move = (sha: string, place: Whereabout['place']): void => {
      where.set(sha, { original: where.get(sha)?.original ?? false, place });
    };
    for (const sha of outside) move(sha, 'left');
    // One alone is the one that was rewritten; among several it matters which of them HEAD left just now.
    if (before && outside.length > 1) for (const sha of await notIn(before, outside)) move(sha, 'elsewhere');
    return where;
  }

  private async *stream(
    repository: Repository,
    args: readonly string[],
    parser: CommitParser,
    call: GitCall = {},
  ): AsyncGenerator<readonly Commit[]> {
    for await (const chunk of this.git.stream(repository.root, args, call)) yield parser.push(chunk);
    yield parser.end();
  }
}

/** As git reads them from its standard input. */
function lines(revisions: readonly string[]): string {
  return revisions.map(one => `${one}\n`).join('');
}

/** Leaves out what local branches hold, but for the one that is being rebased. */
async function notOnBranches(repository: Repository): Promise<string[]> {
  return ['--not', ...(await localBranches(repository))];
}

/** All local branches, but for the one that is being rebased: it stays where it was until the end. */
async function localBranches(repository: Repository): Promise<string[]> {
  const rebased = await branchInRebase(repository);
  return [...(rebased === undefined ? [] : [`--exclude=${rebased}`]), '--branches'];
}
