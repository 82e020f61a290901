import { isWordCode, lastBefore, wordBefore } from './characters';
import type { Lexer } from './lexer';
import { characterLiteral, delimited } from './literals';
import { pattern, string, type Where } from './rules';
import { after, doubleQuoted, type Lexis, longDouble, longSingle, singleQuoted } from './shapes';

// The C family and others that are compiled.

const cppRaw = delimited(
  '"',
  /"([^\s()\\]{0,16})\(/y,
  match => `)${match[1]}"`,
  after(/(?:^|[^\w$])(?:u8|[LuU])?R$/),
  ['R"'],
);

/** C allows several characters in one literal. */
const cCharacter = pattern("'", /'(?:\\.|[^'\\\n]){1,12}'/y, (text, at) =>
  /^(?:[LUu]|u8)?$/.test(wordBefore(text, at)),
);
/** C, C++ and Objective-C. */
export const c: Lexis = { rules: [cppRaw, doubleQuoted, cCharacter] };

/** C#, with verbatim, interpolated and raw strings. */
export const csharp: Lexis = {
  rules: [
    // Raw: closed by as many quotes as open it.
    delimited('"""', /"{3,}/y, match => match[0]),
    string('"', {
      lines: true,
      doubled: true,
      inside: ['{'],
      where: after(/(?:\$@|@\$)$/),
      spans: ['@"', '@$"'],
    }),
    string('"', { lines: true, doubled: true, where: after(/@$/), spans: ['@"'] }),
    { open: '"', spans: ['$"'], read: interpolated },
    doubleQuoted,
    characterLiteral,
  ],
};

/** C#'s `$"…{code}…"`, where `{{` is a brace. */
function interpolated(lexer: Lexer, at: number): number {
  const { text } = lexer;
  if (text.charAt(at - 1) !== '$') return -1;
  for (let i = at + 1; i < text.length; ) {
    const char = text.charAt(i);
    if (char === '"') return i + 1;
    if (char === '\n') return i;
    if (char === '\\' || text.startsWith('{{', i)) i += 2;
    else if (char === '{') {
      const end = lexer.code(i + 1, text.length, 123, 125);
      if (end < 0) return lexer.recover(at);
      i = end;
    } else i++;
  }
  return text.length;
}

/** Rust. */
export const rust: Lexis = {
  nested: true,
  rules: [
    // r"…", r#"…"#, br##"…"##: looked for at the `r`, since the hashes stand before the quote.
    ...['r', 'b', 'c'].map(open =>
      delimited(
        open,
        /(?:r|br|cr)(#*)"/y,
        match => `"${match[1]}`,
        (text, at) => !isWordCode(text.charCodeAt(at - 1)),
      ),
    ),
    string('"', { escape: '\\', lines: true }),
    characterLiteral,
  ],
};

/** Swift. */
export const swift: Lexis = {
  nested: true,
  rules: [
    delimited('#', /(#+)(?:"""|"|\/)/y, match => {
      const opener = match[0].slice(match[1]?.length ?? 0);
      return opener + match[1];
    }),
    longDouble(['\\(']),
    string('"', { escape: '\\', inside: ['\\('] }),
  ],
};

/** Kotlin. */
export const kotlin: Lexis = {
  nested: true,
  rules: [
    string('"""', { lines: true, inside: ['${'] }),
    string('"', { escape: '\\', inside: ['${'] }),
    characterLiteral,
  ],
};

/** In Scala only prefixed strings hold code. */
const prefixed: Where = (text, at) => isWordCode(text.charCodeAt(at - 1));

/** Scala. */
export const scala: Lexis = {
  nested: true,
  rules: [
    string('"""', { lines: true, inside: ['${'], where: prefixed }),
    string('"""', { lines: true }),
    string('"', { escape: '\\', inside: ['${'], where: prefixed }),
    doubleQuoted,
    characterLiteral,
  ],
};

const rawDart: Where = after(/(?:^|[^\w$])r$/);

/** Dart. */
export const dart: Lexis = {
  nested: true,
  rules: ['"""', "'''", '"', "'"].flatMap(quote => [
    string(quote, { lines: quote.length === 3, where: rawDart }),
    string(quote, { escape: '\\', lines: quote.length === 3, inside: ['${'] }),
  ]),
};

/** Java. */
export const java: Lexis = { rules: [longDouble(), doubleQuoted, characterLiteral] };

/** Groovy and Gradle. */
export const groovy: Lexis = {
  rules: [
    longDouble(['${']),
    longSingle(),
    string('"', { escape: '\\', inside: ['${'] }),
    singleQuoted,
    string('$/', { close: '/$', lines: true }),
    // Slashy strings, where a value may begin and on one line only.
    pattern('/', /\/(?![/*\s])(?:[^/\\\n]|\\.)*\//y, (text, at) =>
      '(,=~:['.includes(text.charAt(lastBefore(text, at))),
    ),
  ],
};

/** Go. */
export const go: Lexis = { rules: [doubleQuoted, string('`', { lines: true }), characterLiteral] };

/** Zig: `\\` starts a line of a multi-line string. */
export const zig: Lexis = { rules: [pattern('\\\\', /\\\\[^\n]*/y), doubleQuoted, characterLiteral] };
