import { isWordCode, lastBefore, wordBefore } from './characters';
import type { Lex, Rule } from './lexer';
import { Lexer, ruleTable } from './lexer';
import { blockComment, lineComment, string } from './rules';
import { mayBeginValue, regexEnd } from './values';

/** Words of JavaScript after which a value begins, so `/` starts a regular expression. */
const keywords: ReadonlySet<string> = new Set(
  'return typeof case in of instanceof new delete void throw do else yield await default extends'.split(' '),
);

const regex: Rule = {
  open: '/',
  read: (lexer, at) => {
    // `</p>` and `<br/>` where JSX was not recognized.
    if (lexer.text.charCodeAt(at - 1) === 60) return -1;
    return mayBeginValue(lexer.text, at, keywords, lexer.beforeComments(at)) ? regexEnd(lexer, at) : -1;
  },
};

const plainRules: readonly Rule[] = [
  ...lineComment('//'),
  blockComment('/*', '*/'),
  regex,
  string('"', { escape: '\\' }),
  string("'", { escape: '\\' }),
  string('`', { escape: '\\', lines: true, inside: ['${'] }),
];

const element: Rule = {
  open: '<',
  spans: ['<'],
  read: (lexer, at) => {
    if (lexer.exhausted || !beginsElement(lexer, at)) return -1;
    const end = elementEnd(lexer, at, 0);
    if (end < 0) lexer.waste(lexer.text.length - at);
    return end;
  },
};

const plainTable = ruleTable(plainRules);
const jsxTable = ruleTable([...plainRules, element]);

/**
 * Comments of JavaScript and TypeScript. Regular expressions are told from divisions by what stands before
 * them. With `jsx`, elements are read as such: their text is text (`<p>// TODO: no</p>` is none), and comments
 * in braces or inside a tag are comments (`{/* TODO: yes *\/}`).
 */
export function javaScript(jsx: boolean): Lex {
  return (text, places, report) => {
    // Without any element the text is read faster.
    new Lexer(text, report, jsx && mayHoldElement(text) ? jsxTable : plainTable).lines(places);
  };
}

/** Whether an element may be anywhere: after a word or a closing sign `<` is an operator or opens type arguments. */
function mayHoldElement(text: string): boolean {
  if (!text.includes('</') && !text.includes('/>')) return false;
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (next !== 62 && (!isWordCode(next) || (next >= 48 && next <= 57))) continue;
    const last = lastBefore(text, at);
    const sign = text.charAt(last);
    if (
      isWordCode(text.charCodeAt(last))
        ? keywords.has(wordBefore(text, last + 1))
        : !`)]}."'\``.includes(sign)
    ) {
      return true;
    }
    // The sign may belong to a comment at the end of the line before.
    if (text.slice(last + 1, at).includes('\n')) return true;
  }
  return false;
}

const opening = /<(?:([A-Za-z_$][\w$.:-]*)|>)/y;
const generics = /<\s*(?:const\s+)?[\w$]+\s*(?:,|=|extends\s)/y;

function beginsElement(lexer: Lexer, at: number): boolean {
  const { text } = lexer;
  opening.lastIndex = at;
  const match = opening.exec(text);
  if (!match) return false;
  const before = lexer.beforeComments(at);
  const last = lastBefore(text, before);
  const sign = text.charAt(last);
  if (sign === '}' || sign === ')' || sign === '<') return false;
  if (sign === '>' && text.charAt(last - 1) !== '=') return false;
  if (!mayBeginValue(text, at, keywords, before)) return false;
  generics.lastIndex = at;
  if (generics.test(text)) return false;
  // `<T>(value: T) => …`: an element of that name would have to be closed.
  const after = at + match[0].length;
  const isCall = match[1] !== undefined && /^>\s*\(/.test(text.slice(after, after + 20));
  return !isCall || lexer.find(`</${match[1]}`, after) >= 0;
}

/** The index after the element that starts at `at`, or -1 when it never ends. */
function elementEnd(lexer: Lexer, at: number, level: number): number {
  const { text } = lexer;
  let open = 0;
  let i = at;
  for (;;) {
    if (text.charCodeAt(i + 1) === 47) {
      i = lexer.find('>', i) + 1;
      if (i === 0) return -1;
      open--;
    } else {
      i = tagEnd(lexer, i, level);
      if (i < 0) return -1;
      if (text.charCodeAt(i - 2) !== 47) open++;
    }
    if (open <= 0) return i;
    i = childrenEnd(lexer, i);
    if (i < 0) return -1;
  }
}

/** From inside an element to the next tag: text counts for nothing, braces hold code. */
function childrenEnd(lexer: Lexer, from: number): number {
  const { text } = lexer;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === 60) return i;
    if (code === 123) {
      i = lexer.code(i + 1, text.length, 123, 125);
      if (i < 0) return -1;
    } else i++;
  }
  return -1;
}

const comments = ruleTable([...lineComment('//'), blockComment('/*', '*/')]).rules[47] ?? [];
const tagName = /<[\w$.:-]*(?:<[^<>;(){}]*>)?/y;

/** The index after the `>` of an opening tag. */
function tagEnd(lexer: Lexer, at: number, level: number): number {
  const { text } = lexer;
  tagName.lastIndex = at;
  tagName.test(text);
  let i = tagName.lastIndex;
  while (i < text.length) {
    switch (text.charAt(i)) {
      case '>':
        return i + 1;
      case '"':
      case "'":
        i = lexer.find(text.charAt(i), i + 1) + 1;
        if (i === 0) return -1;
        break;
      case '{':
        i = lexer.code(i + 1, text.length, 123, 125);
        if (i < 0) return -1;
        break;
      case '/': {
        const rule = comments.find(comment => text.startsWith(comment.open, i));
        i = rule ? rule.read(lexer, i) : i + 1;
        break;
      }
      case '<':
        if (text.charAt(lastBefore(text, i)) !== '=' || level > 20) return -1;
        i = elementEnd(lexer, i, level + 1);
        if (i < 0) return -1;
        break;
      default:
        i++;
    }
  }
  return -1;
}
