/** What VS Code's language configuration says of a language's comments and strings. */
export interface CommentSyntax {
  readonly line: readonly string[];
  readonly block: readonly (readonly [open: string, close: string])[];
  /** Quotes that the editor closes by itself: the signs of strings. */
  readonly quotes: readonly string[];
}

/**
 * The comment syntax in a language configuration, which is whatever an extension wrote: parts that look wrong
 * are left out, undefined when nothing is left.
 *
 * Left out on purpose are block comments that are none: Python's `"""` (a string, so docstrings hold no TODO),
 * and those that close with a blank (`#` … ` ` of INI, properties, diff), which only say how to toggle a line.
 */
export function commentSyntaxOf(configuration: unknown): CommentSyntax | undefined {
  const comments = member(configuration, 'comments');
  const lineComment = member(comments, 'lineComment');
  const lines = [typeof lineComment === 'string' ? lineComment : member(lineComment, 'comment')];
  const line = lines.filter(isToken);
  const blockComment = member(comments, 'blockComment');
  const [open, close] = Array.isArray(blockComment) ? blockComment.map(trimmed) : [];
  const isBlock = isToken(open) && isToken(close) && !/^["']+$/.test(open);
  if (line.length === 0 && !isBlock) return undefined;
  return { line, block: isBlock ? [[open, close]] : [], quotes: quotesOf(configuration) };
}

function quotesOf(configuration: unknown): string[] {
  const pairs = member(configuration, 'autoClosingPairs');
  if (!Array.isArray(pairs)) return [];
  const quotes = pairs.map(pair => {
    const [open, close] = Array.isArray(pair) ? pair : [member(pair, 'open'), member(pair, 'close')];
    return open === close && typeof open === 'string' && /^(["'`])\1*$/.test(open) ? open : '';
  });
  return [...new Set(quotes)].filter(quote => quote !== '');
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** A line comment's blanks belong to it in batch files (`@REM `); the lexer asks for a whole word there. */
function isToken(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 20;
}

/**
 * Reads a language configuration's text: JSON, and JSON with comments and trailing commas. Undefined when it is
 * neither.
 */
export function parseConfiguration(text: string): unknown {
  for (const source of [text, withoutComments(text)]) {
    try {
      return JSON.parse(source);
    } catch {
      // Not JSON; perhaps without its comments.
    }
  }
  return undefined;
}

function withoutComments(text: string): string {
  const tokens =
    /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\/|,(?=(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*[}\]])|^\uFEFF/g;
  return text.replace(tokens, token => (token.startsWith('"') ? token : ' '));
}
