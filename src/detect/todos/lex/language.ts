import { isAddress } from './characters';
import type { CommentSyntax } from './commentSyntax';
import { markup, php } from './html';
import { javaScript } from './javascript';
import { type Lex, Lexer, marksOf, type Rule, ruleTable } from './lexer';
import { lexisOf } from './lexis';
import { blockComment, lineComment, string } from './rules';
import type { Lexis } from './shapes';

/** A language, ready to find comments. */
export interface Language {
  /** VS Code's language id. */
  readonly id: string;
  /** In Markdown, tasks count as well. */
  readonly kind: 'code' | 'markdown';
  readonly lex: Lex;
  /** See `marksOf`. */
  readonly marks?: string | undefined;
}

/** Files of these languages are data, logs or scratch: they may have comments, but no TODO of a program. */
const dataLanguages: ReadonlySet<string> = new Set([
  'json',
  'jsonl',
  'csv',
  'tsv',
  'diff',
  'log',
  'git-commit',
  'git-rebase',
  'search-result',
  'code-text-binary',
]);

const markdownLanguages: ReadonlySet<string> = new Set([
  'markdown',
  'juliamarkdown',
  'mdx',
  'quarto',
  'rmd',
  'prompt',
  'instructions',
  'chatagent',
  'skill',
]);

const noComments: Lex = () => {};

/**
 * A language from its id and what its configuration says of comments; undefined for data and for languages
 * without comments. How its strings are written comes from the table in `lexis.ts`; for a language that is not
 * there, from the quotes that its configuration closes by itself.
 */
export function languageOf(id: string, syntax: CommentSyntax | undefined): Language | undefined {
  if (dataLanguages.has(id)) return undefined;
  if (markdownLanguages.has(id)) return { id, kind: 'markdown', lex: noComments };
  if (!syntax || syntax.line.length + syntax.block.length === 0) return undefined;
  return { id, kind: 'code', ...lexOf(id, syntax) };
}

function lexOf(id: string, syntax: CommentSyntax): Pick<Language, 'lex' | 'marks'> {
  switch (id) {
    case 'javascript':
    case 'javascriptreact':
    case 'typescriptreact':
      return { lex: javaScript(true), marks: '/*' };
    case 'typescript':
      return { lex: javaScript(false), marks: '/*' };
    case 'php':
      return { lex: phpLex(syntax) };
  }
  // Razor's configuration names HTML's comments only, Pug's and Handlebars' their own.
  if (id === 'handlebars') return { lex: markup([...syntax.block, ['{{!', '}}']], embedded) };
  if (id === 'razor' || id === 'aspnetcorerazor')
    return { lex: markup([...syntax.block, ['@*', '*@']], embedded) };
  if (syntax.block.some(([open]) => open === '<!--')) {
    // XML has no scripts; in HTML and all kinds of templates they may come.
    return { lex: markup(syntax.block, /^(?:xml|xsl|xquery|svg|dtd)$/.test(id) ? undefined : embedded) };
  }
  const rules = rulesOf(id, syntax);
  const table = ruleTable(rules);
  return {
    lex: (text, places, report) => new Lexer(text, report, table).lines(places),
    marks: marksOf(rules),
  };
}

function rulesOf(id: string, syntax: CommentSyntax): Rule[] {
  const lexis: Lexis = lexisOf[id] ?? {
    rules: syntax.quotes.map(quote =>
      string(quote, { escape: '\\', lines: quote.length > 1 || quote === '`' }),
    ),
    line: (text, at) => !isAddress(text, at),
  };
  return [
    ...lexis.rules,
    ...syntax.block.map(([open, close]) => blockComment(open, close, lexis.nested)),
    ...syntax.line.flatMap(open => lineComment(open, lexis.line)),
  ];
}

const slashes: CommentSyntax = { line: ['//'], block: [['/*', '*/']], quotes: [] };
const cssOf = (id: string, syntax: CommentSyntax): Lex | undefined => languageOf(id, syntax)?.lex;
const plainCss = cssOf('css', { ...slashes, line: [] });
const richCss = cssOf('scss', slashes);
const script = javaScript(false);
const jsxScript = javaScript(true);

const embedded = {
  script(kind: string): Lex | undefined {
    if (/json|importmap|speculationrules|shader|template/.test(kind))
      return kind.includes('html') ? htmlLex : undefined;
    if (/^(?:text\/)?(?:x-)?(?:html|handlebars|mustache|ng-template)/.test(kind)) return htmlLex;
    if (/coffee|python|ruby|plain/.test(kind)) return undefined;
    return /[jt]sx|babel/.test(kind) ? jsxScript : script;
  },
  style(kind: string): Lex | undefined {
    return /scss|less|sass|stylus/.test(kind) ? richCss : plainCss;
  },
};

const htmlLex: Lex = markup([['<!--', '-->']], embedded);

function phpLex(syntax: CommentSyntax): Lex {
  const table = ruleTable([
    {
      open: '?>',
      read: (lexer, at) => {
        lexer.ended = true;
        return at + 2;
      },
    },
    ...(lexisOf.php?.rules ?? []),
    ...syntax.block.map(([open, close]) => blockComment(open, close)),
    // `#` is missing from the configuration; `#[` starts an attribute.
    ...['#', ...syntax.line.filter(open => open !== '#')].map(phpLine),
  ]);
  return php((text, from, until, report) => new Lexer(text, report, table).code(from, until), htmlLex);
}

/** PHP's line comments end with the line or with the code. */
function phpLine(open: string): Rule {
  return {
    open,
    read: (lexer, at) => {
      const { text } = lexer;
      if (text.startsWith('#[', at)) return -1;
      const lineEnd = text.indexOf('\n', at);
      const end = lineEnd < 0 ? text.length : lineEnd;
      const tag = text.slice(at, end).indexOf('?>');
      const stop = tag < 0 ? end : at + tag;
      lexer.comment(at + open.length, stop, at, stop);
      return stop;
    },
  };
}
