import { comparedSimilarity, similarEnough, similarInPlace } from './similarity';
import type { Todo } from './todo';

/** Pairs of texts compared in one change, at most; each takes about 10 µs. */
const maxComparisons = 50_000;

/** How many lines away the place still is the same, for texts that are somewhat alike. */
const sameLines = 2;

/** The same for a bare `TODO` that gets a text, or loses it. */
const nearLines = 20;

/** A TODO on one side of a change. */
export interface Entry {
  /** Which of the change's files, from 0. */
  readonly file: number;
  readonly todo: Todo;
  /** Its normalized text. */
  readonly text: string;
  /** The text by which likeness is judged. */
  readonly compared: string;
  /** A TODO before the change whose disappearance can be a win. */
  readonly counts: boolean;
}

/** Pairs entries before a change with those after it; in linked matchings together, each entry before has one partner. */
export class Matching {
  private readonly paired = new Set<Entry>();
  private readonly taken = new Set<Entry>();
  private readonly matched: Set<Entry>;

  constructor(
    private readonly before: readonly Entry[],
    private readonly after: readonly Entry[],
    linked?: Matching,
  ) {
    this.matched = linked?.matched ?? new Set();
  }

  /** Whether an entry before the change has a partner here. */
  has(candidate: Entry): boolean {
    return this.paired.has(candidate);
  }

  pair(candidate: Entry, partner: Entry): void {
    this.paired.add(candidate);
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
export function pairSimilar(open: Matching, done: Matching, isTask: (entry: Entry) => boolean): void {
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
export function isBare(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text);
}
