import * as l10n from '@vscode/l10n';
import type { Day } from '../../core/day';
import type { FoundWin, KnownWins, WinSink } from '../../core/found';
import { shortHash } from '../../core/hash';
import { safeText } from '../../core/text';
import type { Win } from '../../core/win';
import type { ClosedTodo } from './closing';
import { sameClosingWindowMs } from './todo';

/** Where and when a TODO was closed. */
export interface Closing {
  readonly closed: ClosedTodo;
  /** Its id: that of the repository's worktrees and clones, whatever their folders are called. */
  readonly project: string;
  /** The repository's name, to be shown. */
  readonly repository: string;
  /** Of a save: its work tree, see `treeId`. */
  readonly tree?: string;
  /** ms since the epoch */
  readonly at: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** The commit that closed it; a save before any commit when absent. */
  readonly sha?: string;
  /** What the commit was before it was amended or rebased. */
  readonly replaces?: string;
  /** In a folder without git a save is all there will be. */
  readonly final?: boolean;
}

/** How the ids of a project's closings begin. */
function idStart(project: string): string {
  return `todo-${shortHash(project).slice(-4)}`;
}

/**
 * What a provisional win names its work tree by: clones and worktrees may have folders of one name.
 * @param gitFolder the work tree's own git folder
 * @returns a digest that tells no path
 */
export function treeId(gitFolder: string): string {
  return shortHash(gitFolder);
}

/**
 * The provisional wins that a work tree may withdraw: its own; those kept before wins named their tree, by the
 * repository's name; and, of whatever tree, those older than 30 days: a commit would be a win of its own by now, and
 * the tree that kept them may have been deleted.
 * @param now ms since the epoch
 */
export function provisionalWins(
  recent: readonly Win[],
  { project, repository, tree }: Pick<Closing, 'project' | 'repository' | 'tree'>,
  now: number,
): Win[] {
  return recent.filter(({ id, at, provisional, source }) => {
    if (!provisional || !id.startsWith(idStart(project))) return false;
    if (now - at > sameClosingWindowMs) return true;
    return source.tree === undefined ? source.repository === repository : source.tree === tree;
  });
}

/**
 * The id of a closing: the same for the same path and text within 30 days (SPEC 2.2), so that a squash, rebase,
 * cherry-pick or merge finds the win that there is; later it is another win.
 */
export function closingId({ closed, project, at }: Closing, known: KnownWins): string {
  const key = `${idStart(project)}${shortHash(`${project}\0${closed.key}`)}`;
  const period = Math.floor(at / sameClosingWindowMs);
  for (const near of [period, period - 1, period + 1]) {
    const id = `${key}-${near}`;
    if (!known.seen(id)) continue;
    const win = known.find(id);
    if (!win || Math.abs(win.at - at) <= sameClosingWindowMs) return id;
  }
  return `${key}-${period}`;
}

/**
 * The win of a closing; undefined when it counts already. A commit confirms the provisional win of the save
 * before it, and an amended or rebased one takes its place: the id and the time stay.
 */
export function closingWin(
  closing: Closing,
  known: KnownWins,
  dayOf: (at: number, offset: number) => Day,
): FoundWin | undefined {
  const { closed, repository, tree, sha, replaces, final = false } = closing;
  const id = closingId(closing, known);
  const kept = known.has(id) ? known.find(id) : undefined;
  const provisional = sha === undefined && !final;
  const isFollowed = kept?.provisional || (replaces !== undefined && kept?.source.sha === replaces);
  if (known.has(id) && (provisional || !isFollowed)) return undefined;
  const at = kept?.at ?? closing.at;
  return {
    offset: closing.offset,
    win: {
      id,
      kind: 'todo',
      at,
      day: kept?.day ?? dayOf(at, closing.offset),
      title: safeText(closed.todo.text) || safeText(closed.todo.tag),
      provisional,
      why: whyOf(closing),
      source: {
        repository,
        file: closed.path,
        line: String(closed.todo.line + 1),
        tag: closed.todo.tag,
        ...(sha === undefined ? {} : { sha }),
        ...(provisional && tree !== undefined && { tree }),
      },
    },
  };
}

/** What closings that hold just now come to: the wins to keep, and the ids of all that stand, whether kept before or not. */
export function standingWins(
  closings: readonly Closing[],
  sink: Pick<WinSink, 'known' | 'dayOf'>,
): { readonly found: FoundWin[]; readonly standing: ReadonlySet<string> } {
  const found = closings.flatMap(
    closing => closingWin(closing, sink.known, (at, offset) => sink.dayOf(at, offset)) ?? [],
  );
  const ids = closings.map(closing => closingId(closing, sink.known));
  return { found, standing: new Set([...ids, ...found.map(({ win }) => win.id)]) };
}

function whyOf({ closed, sha, final }: Closing): string {
  const isTicked = closed.how === 'ticked';
  if (final) {
    return isTicked
      ? l10n.t('This task was open when the file was opened, and is ticked now.')
      : l10n.t('The file held this {0} when it was opened, and no longer does.', closed.todo.tag);
  }
  if (sha === undefined) {
    return isTicked
      ? l10n.t(
          'In your last commit this task is open, in the saved file it is ticked. Your next commit confirms it.',
        )
      : l10n.t(
          'Your last commit holds this TODO and the saved file no longer does. Your next commit confirms it.',
        );
  }
  const hash = sha.slice(0, 7);
  return isTicked
    ? l10n.t('Your commit {0} ticked this task.', hash)
    : l10n.t('Your commit {0} removed this {1}.', hash, closed.todo.tag);
}
