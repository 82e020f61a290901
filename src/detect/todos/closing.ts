import { comparedSimilarity, comparedText, similarEnough, similarInPlace } from './similarity';
import { isOpen, normalizedText, openTask, type Todo, tickedTask, todoKey } from './todo';

/** What one change (a commit, or the working tree against HEAD) did to one file's TODOs. */
export interface FileChange {
  /** Missing for an added file. */
  readonly pathBefore?: string;
  /** Missing for a deleted file. */
  readonly pathAfter?: string;
  /** As `scanTodos` found them, ticked tasks included. */
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

/** Pairs of texts compared in one change, at most; each takes about 10 µs. */
const maxComparisons = 50_000;

/** How many lines away the place still is the same, for texts that are somewhat alike. */
const sameLines = 2;

/** The same for a bare `TODO` that gets a text, or loses it. */
const nearLines = 8;

interface Entry {
  readonly file: number;
  readonly index: number;
  readonly todo: Todo;
  readonly text: string;
  /** The text by which likeness is judged. */
  readonly compared: string;
  /** A TODO before the change whose disappearance can be a win. */
  readonly counts: boolean;
}

/**
 * The TODOs that a change closed, in order of files and lines (SPEC 2.2).
 *
 * Each TODO before the change looks for itself after it, over all files: the same text in its file, the same
 * text elsewhere (moved, renamed), then a similar one (reworded, re-tagged), in its own file first. What finds nothing
 * was closed. Removing `n` of several identical ones closes `n`.
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
  files.forEach((change, file) => {
    const counts = !change.deleted && !change.excluded && change.pathBefore !== undefined;
    change.before.filter(isOpen).forEach((todo, index) => {
      before.push(entry(file, index, todo, counts));
    });
    if (change.deleted) return;
    change.after.filter(isOpen).forEach((todo, index) => {
      after.push(entry(file, index, todo, false));
    });
    newlyTicked(change).forEach((todo, index) => {
      ticked.push(entry(file, index, todo, false));
    });
  });

  const open = new Matching(before, after);
  const done = new Matching(before, ticked, open);
  const isTask = ({ todo }: Entry): boolean => todo.tag === openTask;
  open.pairEqual(({ file, todo, text }) => `${file}\0${todo.tag}\0${text}`);
  open.pairEqual(({ file, text }) => `${file}\0${text}`);
  done.pairEqual(({ file, text }) => `${file}\0${text}`, isTask);
  open.pairEqual(({ text }) => text);
  done.pairEqual(({ text }) => text, isTask);
  pairSimilar(open, done, isTask);

  const closed = before.filter(
    candidate => candidate.counts && (isTask(candidate) ? done.has(candidate) : !open.has(candidate)),
  );
  return withKeys(files, after, closed, isTask);
}

function entry(file: number, index: number, todo: Todo, counts: boolean): Entry {
  const text = normalizedText(todo.text);
  const compared = todo.text.includes('://') ? comparedText(todo.text) : text;
  return { file, index, todo, text, compared, counts };
}

/** Ticked tasks after the change that were not yet ticked in the same file before. */
function newlyTicked(change: FileChange): Todo[] {
  const old = new Map<string, number>();
  for (const { tag, text } of change.before) {
    const key = normalizedText(text);
    if (tag === tickedTask) old.set(key, (old.get(key) ?? 0) + 1);
  }
  return change.after.filter(({ tag, text }) => {
    if (tag !== tickedTask) return false;
    const key = normalizedText(text);
    const left = old.get(key) ?? 0;
    if (left > 0) old.set(key, left - 1);
    return left === 0;
  });
}

/** Pairs of entries before and after; an entry before has one partner in all matchings that hang together. */
class Matching {
  readonly pairs: Map<Entry, Entry>;
  private readonly taken = new Set<Entry>();
  private readonly matched: Set<Entry>;

  constructor(
    private readonly before: readonly Entry[],
    private readonly after: readonly Entry[],
    linked?: Matching,
  ) {
    this.pairs = new Map();
    this.matched = linked?.matched ?? new Set();
  }

  has(candidate: Entry): boolean {
    return this.pairs.has(candidate);
  }

  pair(candidate: Entry, partner: Entry): void {
    this.pairs.set(candidate, partner);
    this.matched.add(candidate);
    this.taken.add(partner);
  }

  isFree(candidate: Entry, partner: Entry): boolean {
    return !this.matched.has(candidate) && !this.taken.has(partner);
  }

  /** Pairs entries of the same key; those that could count go first, so that a doubtful case is no win. */
  pairEqual(keyOf: (entry: Entry) => string, wanted: (entry: Entry) => boolean = () => true): void {
    const free = new Map<string, Entry[]>();
    for (const partner of this.freeAfter()) {
      const key = keyOf(partner);
      const list = free.get(key);
      if (list) list.push(partner);
      else free.set(key, [partner]);
    }
    if (free.size === 0) return;
    for (const list of free.values()) list.reverse();
    for (const counts of [true, false]) {
      for (const candidate of this.freeBefore()) {
        if (candidate.counts !== counts || !wanted(candidate)) continue;
        const partner = free.get(keyOf(candidate))?.pop();
        if (partner) this.pair(candidate, partner);
      }
    }
  }

  freeBefore(): Entry[] {
    return this.before.filter(candidate => !this.matched.has(candidate));
  }

  freeAfter(): Entry[] {
    return this.after.filter(partner => !this.taken.has(partner));
  }
}

interface Pair {
  readonly matching: Matching;
  readonly candidate: Entry;
  readonly partner: Entry;
  readonly score: number;
  readonly sameFile: boolean;
  readonly distance: number;
}

/** Pairs what is left by likeness, the most alike first, then same file, then nearest. */
function pairSimilar(open: Matching, done: Matching, isTask: (entry: Entry) => boolean): void {
  const candidates = open.freeBefore().filter(({ counts }) => counts);
  const pairs: Pair[] = [];
  let comparisons = 0;
  // Same files first, so that the bound only ever cuts off what is far apart.
  for (const sameFile of [true, false]) {
    for (const candidate of candidates) {
      for (const matching of isTask(candidate) ? [done, open] : [open]) {
        for (const partner of matching.freeAfter()) {
          if ((partner.file === candidate.file) !== sameFile || comparisons >= maxComparisons) continue;
          comparisons++;
          const distance = Math.abs(candidate.todo.line - partner.todo.line);
          const near = sameFile && distance <= nearLines;
          const score = likeness(candidate.compared, partner.compared, near);
          if (score < (sameFile && distance <= sameLines ? similarInPlace : similarEnough)) continue;
          pairs.push({ matching, candidate, partner, score, sameFile, distance });
        }
      }
    }
  }
  // The sort is stable, so ties keep the order of the change.
  pairs.sort(
    (a, b) => b.score - a.score || Number(b.sameFile) - Number(a.sameFile) || a.distance - b.distance,
  );
  for (const { matching, candidate, partner } of pairs) {
    if (matching.isFree(candidate, partner)) matching.pair(candidate, partner);
  }
}

/** A bare `TODO` that gets a text, or loses it, near by is taken for reworded. */
function likeness(a: string, b: string, near: boolean): number {
  return near && (isBare(a) || isBare(b)) ? similarEnough : comparedSimilarity(a, b);
}

/** Without a text, or with one of signs only (`TODO.`). */
function isBare(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
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
