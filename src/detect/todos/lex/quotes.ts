import { atLineStart, isBlankCode, isWordCode } from './characters';
import { everywhere, type Lexer, type Rule } from './lexer';
import { heredocs, quotedEnd, section } from './literals';
import { closerOf, skip, string, type Where } from './rules';
import { mayBeginArgument, regexEnd } from './values';

// Ruby and Perl: quotes with delimiters of the writer's choice, and regular expressions that look like divisions.

const rubyKeywords: ReadonlySet<string> = new Set(
  'if unless while until and or not return when case in then else elsif do puts p yield match scan split'.split(
    ' ',
  ),
);
const perlKeywords: ReadonlySet<string> = new Set(
  'if unless while until and or not return when split grep map join push x lt gt le ge eq ne cmp'.split(' '),
);

function slashRegex(keywords: ReadonlySet<string>): Rule {
  return {
    open: '/',
    read: (lexer, at) => (mayBeginArgument(lexer.text, at, 1, keywords) ? regexEnd(lexer, at) : -1),
  };
}

/** A variable whose name is a sign (`$'`, `$#`), or a sign after `\`. */
const afterSigil: Where = (text, at) => text.charAt(at - 1) === '$' && text.charAt(at - 2) !== '$';
const notAfterSigil: Where = (text, at) => !afterSigil(text, at);

const rubyPercent = /%[qQwWiIrsx]?([^\w\s=])/y;

/** `%w[…]`, `%q(…)`, `%(…)`. */
const percent: Rule = {
  open: '%',
  spans: ['%'],
  read: (lexer, at) => {
    // A tag of ERB: `<%# a comment %>`.
    if (lexer.text.charAt(at - 1) === '<') return -1;
    rubyPercent.lastIndex = at;
    const match = rubyPercent.exec(lexer.text);
    if (!match || !mayBeginArgument(lexer.text, at, match[0].length - 1, rubyKeywords)) return -1;
    return quotedEnd(lexer, at + match[0].length - 1);
  },
};

const rubyString = { escape: '\\', lines: true, inside: ['#{'], where: notAfterSigil } as const;

/** Ruby. `=begin` … `=end` is a comment; what follows `__END__` is data. */
export const rubyRules: readonly Rule[] = [
  section('=begin', '=end', true),
  section('__END__', '', false),
  skip('?#', 2, (text, at) => !isWordCode(text.charCodeAt(at - 1))),
  string('"', rubyString),
  string('`', rubyString),
  string("'", { escape: '\\', lines: true, where: notAfterSigil }),
  percent,
  slashRegex(rubyKeywords),
  ...heredocs({ open: '<<', regex: /<<([~-]?)(?:(["'`])([^\n]+?)\2|([A-Za-z_]\w*))/y, indented: '~-' }),
];

const perlOperator = /(q[qwrx]?|m|s|tr|y)(\s*)([^\w\s,;)\]}>])/y;

/** `q{…}`, `qw(…)`, `m!…!`, `s{…}{…}`, `tr/…/…/`. */
function perlQuote(open: string): Rule {
  return {
    open,
    spans: everywhere,
    read: (lexer, at) => {
      const { text } = lexer;
      const before = text.charCodeAt(at - 1);
      if (isWordCode(before) || "@%&>:-'".includes(text.charAt(at - 1) || ' ')) return -1;
      perlOperator.lastIndex = at;
      const match = perlOperator.exec(text);
      const delimiter = match?.[3];
      if (!match || delimiter === undefined) return -1;
      const apart = match[2] !== '';
      if (apart && '#='.includes(delimiter)) return -1;
      if (delimiter === '=' && '>=~'.includes(text.charAt(perlOperator.lastIndex))) return -1;
      const first = quotedEnd(lexer, perlOperator.lastIndex - 1);
      if (first < 0 || !/^(?:s|tr|y)$/.test(match[1] ?? '')) return first;
      return secondPart(lexer, first, delimiter);
    },
  };
}

/** The replacement: between brackets of its own, or up to the same delimiter once more. */
function secondPart(lexer: Lexer, first: number, delimiter: string): number {
  if (closerOf(delimiter) === delimiter) return quotedEnd(lexer, first - 1);
  let i = first;
  while (i < lexer.text.length && isBlankCode(lexer.text.charCodeAt(i))) i++;
  return i < lexer.text.length ? quotedEnd(lexer, i) : first;
}

/** A section of Perl's documentation starts a line with `=` and a letter. */
const podStart: Where = (text, at) => atLineStart(text, at) && /^=[a-zA-Z]/.test(text.slice(at, at + 2));

/** Perl. POD is documentation, as docstrings are, and no comment; what follows `__END__` is data. */
export const perlRules: readonly Rule[] = [
  section('=', '=cut', false, podStart),
  section('__END__', '', false),
  section('__DATA__', '', false),
  skip('$#', 2),
  ...['q', 'm', 's', 't', 'y'].map(perlQuote),
  ...['"', "'", '`'].map(quote => string(quote, { escape: '\\', lines: true, where: notAfterSigil })),
  slashRegex(perlKeywords),
  ...heredocs({
    open: '<<',
    regex: /<<(~?)(?:[ \t]*(["'])([^\n]*?)\2|\\?([A-Za-z_]\w*))/y,
    indented: '~',
  }),
];
