import { type Entry, isBare, Matching, pairSimilar } from './matching';
import { comparedText } from './similarity';
import { isOpen, mention, normalizedText, openTask, type Todo, tickedTask, todoKey } from './todo';

/** What one change (a commit, or the working tree against HEAD) did to one file's TODOs. */
export interface FileChange {
  /** Missing for an added file. */
  readonly pathBefore?: string;
  /** Missing for a deleted file. */
  readonly pathAfter?: string;
  /** As `scanWithMentions` found them, ticked tasks included. */
  readonly before: readonly Todo[];
  readonly after: readonly Todo[];
  /** Deleted as a whole: what was in it is gone, not done. */
  readonly deleted: boolean;
  /** Generated, vendored, ignored or excluded: nothing in it is a win. */
  readonly excluded: boolean;
}

/** One closed TODO. */
export interface ClosedTodo {
  readonly todo: Todo;
  /** Where it stood before the change. */
  readonly path: string;
  /** See `todoKey`: the same for the same closing seen again, on save, in the commit, or in a squash. */
  readonly key: string;
  readonly how: 'removed' | 'ticked';
}

/**
 * The TODOs that a change closed, in order of files and lines (SPEC 2.2).
 *
 * Each TODO before the change looks for itself after it, over all files: the same text in its file, the same
 * text elsewhere (moved, renamed), then a similar one (reworded, re-tagged), in its own file first. What finds nothing
 * was closed. Removing `n` of several identical ones closes `n`. One whose text still stands somewhere was not closed.
 *
 * A Markdown task is done when a ticked one of its text appears that was not ticked before. A task that
 * merely disappears was dropped, not done: no win. That of a TODO comment is one, since it has no tick.
 *
 * What stands in a deleted or excluded file never counts, but TODOs may move there.
 */
export function closedTodos(files: readonly FileChange[]): ClosedTodo[] {
  const before: Entry[] = [];
  const after: Entry[] = [];
  const ticked: Entry[] = [];
  const mentioned: Entry[] = [];
  files.forEach((change, file) => {
    const counts = !change.deleted && !change.excluded && change.pathBefore !== undefined;
    for (const todo of change.before.filter(isOpen)) before.push(entry(file, todo, counts));
    if (change.deleted) return;
    for (const todo of change.after.filter(isOpen)) after.push(entry(file, todo, false));
    for (const todo of added(change, tickedTask)) ticked.push(entry(file, todo, false));
    for (const todo of added(change, mention)) mentioned.push(entry(file, todo, false));
  });

  const open = new Matching(before, after);
  const done = new Matching(before, ticked, open);
  const left = new Matching(before, mentioned, open);
  const isTask = ({ todo }: Entry): boolean => todo.tag === openTask;
  open.pairEqual(({ file, todo, text }) => `${file}\0${todo.tag}\0${text}`);
  open.pairEqual(({ file, text }) => `${file}\0${text}`);
  done.pairEqual(({ file, text }) => `${file}\0${text}`, isTask);
  open.pairEqual(({ text }) => text);
  done.pairEqual(({ text }) => text, isTask);
  left.pairEqual(
    ({ text }) => text,
    candidate => !isTask(candidate) && !isBare(candidate.text),
  );
  pairSimilar(open, done, isTask);

  const isClosed = (candidate: Entry): boolean =>
    isTask(candidate) ? done.has(candidate) : !open.has(candidate) && !left.has(candidate);
  const closed = before.filter(candidate => candidate.counts && isClosed(candidate));
  return withKeys(files, after, closed, isTask);
}

function entry(file: number, todo: Todo, counts: boolean): Entry {
  const text = normalizedText(todo.text);
  const compared = todo.text.includes('://') ? comparedText(todo.text) : text;
  return { file, todo, text, compared, counts };
}

/** What has this tag after the change and had not before it, in the same file. */
function added({ before, after }: FileChange, wanted: string): Todo[] {
  const old = new Map<string, number>();
  for (const { tag, text } of before) {
    const key = normalizedText(text);
    if (tag === wanted) old.set(key, (old.get(key) ?? 0) + 1);
  }
  return after.filter(({ tag, text }) => {
    if (tag !== wanted) return false;
    const key = normalizedText(text);
    const left = old.get(key) ?? 0;
    if (left > 0) old.set(key, left - 1);
    return left === 0;
  });
}

function withKeys(
  files: readonly FileChange[],
  after: readonly Entry[],
  closed: readonly Entry[],
  isTask: (entry: Entry) => boolean,
): ClosedTodo[] {
  // How many of the same text are left in the file; the closed ones count on from there.
  const ordinals = new Map<string, number>();
  const keyOf = ({ file, text }: Entry): string => `${file}\0${text}`;
  for (const left of after) ordinals.set(keyOf(left), (ordinals.get(keyOf(left)) ?? 0) + 1);
  return closed.map(candidate => {
    const path = files[candidate.file]?.pathBefore ?? '';
    const ordinal = ordinals.get(keyOf(candidate)) ?? 0;
    ordinals.set(keyOf(candidate), ordinal + 1);
    return {
      todo: candidate.todo,
      path,
      key: todoKey(path, candidate.todo, ordinal),
      how: isTask(candidate) ? 'ticked' : 'removed',
    };
  });
}
