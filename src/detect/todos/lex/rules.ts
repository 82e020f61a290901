import { isWordCode, lineEndOf } from './characters';
import type { Lexer, Rule } from './lexer';

/** Whether a token may stand at an index. */
export type Where = (text: string, at: number) => boolean;

/** How a kind of string is written. */
export interface StringShape {
  /** The closer; the opener when left out. */
  readonly close?: string;
  /** The character after which the next one counts for nothing. */
  readonly escape?: string;
  /** The closer written twice stands for itself. */
  readonly doubled?: boolean;
  /** It may go on over ends of lines. */
  readonly lines?: boolean;
  /** Without its closer on the line it is no string but a plain character. */
  readonly loose?: boolean;
  /** Openers of code inside, two at most, each ending in its bracket: `${`, `#{`, `\(`. */
  readonly inside?: readonly string[];
  readonly where?: Where;
  /** See `Rule`. When left out: the opener, if it may go on over ends of lines. */
  readonly spans?: readonly string[];
}

const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' };

/** The bracket that closes `open`; any other character closes itself. */
export function closerOf(open: string): string {
  return closers[open] ?? open;
}

/**
 * Reads the rest of a string from the index after its opener. Returns the index after it; one that never ends
 * is taken to end with its line.
 */
export function readString(lexer: Lexer, from: number, close: string, shape: StringShape): number {
  const { text } = lexer;
  const first = close.charCodeAt(0);
  if (close.length === 1 && !shape.lines && !shape.inside && !shape.doubled) {
    return plainEnd(text, from, first, shape.escape);
  }
  const escapeCode = shape.escape === undefined ? -1 : shape.escape.charCodeAt(0);
  const insideCode = shape.inside?.[0]?.charCodeAt(0) ?? -1;
  const otherCode = shape.inside?.[1]?.charCodeAt(0) ?? -1;
  const lines = shape.lines === true;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === first && (close.length === 1 || text.startsWith(close, i))) {
      i += close.length;
      if (shape.doubled && text.startsWith(close, i)) i += close.length;
      else return close.length === 3 ? afterQuotes(text, i, first) : i;
    } else if (
      (code === insideCode || code === otherCode) &&
      shape.inside?.some(opener => text.startsWith(opener, i))
    ) {
      i = insideEnd(lexer, i, shape.inside);
      if (i < 0) return lexer.recover(from);
    } else if (code === escapeCode) i += text.startsWith('\r\n', i + 1) ? 3 : 2;
    else if (code === 10 && !lines) return i;
    else i++;
  }
  return lines ? lexer.recover(from) : text.length;
}

/** The most frequent kind: on one line, with nothing inside. */
function plainEnd(text: string, from: number, close: number, escapes: string | undefined): number {
  const escapeCode = escapes === undefined ? -1 : escapes.charCodeAt(0);
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === close) return i + 1;
    if (code === 10) return i;
    if (code === escapeCode) i += text.startsWith('\r\n', i + 1) ? 3 : 2;
    else i++;
  }
  return text.length;
}

function insideEnd(lexer: Lexer, at: number, openers: readonly string[]): number {
  const opener = openers.find(candidate => lexer.text.startsWith(candidate, at)) ?? '';
  const open = opener.slice(-1);
  const close = closerOf(open);
  return lexer.code(at + opener.length, lexer.text.length, open.charCodeAt(0), close.charCodeAt(0));
}

/** `"""a""""`: of a run of quotes, the last three close. */
function afterQuotes(text: string, at: number, quote: number): number {
  let i = at;
  while (i < at + 2 && text.charCodeAt(i) === quote) i++;
  return i;
}

/** A string, with what hides in it. */
export function string(open: string, shape: StringShape = {}): Rule {
  const close = shape.close ?? open;
  const escapes = shape.escape === undefined ? [] : [`${shape.escape}\n`, `${shape.escape}\r`];
  const spans = shape.lines ? [open] : [...(shape.inside ?? []), ...escapes];
  return {
    open,
    spans: shape.spans ?? spans,
    read: (lexer, at) => {
      if (shape.where && !shape.where(lexer.text, at)) return -1;
      if (shape.loose && !closesOnLine(lexer.text, at + open.length, close)) return -1;
      return readString(lexer, at + open.length, close, shape);
    },
  };
}

function closesOnLine(text: string, from: number, close: string): boolean {
  // Bounded: a quote far away on an endless line is not this one's partner.
  const line = text.slice(from, Math.min(lineEndOf(text, from), from + 1000));
  return line.includes(close);
}

/** Something known by a sticky regular expression; what it matches holds no comment. */
export function pattern(open: string, regex: RegExp, where?: Where): Rule {
  return {
    open,
    read: ({ text }, at) => {
      if (where && !where(text, at)) return -1;
      regex.lastIndex = at;
      return regex.test(text) ? regex.lastIndex : -1;
    },
  };
}

/** The next `length` characters count for nothing (an escape outside strings, `$#`, `?"`). */
export function skip(open: string, length = open.length, where?: Where): Rule {
  return { open, read: ({ text }, at) => (where && !where(text, at) ? -1 : at + length) };
}

/** A comment up to the end of its line. Openers that are words (`REM`) are whole words in any case. */
export function lineComment(open: string, where?: Where): Rule[] {
  const read: Rule['read'] = (lexer, at) => {
    if (where && !where(lexer.text, at)) return -1;
    const end = lineEndOf(lexer.text, at);
    lexer.comment(at + open.length, end, at, end);
    return end;
  };
  const word = open.trim();
  if (!/[a-z]$/i.test(word)) return [{ open: word, comment: word, read }];
  const whole: Rule['read'] = (lexer, at) => {
    const { text } = lexer;
    if (text.slice(at, at + word.length).toLowerCase() !== word.toLowerCase()) return -1;
    if (isWordCode(text.charCodeAt(at - 1)) || isWordCode(text.charCodeAt(at + word.length))) return -1;
    return read(lexer, at);
  };
  const first = word.charAt(0);
  return [...new Set([first.toLowerCase(), first.toUpperCase()])].map(letter => ({
    open: letter,
    comment: word,
    read: whole,
  }));
}

/** A comment between an opener and a closer. One that never ends still shows its lines' TODOs. */
export function blockComment(open: string, close: string, nested = false, where?: Where): Rule {
  return {
    open,
    spans: [open],
    comment: open,
    read: (lexer, at) => {
      if (where && !where(lexer.text, at)) return -1;
      const from = at + open.length;
      const end = nested ? nestedEnd(lexer, from, open, close) : lexer.find(close, from);
      if (end < 0) {
        lexer.report(from, lexer.text.length);
        return lexer.recover(from);
      }
      lexer.comment(from, end, at, end + close.length);
      return end + close.length;
    },
  };
}

function nestedEnd(lexer: Lexer, from: number, open: string, close: string): number {
  let depth = 1;
  let i = from;
  for (;;) {
    const closing = lexer.find(close, i);
    if (closing < 0) return -1;
    const opening = lexer.find(open, i);
    if (opening >= 0 && opening < closing) {
      depth++;
      i = opening + open.length;
    } else {
      depth--;
      if (depth === 0) return closing;
      i = closing + close.length;
    }
  }
}
