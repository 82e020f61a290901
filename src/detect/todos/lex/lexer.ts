import { isBlank, lastBefore, lineEndOf, lineStartOf } from './characters';

/** Told of each comment: where its text starts (after the opener) and ends (before the closer). */
export type Report = (start: number, end: number) => void;

/**
 * Finds the comments of a text that hold any of the given places (sorted); others may be reported or not. What
 * comes after the last place is not looked at.
 */
export type Lex = (text: string, places: readonly number[], report: Report) => void;

/** Reads one token at `at`: the index after it, or -1 when it is not one here. */
export type Read = (lexer: Lexer, at: number) => number;

/** A token that hides or holds comments, known by how it starts. */
export interface Rule {
  readonly open: string;
  readonly read: Read;
  /**
   * The rule can reach beyond its line only where one of these stands; none: it never does. A line without any
   * of its language's (and without a tag) need not be read at all, and most lines are such.
   */
  readonly spans?: readonly string[];
  /** The opener, if the rule reads comments. */
  readonly comment?: string;
}

/** The `spans` of a rule that can begin anywhere: each line has to be read. */
export const everywhere: readonly string[] = ['\n'];

/** A here-document whose body starts on the next line. */
export interface Heredoc {
  readonly terminator: string;
  /** The terminator may be indented. */
  readonly indented: boolean;
  /** Code goes on after the terminator on its line (PHP). */
  readonly inline: boolean;
}

/** The rules of a language, ready for the lexer. */
export interface RuleTable {
  /** By the code of their first character, longest opener first. */
  readonly rules: readonly (readonly Rule[] | undefined)[];
  /** 1 for each code that has rules: most characters have none, and this is the fastest way to know. */
  readonly starts: Uint8Array;
  /** What makes a line worth reading. */
  readonly spans: readonly string[];
}

/** Sorts rules for the lexer. Of two with the same opener the earlier wins. */
export function ruleTable(rules: readonly Rule[]): RuleTable {
  const table: Rule[][] = [];
  // A code unit beyond ASCII reads past the end of this, which is as good as 0.
  const starts = new Uint8Array(128);
  for (const rule of rules) {
    const code = rule.open.charCodeAt(0);
    const bucket = table[code] ?? [];
    table[code] = bucket;
    bucket.push(rule);
    starts[code] = 1;
  }
  for (const bucket of table) bucket?.sort((a, b) => b.open.length - a.open.length);
  const spans = new Set(rules.flatMap(rule => rule.spans ?? []));
  return { rules: table, starts, spans: spans.has('\n') ? everywhere : [...spans] };
}

/**
 * The last characters of the openers of comments: before a tag that starts a comment's text, one of them stands
 * on its line. Undefined when an opener ends in a letter, which can stand anywhere.
 */
export function marksOf(rules: readonly Rule[]): string | undefined {
  const marks = rules.flatMap(({ comment }) => (comment === undefined ? [] : [comment.slice(-1)]));
  return marks.some(mark => /\w/.test(mark)) ? undefined : [...new Set(marks)].join('');
}

/** Strings in code in strings: deeper than this is no program. */
const maxDepth = 100;
/** How many times its own length a text may be read in vain, so that hostile ones take no longer than others. */
const maxWaste = 8;

/**
 * Walks through a program and stops only at characters that can start a comment or something that hides one.
 * Half-written files are normal (each save is scanned): what never ends is taken to end with its line.
 */
export class Lexer {
  /** Here-documents announced on the current line. */
  readonly heredocs: Heredoc[] = [];
  /** Set by a rule that ends this language's part of the file (PHP's `?>`). */
  ended = false;
  /** The last run of comments (with only blanks between them), for rules that look back at what came before. */
  private runStart = -1;
  private runEnd = -1;
  private depth = 0;
  private wasted = 0;
  private readonly missing = new Map<string, number>();

  constructor(
    readonly text: string,
    readonly report: Report,
    private readonly table: RuleTable,
  ) {}

  /**
   * Reads the lines that hold a place, and those on which something begins that hides lines: the others can't
   * change what the lines after them are.
   */
  lines(places: readonly number[]): void {
    const { text, table } = this;
    const until = (places.at(-1) ?? -1) + 1;
    const spans = table.spans.map(span => ({ span, shift: span.startsWith('\n') ? 1 : 0, at: -1 }));
    let place = 0;
    // The first line is always read: no end of line stands before it to find.
    for (let next = 0, i = 0; next < until; ) {
      i = this.line(Math.max(i, lineStartOf(text, next)));
      while (place < places.length && (places[place] ?? 0) < i) place++;
      next = places[place] ?? until;
      for (const mark of spans) {
        if (mark.at < i) {
          const found = text.indexOf(mark.span, Math.max(0, i - mark.shift));
          mark.at = found < 0 ? text.length : found + mark.shift;
        }
        if (mark.at < next) next = mark.at;
      }
    }
  }

  /** Reads from `from` to the start of a line, past all that reaches over ends of lines; returns that start. */
  private line(from: number): number {
    const { text } = this;
    let i = from;
    do i = this.walk(i, lineEndOf(text, i) + 1, -1, -1);
    while (i < text.length && (this.heredocs.length > 0 || text.charCodeAt(i - 1) !== 10));
    return i;
  }

  /**
   * Reads code from `from` to `until`, or, with `open` and `close` (codes of brackets), to the bracket that
   * closes it. Returns the index after that bracket, -1 when there is none, else where it stopped.
   */
  code(from: number, until: number, open = -1, close = -1): number {
    if (this.depth >= maxDepth) return -1;
    this.depth++;
    const end = this.walk(from, Math.min(until, this.text.length), open, close);
    this.depth--;
    return end;
  }

  private walk(from: number, until: number, open: number, close: number): number {
    const { text, table } = this;
    const { starts } = table;
    let nested = 0;
    let i = from;
    while (i < until) {
      const code = text.charCodeAt(i);
      if (code === close) {
        if (nested === 0) return i + 1;
        nested--;
      } else if (code === open) nested++;
      if (starts[code] === 1) {
        const end = this.token(table.rules[code] ?? [], i);
        if (this.ended) return end;
        i = end < 0 ? i + 1 : end;
      } else i++;
    }
    return close < 0 ? i : -1;
  }

  private token(rules: readonly Rule[], at: number): number {
    for (const rule of rules) {
      if (rule.open.length === 1 || this.text.startsWith(rule.open, at)) {
        const end = rule.read(this, at);
        if (end >= 0) return end;
      }
    }
    return -1;
  }

  /** Reports a comment: its text, and how far it reaches with opener and closer. */
  comment(start: number, end: number, from: number, to: number): void {
    if (!this.followsComment(from)) this.runStart = from;
    this.runEnd = to;
    this.report(start, end);
  }

  private followsComment(at: number): boolean {
    return this.runEnd >= 0 && at >= this.runEnd && isBlank(this.text, this.runEnd, at);
  }

  /** `at`, or where the run of comments before it starts. */
  beforeComments(at: number): number {
    if (this.followsComment(at)) return this.runStart;
    // First on its line: the line before may not have been read.
    const last = lastBefore(this.text, at);
    if (last < 0 || !this.text.slice(last, at).includes('\n')) return at;
    const least = Math.max(0, last - 1000);
    const start = least + this.text.slice(least, last).lastIndexOf('\n') + 1;
    if (start === least && least > 0) return at;
    const line = new Lexer(this.text.slice(start, last + 1), () => {}, this.table);
    const length = line.code(0, last + 1 - start);
    return line.runEnd === length ? start + line.runStart : at;
  }

  /** `indexOf`, but what was not found from some index on is not looked for there again. */
  find(what: string, from: number): number {
    if (this.misses(what, from)) return -1;
    const at = this.text.indexOf(what, from);
    if (at < 0) this.miss(what, from);
    return at;
  }

  /** Remembers that something is nowhere in the text from an index on. */
  miss(what: string, from: number): void {
    this.missing.set(what, Math.min(from, this.missing.get(what) ?? from));
  }

  /** Whether it is known that this is nowhere in the text from an index on. */
  misses(what: string, from: number): boolean {
    const since = this.missing.get(what);
    return since !== undefined && since <= from;
  }

  /** Where to go on when what starts at `at` never ends: after its line, a few times; then nowhere. */
  recover(at: number): number {
    this.waste(this.text.length - at);
    return this.exhausted ? this.text.length : lineEndOf(this.text, at);
  }

  /** Notes that so many characters were read ahead in vain. */
  waste(characters: number): void {
    this.wasted += characters;
  }

  /** Whether reading ahead on a guess has to end. */
  get exhausted(): boolean {
    return this.wasted > maxWaste * this.text.length;
  }
}
