import type { Lexer, Rule } from './lexer';
import { delimited } from './literals';
import { readString, skip, string } from './rules';

/** What a double-quoted string of a shell may hold: command substitutions with strings of their own. */
const inDouble = { escape: '\\', lines: true, inside: ['$('] } as const;

/** A double-quoted string, with the expansions in it. */
function doubleEnd(lexer: Lexer, from: number, level: number): number {
  const { text } = lexer;
  for (let i = from; i < text.length; ) {
    const char = text.charAt(i);
    if (char === '"') return i + 1;
    if (char === '\\') i += 2;
    else if (char === '$' && '({'.includes(text.charAt(i + 1) || ' ')) {
      const end =
        text.charAt(i + 1) === '('
          ? lexer.code(i + 2, text.length, 40, 41)
          : expansionEnd(lexer, i + 2, true, level + 1);
      if (end < 0) return -1;
      i = end;
    } else i++;
  }
  return -1;
}

/** `${name#pattern}`: `#` starts no comment in it; inside double quotes `'` is a plain character. */
function expansionEnd(lexer: Lexer, from: number, quoted: boolean, level: number): number {
  const { text } = lexer;
  if (level > 50) return -1;
  for (let i = from; i < text.length; ) {
    const char = text.charAt(i);
    let end = i + 1;
    if (char === '}') return end;
    if (char === '\\') end = i + 2;
    else if (char === "'" && !quoted) {
      const close = lexer.find("'", i + 1);
      end = close < 0 ? -1 : close + 1;
    } else if (char === '"') end = doubleEnd(lexer, i + 1, level + 1);
    else if (text.startsWith('${', i)) end = expansionEnd(lexer, i + 2, quoted, level + 1);
    else if (text.startsWith('$(', i)) end = lexer.code(i + 2, text.length, 40, 41);
    if (end < 0) return -1;
    i = end;
  }
  return -1;
}

function orRecover(lexer: Lexer, at: number, end: number): number {
  return end < 0 ? lexer.recover(at) : end;
}

/** POSIX shells, bash, zsh. */
export const shellRules: readonly Rule[] = [
  skip('\\', 2),
  string("$'", { close: "'", escape: '\\', lines: true }),
  string("'", { lines: true }),
  { open: '"', spans: ['"'], read: (lexer, at) => orRecover(lexer, at, doubleEnd(lexer, at + 1, 0)) },
  {
    open: '${',
    spans: ['${'],
    read: (lexer, at) => orRecover(lexer, at, expansionEnd(lexer, at + 2, false, 0)),
  },
  skip('$#', 2),
];

/** PowerShell, where the backtick escapes. */
export const powerShellRules: readonly Rule[] = [
  skip('`', 2),
  delimited('@"', /@"[ \t]*\r?(?=\n)/y, () => '\n"@'),
  delimited("@'", /@'[ \t]*\r?(?=\n)/y, () => "\n'@"),
  {
    open: '"',
    spans: ['"'],
    read: (lexer, at) => readString(lexer, at + 1, '"', { ...inDouble, escape: '`', doubled: true }),
  },
  string("'", { lines: true, doubled: true }),
];
