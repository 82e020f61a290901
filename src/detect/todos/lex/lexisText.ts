import { afterBlank, atShellWordStart, firstOnLine, isAddress, isWordCode } from './characters';
import type { Rule } from './lexer';
import { delimited, yamlBlock } from './literals';
import { lineComment, pattern, skip, string, type Where } from './rules';
import { doubleQuoted, type Lexis, longDouble, singleQuoted } from './shapes';

// Styles, configuration and documents.

/** Addresses in `url(…)` are no comments. */
const cssAddress = pattern(
  'u',
  /url\(\s*(?!["'\s])[^)\n]*\)/iy,
  (text, at) => !isWordCode(text.charCodeAt(at - 1)),
);

/** CSS, SCSS, Less and relatives. */
export const css: Lexis = {
  rules: [cssAddress, doubleQuoted, singleQuoted],
  line: (text, at) => !isAddress(text, at),
};

/** Where a quote opens a scalar; elsewhere (`don't`) it is part of one. */
const yamlScalar: Where = (text, at) => {
  if (!afterBlank(text, at) && !'[{,'.includes(text.charAt(at - 1))) return false;
  if (firstOnLine(text, at)) return true;
  const before = text.slice(Math.max(0, at - 80), at);
  return /(?:[:,[{?]|(?:^|[\s[{])-|[\s:-][!&]\S*)\s*$/.test(before);
};

/** YAML. Block scalars are strings, even those that hold a script. */
export const yaml: Lexis = {
  line: afterBlank,
  rules: [
    string('"', { escape: '\\', lines: true, where: yamlScalar }),
    string("'", { lines: true, doubled: true, where: yamlScalar }),
    yamlBlock('|'),
    yamlBlock('>'),
  ],
};

/** TOML. */
export const toml: Lexis = {
  rules: [longDouble(), string("'''", { lines: true }), doubleQuoted, string("'")],
};

/** Java properties. */
export const properties: Lexis = { line: firstOnLine, rules: lineComment('!', firstOnLine) };

/** INI. */
export const ini: Lexis = {
  line: afterBlank,
  rules: [string('"', { loose: true }), ...lineComment('#', firstOnLine)],
};

/** dotenv. */
export const dotenv: Lexis = {
  line: afterBlank,
  rules: [string('"', { escape: '\\', lines: true }), string("'", { lines: true })],
};

const looseQuotes: readonly Rule[] = [
  string('"', { escape: '\\', loose: true }),
  string("'", { loose: true }),
];

/** Makefiles, with shell strings in recipes. */
export const makefile: Lexis = { line: atShellWordStart, rules: [skip('\\', 2), ...looseQuotes] };

/** CMake. */
export const cmake: Lexis = {
  rules: [delimited('[', /\[(=*)\[/y, match => `]${match[1]}]`), string('"', { escape: '\\', lines: true })],
};

/** TeX and LaTeX. */
export const latex: Lexis = { rules: [skip('\\', 2)] };

/** reStructuredText, where directives look like comments. */
export const rst: Lexis = {
  line: (text, at) => firstOnLine(text, at) && /^\.\.(?:\s(?!\S+::)|$)/.test(text.slice(at, at + 100)),
  rules: [],
};
