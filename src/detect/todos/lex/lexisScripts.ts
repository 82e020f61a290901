import { atShellWordStart, firstOnLine, isWordCode, lastBefore } from './characters';
import type { Lexer } from './lexer';
import { characterLiteral, delimited, heredocs, luaLongComment, pythonString } from './literals';
import { lineComment, pattern, skip, string, type Where } from './rules';
import { after, doubleQuoted, type Lexis, longDouble, longSingle, singleQuoted } from './shapes';
import { powerShellRules, shellRules } from './shells';

// Scripting languages.

/** Python. Docstrings are strings, not comments. */
export const python: Lexis = { rules: ['"""', "'''", '"', "'"].map(pythonString) };

/** PHP's strings; the tags around its code are read elsewhere (see `markup`). */
export const php: Lexis = {
  rules: [
    string('"', { escape: '\\', lines: true, inside: ['{$', '${'] }),
    string("'", { escape: '\\', lines: true }),
    string('`', { escape: '\\', lines: true }),
    ...heredocs({ open: '<<<', regex: /<<<[ \t]*()(?:(["'])(\w+)\2|(\w+))/y, indented: '*', inline: true }),
  ],
};

/** Lua. */
export const lua: Lexis = {
  rules: [luaLongComment, delimited('[', /\[(=*)\[/y, match => `]${match[1]}]`), doubleQuoted, singleQuoted],
};

/** R. */
export const r: Lexis = {
  rules: [
    ...['r', 'R'].map(open =>
      delimited(
        open,
        /[rR](["'])(-*)([([{])/y,
        match => `${{ '(': ')', '[': ']', '{': '}' }[match[3] ?? '('] ?? ')'}${match[2]}${match[1]}`,
        (text, at) => !isWordCode(text.charCodeAt(at - 1)),
      ),
    ),
    string('"', { escape: '\\', lines: true }),
    string("'", { escape: '\\', lines: true }),
    string('`', { escape: '\\' }),
  ],
};

/** Julia. */
export const julia: Lexis = {
  nested: true,
  rules: [longDouble(['$(']), string('"', { escape: '\\', lines: true, inside: ['$('] }), characterLiteral],
};

/** CoffeeScript. */
export const coffee: Lexis = {
  rules: [
    longDouble(['#{']),
    longSingle(),
    string('///', { escape: '\\', lines: true }),
    string('"', { escape: '\\', lines: true, inside: ['#{'] }),
    string("'", { escape: '\\', lines: true }),
    pattern('/', /\/(?![/\s=])(?:[^/\\\n]|\\.)+\//y, (text, at) =>
      '(,=~:[|&!'.includes(text.charAt(lastBefore(text, at))),
    ),
  ],
};

const isBody = after(/\b(?:as|do)(?:\s+language\s+\w+)?\s+$/i);

/**
 * SQL. A dollar-quoted text is a string, but after `AS` or `DO` it is a function's body and read as code: there
 * people write comments, not texts.
 */
export const sql: Lexis = {
  rules: [
    string("'", { escape: '\\', lines: true, doubled: true, where: after(/(?:^|[^\w$])[eE]$/) }),
    string("'", { lines: true, doubled: true }),
    string('"', { lines: true, doubled: true }),
    string('`', { lines: true }),
    { open: '$', spans: ['$'], read: dollarQuoted },
  ],
};

const dollarTag = /\$(?:[A-Za-z_]\w*)?\$/y;

function dollarQuoted(lexer: Lexer, at: number): number {
  const { text } = lexer;
  dollarTag.lastIndex = at;
  const tag = dollarTag.exec(text)?.[0];
  if (tag === undefined || isWordCode(text.charCodeAt(at - 1))) return -1;
  const from = at + tag.length;
  const end = lexer.find(tag, from);
  if (end < 0) return lexer.recover(from);
  if (isBody(text, at)) lexer.code(from, end);
  return end + tag.length;
}

/** Batch files: only the first word of a command can be a comment. */
const batchStart: Where = (text, at) => /(?:^|[\n&(])[\s@]*$/.test(text.slice(Math.max(0, at - 40), at));

/** Batch files. */
export const bat: Lexis = {
  line: batchStart,
  rules: [...lineComment('REM', batchStart), ...lineComment('::', firstOnLine)],
};

const shellHeredoc = {
  open: '<<',
  regex: /<<(-?)[ \t]*(?:(["'])([^\n]+?)\2|\\?([A-Za-z_][\w.-]*))/y,
  indented: '-',
  where: (text: string, at: number) => text.charAt(at - 1) !== '<' && text.charAt(at + 2) !== '<',
};

/** POSIX shells, bash, zsh. */
export const shellscript: Lexis = {
  line: atShellWordStart,
  rules: [...shellRules, ...heredocs(shellHeredoc)],
};

/** fish. */
export const fish: Lexis = {
  line: atShellWordStart,
  rules: [
    skip('\\', 2),
    string("'", { escape: '\\', lines: true }),
    string('"', { escape: '\\', lines: true }),
  ],
};

/** PowerShell. */
export const powershell: Lexis = { line: atShellWordStart, rules: powerShellRules };

/** Dockerfiles, where a comment has a line of its own. */
export const dockerfile: Lexis = { line: firstOnLine, rules: heredocs(shellHeredoc) };

/** Terraform and HCL. */
export const terraform: Lexis = {
  rules: [
    string('"', { escape: '\\', inside: ['${'] }),
    ...heredocs(shellHeredoc),
    ...lineComment('#'),
    ...lineComment('//'),
  ],
};
