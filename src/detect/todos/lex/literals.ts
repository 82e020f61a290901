import { atLineStart, isBlankCode, isWordCode, lineEndOf, wordBefore } from './characters';
import type { Lexer, Rule } from './lexer';
import { closerOf, readString, type Where } from './rules';

/** A character literal; also true to Rust's lifetimes, C++'s `1'000` and primes in names, which are none. */
export const characterLiteral: Rule = {
  open: "'",
  read: ({ text }, at) => {
    const word = wordBefore(text, at);
    if (word !== '' && !/^(?:[LUub]|u8)$/.test(word)) return -1;
    characterShape.lastIndex = at;
    return characterShape.test(text) ? characterShape.lastIndex : -1;
  },
};
const characterShape = /'(?:\\[^\n][^'\n]{0,10}|[^'\\\n])'/uy;

/** How here-documents are announced: group 1 a sign, 2 a quote, 3 or 4 the terminator. */
export interface HeredocShape {
  readonly open: string;
  readonly regex: RegExp;
  /** The signs with which the terminator may be indented. */
  readonly indented: string;
  readonly inline?: boolean;
  readonly where?: Where;
}

/** Rules for here-documents: the announcement, and the end of its line, after which the body follows. */
export function heredocs(shape: HeredocShape): Rule[] {
  const announce: Rule = {
    open: shape.open,
    spans: [shape.open],
    read: (lexer, at) => {
      const { text } = lexer;
      if (shape.where && !shape.where(text, at)) return -1;
      shape.regex.lastIndex = at;
      const match = shape.regex.exec(text);
      const terminator = match?.[3] ?? match?.[4];
      if (!match || !terminator) return -1;
      const sign = match[1] ?? '';
      const indented = shape.indented === '*' || (sign !== '' && shape.indented.includes(sign));
      lexer.heredocs.push({ terminator, indented, inline: shape.inline ?? false });
      return shape.regex.lastIndex;
    },
  };
  return [announce, { open: '\n', read: skipBodies }];
}

function skipBodies(lexer: Lexer, at: number): number {
  if (lexer.heredocs.length === 0) return -1;
  let i = at + 1;
  for (const heredoc of lexer.heredocs.splice(0)) {
    const key = `\n${heredoc.terminator}`;
    // `1 <<WIDTH` looks like a here-document too; without its end it is none.
    if (lexer.misses(key, i)) continue;
    let from = i;
    let end = -1;
    while (end < 0 && from < lexer.text.length) {
      const lineEnd = lineEndOf(lexer.text, from);
      end = terminatorEnd(lexer.text, from, lineEnd, heredoc.terminator, heredoc.indented, heredoc.inline);
      from = lineEnd + 1;
    }
    if (end < 0) lexer.miss(key, i);
    else i = Math.min(end, lexer.text.length);
  }
  return i;
}

function terminatorEnd(
  text: string,
  from: number,
  lineEnd: number,
  terminator: string,
  indented: boolean,
  inline: boolean,
): number {
  let start = from;
  if (indented) while (start < lineEnd && isBlankCode(text.charCodeAt(start))) start++;
  if (!text.startsWith(terminator, start)) return -1;
  const end = start + terminator.length;
  if (inline) return isWordCode(text.charCodeAt(end)) ? -1 : end;
  return text.slice(end, Math.min(lineEnd, end + 200)).trim() === '' ? lineEnd + 1 : -1;
}

/** A string whose opener (a regular expression, sticky) tells its closer: `R"x(…)x"`, `r#"…"#`, `[==[…]==]`. */
export function delimited(
  open: string,
  opener: RegExp,
  closer: (match: RegExpExecArray) => string,
  where?: Where,
  spans: readonly string[] = [open],
): Rule {
  return {
    open,
    spans,
    read: (lexer, at) => {
      if (where && !where(lexer.text, at)) return -1;
      opener.lastIndex = at;
      const match = opener.exec(lexer.text);
      if (!match) return -1;
      const from = at + match[0].length;
      const close = closer(match);
      const end = lexer.find(close, from);
      return end < 0 ? lexer.recover(from) : end + close.length;
    },
  };
}

/** Lua's `--[==[ … ]==]`. */
export const luaLongComment: Rule = {
  open: '--[',
  spans: ['--['],
  comment: '--[[',
  read: (lexer, at) => {
    const level = /^--\[(=*)\[/.exec(lexer.text.slice(at, at + 60))?.[1];
    if (level === undefined) return -1;
    const from = at + level.length + 4;
    const end = lexer.find(`]${level}]`, from);
    lexer.report(from, end < 0 ? lexer.text.length : end);
    return end < 0 ? lexer.recover(from) : end + level.length + 2;
  },
};

/** Everything between a line that starts with `open` and the line that starts with `close` is no code. */
export function section(open: string, close: string, isComment: boolean, where: Where = atLineStart): Rule {
  return {
    open,
    spans: [`\n${open}`],
    ...(isComment && { comment: open }),
    read: (lexer, at) => {
      if (!where(lexer.text, at)) return -1;
      const from = at + open.length;
      const end = close === '' ? -1 : lexer.find(`\n${close}`, from);
      if (isComment) lexer.report(from, end < 0 ? lexer.text.length : end);
      return end < 0 ? lexer.text.length : lineEndOf(lexer.text, end + 1);
    },
  };
}

/**
 * A quote whose delimiter the writer chooses (Perl's `q{…}`, Ruby's `%w[…]`), from its opening delimiter on;
 * brackets nest. -1 when it never ends.
 */
export function quotedEnd(lexer: Lexer, at: number): number {
  const { text } = lexer;
  if (lexer.exhausted) return -1;
  const open = text.charAt(at);
  const close = closerOf(open);
  let depth = 0;
  for (let i = at + 1; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i++;
    else if (char === close) {
      if (depth === 0) return i + 1;
      depth--;
    } else if (char === open) depth++;
  }
  lexer.waste(text.length - at);
  return -1;
}

/** Python's strings with their prefixes. f-strings hold code (3.12: with the same quotes), but no comments. */
export function pythonString(quote: string): Rule {
  return {
    open: quote,
    spans: quote.length === 3 ? [quote] : ['\\\n', '\\\r'],
    read: (lexer, at) => {
      const prefix = wordBefore(lexer.text, at);
      const formatted = /^(?:[ft]r?|r[ft])$/i.test(prefix);
      const lines = quote.length === 3;
      if (!formatted) return readString(lexer, at + quote.length, quote, { escape: '\\', lines });
      const end = formattedEnd(lexer.text, at + quote.length, quote, lines, 0);
      return end < 0 ? lexer.recover(at) : end;
    },
  };
}

function formattedEnd(text: string, from: number, quote: string, lines: boolean, level: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const char = text.charAt(i);
    if (char === '\\') i += text.startsWith('\r\n', i + 1) ? 2 : 1;
    else if (char === '\n' && !lines) return i;
    else if (depth === 0 && text.startsWith(quote, i)) return i + quote.length;
    else if (char === '{') {
      if (depth === 0 && text.charAt(i + 1) === '{') i++;
      else depth++;
    } else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth > 0 && (char === '"' || char === "'")) {
      if (level > 20) return -1;
      const inner = text.startsWith(char.repeat(3), i) ? char.repeat(3) : char;
      const end = formattedEnd(text, i + inner.length, inner, inner.length === 3, level + 1);
      if (end < 0) return -1;
      i = end - 1;
    }
  }
  return -1;
}

/** A YAML block scalar: from `|` or `>` over all lines that are indented deeper than its key. */
export function yamlBlock(open: string): Rule {
  return {
    open,
    spans: [open],
    // The comment after its sign.
    comment: '#',
    read: (lexer, at) => {
      const { text } = lexer;
      // Most bars and angles are something else, and end no line.
      const head = /^[|>][-+\d]{0,2}(?:[ \t]+#[^\n]*)?[ \t]*\r?(?=\n|$)/.exec(text.slice(at, at + 1000));
      if (!head) return -1;
      const least = Math.max(0, at - 500);
      const before = text.slice(text.slice(least, at).lastIndexOf('\n') + 1 + least, at);
      const key = /^((?:\s*-(?=\s))*\s*)(?:(?:[^\s#]|[^\s]#|\s(?!#))*:\s+)?(?:[!&]\S+\s+)*$/.exec(before);
      if (!key || !/(?:^|[\s:-])$/.test(before)) return -1;
      const sign = head[0].indexOf('#');
      if (sign >= 0) lexer.report(at + sign + 1, at + head[0].length);
      const isKey = before.includes(':');
      const dashes = key[1] ?? '';
      const parent = isKey ? dashes.length : dashes.lastIndexOf('-');
      return blockEnd(text, lineEndOf(text, at), parent);
    },
  };
}

function blockEnd(text: string, headEnd: number, parent: number): number {
  let end = headEnd;
  for (let from = headEnd + 1; from < text.length; ) {
    const lineEnd = lineEndOf(text, from);
    let i = from;
    while (i < lineEnd && text.charCodeAt(i) === 32) i++;
    const blank = i === lineEnd || text.charCodeAt(i) === 13 || text.charCodeAt(i) === 9;
    if (!blank && i - from <= parent) return end;
    end = lineEnd;
    from = lineEnd + 1;
  }
  return text.length;
}
