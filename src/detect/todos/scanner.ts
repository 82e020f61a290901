import { isWordCode, lineEndOf } from './lex/characters';
import type { Language } from './lex/language';
import { scanMarkdown } from './markdown';
import { cleanText, mention, type Todo } from './todo';

/** The default of `microwins.todos.tags`. */
export const defaultTags: readonly string[] = ['TODO', 'FIXME', 'BUG', 'HACK', 'XXX'];

/**
 * The TODOs of a text, in order of lines; in Markdown also its tasks, open and ticked (see `isOpen`).
 *
 * A TODO is a tag in a comment, as a whole word in its own case, where the comment's text or a list item in it
 * starts; each line of a block comment is such a start. So `@todo` is none unless it is made a tag, and a
 * tag that is part of a name is none either (`TODO_LIST`, `TODO.md`, `TODO-list`, `TODO's`); `TODO-123` is a
 * TODO with a ref. Docstrings are strings, not comments. One line holds at most one for each comment in it.
 *
 * A binary text has none.
 */
export function scanTodos(text: string, language: Language, tags: readonly string[] = defaultTags): Todo[] {
  return scan(text, language, hitsOf(text, tags));
}

/** `scanTodos`, and behind them the mentions (see `mention`). Where the language is not known there are only such. */
export function scanWithMentions(
  text: string,
  language: Language | undefined,
  tags: readonly string[] = defaultTags,
): Todo[] {
  const hits = hitsOf(text, tags);
  const todos = language ? scan(text, language, hits) : [];
  if (hits.length === 0 || isBinary(text)) return todos;
  const lines = new Set(todos.map(todo => todo.line));
  // The first of each line will do.
  let lineEnd = -1;
  const first = hits.filter(({ at }) => {
    if (at <= lineEnd) return false;
    lineEnd = lineEndOf(text, at);
    return true;
  });
  const others = withLines(
    text,
    first,
    first.map(hit => findingOf(text, hit, text.length)),
  );
  const mentions = others.filter(({ line, text }) => text !== '' && !lines.has(line));
  return [...todos, ...mentions.map(({ text, line }) => ({ tag: mention, text, line }))];
}

function scan(text: string, language: Language, all: readonly Hit[]): Todo[] {
  const markdown = language.kind === 'markdown';
  const { marks } = language;
  const hits = all.filter(({ at }) => marks === undefined || mayStartText(text, at, marks));
  if (hits.length === 0 && !(markdown && taskBox.test(text))) return [];
  if (isBinary(text)) return [];
  // By index of the hit. A comment may be reported twice, and comments in any order.
  const found: (Finding | undefined)[] = [];
  const report = (start: number, end: number): void => {
    for (let i = firstFrom(hits, start); i < hits.length; i++) {
      const hit = hits[i];
      if (!hit || hit.at >= end) return;
      if (!found[i] && startsText(text, start, hit.at)) found[i] = findingOf(text, hit, end);
    }
  };
  const tasks: Todo[] = [];
  if (markdown) tasks.push(...scanMarkdown(text, report));
  else {
    const places = hits.map(hit => hit.at);
    language.lex(text, places, report);
  }
  const todos = withLines(text, hits, found);
  return tasks.length === 0 ? todos : [...tasks, ...todos].sort((a, b) => a.line - b.line);
}

/** As git judges it: a NUL in its first 8,000 characters. */
export function isBinary(text: string): boolean {
  return text.slice(0, 8000).includes('\0');
}

const taskBox = /\[[ xX]\]/;

interface Hit {
  readonly at: number;
  readonly tag: string;
}

type Finding = Omit<Todo, 'line'>;

/** Where tags occur as whole words, comment or not; of two at one place the longer. */
function hitsOf(text: string, tags: readonly string[]): Hit[] {
  const hits: Hit[] = [];
  for (const tag of new Set(tags.map(name => name.trim()))) {
    if (tag === '') continue;
    const opensWord = isWordCode(tag.charCodeAt(0));
    const closesWord = isWordCode(tag.charCodeAt(tag.length - 1));
    // Several searches for a plain string are faster than one for an expression.
    for (let at = text.indexOf(tag); at >= 0; at = text.indexOf(tag, at + tag.length)) {
      if (opensWord && isWordCode(text.charCodeAt(at - 1))) continue;
      if (closesWord && isWordCode(text.charCodeAt(at + tag.length))) continue;
      hits.push({ at, tag });
    }
  }
  return hits.sort((a, b) => a.at - b.at || b.tag.length - a.tag.length);
}

function firstFrom(hits: readonly Hit[], start: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.at ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Decoration of comments (`*`, `///`, `#:`, `-- |`), a bullet, a number, an open box. */
const decoration = /^[\s*/#;!%|<>:+•–-]*(?:(?:\d{1,3}|[A-Za-z])[.)]\s+|\(\d{1,3}\)\s+)?(?:\[ \]\s+)?$/;

/** What `decoration` allows. */
const decorations = /[\s*/#;!%|<>:+•–\-\w.()[\]']/;

/** Whether a tag may start a comment's text, judged by its line alone: most that don't are seen at once. */
function mayStartText(text: string, at: number, marks: string): boolean {
  for (let i = at - 1; i >= at - 200; i--) {
    const char = text.charAt(i);
    if (char === '' || char === '\n' || marks.includes(char)) return true;
    if (!decorations.test(char)) return false;
  }
  return false;
}

/** Whether only decoration stands between the start of the comment, or of its line, and the tag. */
function startsText(text: string, start: number, at: number): boolean {
  const least = Math.max(start, at - 200);
  let from = at;
  while (from > least && text.charCodeAt(from - 1) !== 10) from--;
  if (from > start && text.charCodeAt(from - 1) !== 10) return false;
  const before = text.slice(from, at);
  if (before === '' || before === ' ') return true;
  // `#'` is roxygen's sign, `'''` Visual Basic's.
  return decoration.test(from === start ? before.replace(/^'{1,2}/, '') : before);
}

/** What may follow a tag directly and make it part of a name: `.md`, `-list`, `/x`, `'s`, `://`. */
const partOfName = /^(?:[.'’/\\][\p{L}\p{N}_]|-[\p{L}_]|:\/\/)/u;
const reference = /^(?:\(([^()\n]{1,100})\)|-(\d+)\b|[ \t]+\(([^()\n]{1,100})\)(?=:))/;
const ending = /(?:^|\s)(?:[*#=/\-;%|]+|%>)\s*$/;

function findingOf(text: string, { at, tag }: Hit, end: number): Finding | undefined {
  const from = at + tag.length;
  // Decoration may follow the text, so look at more than is kept.
  const most = Math.min(end, from + 1000);
  let to = from;
  while (to < most && text.charCodeAt(to) !== 10) to++;
  const rest = text.slice(from, to);
  // `TODO: text` and `TODO text` are by far the most, and plain.
  const plain = /^(?:: | (?! *\())/.test(rest);
  if (!plain && partOfName.test(rest)) return undefined;
  const match = plain ? null : reference.exec(rest);
  const ref = match && cleanText(match[1] ?? match[2] ?? match[3] ?? '');
  const body = cleanText(
    rest
      .slice(match?.[0].length ?? 0)
      .replace(/^\s*(?::|[-–—](?=\s))?/, '')
      .replace(ending, ''),
  );
  return ref ? { tag, text: body, ref } : { tag, text: body };
}

function withLines(text: string, hits: readonly Hit[], found: readonly (Finding | undefined)[]): Todo[] {
  const todos: Todo[] = [];
  let line = 0;
  let lineEnd = lineEndOf(text, 0);
  let last = -1;
  for (let i = 0; i < found.length; i++) {
    const todo = found[i];
    const at = hits[i]?.at ?? 0;
    // Two tags at one place (`TODO` and `TODO:`): the longer came first.
    if (!todo || at === last) continue;
    last = at;
    while (lineEnd < at) {
      line++;
      lineEnd = lineEndOf(text, lineEnd + 1);
    }
    todos.push(
      todo.ref
        ? { tag: todo.tag, text: todo.text, line, ref: todo.ref }
        : { tag: todo.tag, text: todo.text, line },
    );
  }
  return todos;
}
