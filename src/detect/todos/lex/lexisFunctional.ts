import { isWordCode } from './characters';
import type { Lexer } from './lexer';
import { characterLiteral, delimited, quotedEnd } from './literals';
import { lineComment, pattern, skip, string } from './rules';
import { after, type Lexis, longDouble, longSingle } from './shapes';

// Functional languages, and BASIC.

/** Haskell. */
export const haskell: Lexis = {
  nested: true,
  // `-->` and `|--` are operators.
  line: (text, at) => {
    const symbol = /[!#$%&*+./<=>?@\\^|~:]/;
    if (symbol.test(text.charAt(at - 1))) return false;
    let end = at;
    while (text.charCodeAt(end) === 45) end++;
    return !symbol.test(text.charAt(end));
  },
  rules: [
    delimited('[', /\[(?:r|raw|i|str|string|text|sql|here|fmt|multiline)\|/y, () => '|]'),
    string('"', { escape: '\\' }),
    characterLiteral,
  ],
};

const sigilStart = /~[a-zA-Z]+([([{</|]|"(?!"")|'(?!''))/y;

/** Elixir's `~r/…/`, `~w(…)`; those with three quotes are strings like others. */
function sigil(lexer: Lexer, at: number): number {
  sigilStart.lastIndex = at;
  return sigilStart.test(lexer.text) ? quotedEnd(lexer, sigilStart.lastIndex - 1) : -1;
}

/** Elixir. `@doc` texts are strings. */
export const elixir: Lexis = {
  rules: [
    pattern('?', /\?(?:\\.|["'#])/y, (text, at) => !isWordCode(text.charCodeAt(at - 1))),
    string('~S"""', { close: '"""', lines: true }),
    string("~S'''", { close: "'''", lines: true }),
    { open: '~', spans: ['~'], read: sigil },
    longDouble(['#{']),
    longSingle(['#{']),
    string('"', { escape: '\\', lines: true, inside: ['#{'] }),
    string("'", { escape: '\\', lines: true, inside: ['#{'] }),
  ],
};

/** F#. */
export const fsharp: Lexis = {
  nested: true,
  rules: [
    // The operator `(*)`.
    skip('(*)'),
    string('"""', { lines: true }),
    string('"', { lines: true, doubled: true, where: after(/@$/) }),
    string('"', { escape: '\\', lines: true }),
    characterLiteral,
  ],
};

/** Clojure. */
export const clojure: Lexis = {
  rules: [skip('\\', 2), string('"', { escape: '\\', lines: true }), ...lineComment(';')],
};

/** OCaml and relatives. */
export const ocaml: Lexis = {
  nested: true,
  rules: [
    string('"', { escape: '\\', lines: true }),
    delimited('{', /\{([a-z_]*)\|/y, match => `|${match[1]}}`),
    characterLiteral,
  ],
};

/** Erlang: `$%` and `$"` are characters. */
export const erlang: Lexis = {
  rules: [skip('$', 2), string('"', { escape: '\\', lines: true }), string("'", { escape: '\\' })],
};

/** Visual Basic. */
export const basic: Lexis = { rules: [string('"', { doubled: true }), ...lineComment('REM')] };
