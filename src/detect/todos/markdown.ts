import type { Report } from './lex/lexer';
import { cleanText, openTask, type Todo, tickedTask } from './todo';

const item = /^([ \t]*)([-*+]|\d{1,9}[.)])([ \t]+)(?:\[([ xX])\](?:[ \t]+(\S.*)|[ \t]*)$)?/;
const fence = /^[ \t]*(`{3,}(?=[^`]*$)|~{3,})/;

/**
 * The task items of a Markdown text, open and ticked, outside fenced and indented code; and, to `report`, its
 * HTML comments, where tags count as anywhere else.
 * `- [ ]` without a text is no task yet, as on GitHub; marks other than a blank and `x` (`- [-]`) are no tasks.
 */
export function scanMarkdown(text: string, report: Report): Todo[] {
  const tasks: Todo[] = [];
  /** Columns at which the text of the open list items starts, outermost first. */
  const lists: number[] = [];
  let closing = '';
  let inComment = false;
  let afterBlank = true;
  let inCode = false;
  let matter = /^---[ \t]*\r?\n/.test(text);
  let number = 0;
  for (let start = 0; start < text.length; number++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(start, end);
    const from = start;
    start = end + 1;
    if (matter) {
      if (number > 0 && /^(?:---|\.\.\.)[ \t]*\r?$/.test(raw)) matter = false;
      continue;
    }
    if (inComment) {
      const stop = raw.indexOf('-->');
      report(from, stop < 0 ? end : from + stop);
      inComment = stop < 0;
      continue;
    }
    // A quote's mark is as good as a blank.
    const line = raw.replace(/^(?: {0,3}>)+/, mark => ' '.repeat(mark.length)).trimEnd();
    if (closing !== '') {
      if (isClosing(line, closing)) closing = '';
      continue;
    }
    if (line === '') {
      afterBlank = true;
      continue;
    }
    const column = indentOf(raw.startsWith('>') ? line.replace(/^ +/, '') : line);
    if (afterBlank) while (lists.length > 0 && column < (lists.at(-1) ?? 0)) lists.pop();
    inCode = (afterBlank || inCode) && column >= (lists.at(-1) ?? 0) + 4;
    afterBlank = false;
    if (inCode) continue;
    const opening = fence.exec(line)?.[1];
    if (opening) {
      closing = opening;
      continue;
    }
    const match = item.exec(line);
    if (match) {
      const [, , bullet = '', gap = '', mark, content] = match;
      while (lists.length > 0 && column < (lists.at(-1) ?? 0)) lists.pop();
      lists.push(column + bullet.length + Math.min(gap.length, 4));
      const task = cleanText((content ?? '').slice(0, 1000).replace(/<!--.*?(?:-->|$)/g, ' '));
      if (mark !== undefined && task !== '') {
        tasks.push({ tag: mark === ' ' ? openTask : tickedTask, text: task, line: number });
      }
    }
    inComment = reportComments(raw, from, end, report);
  }
  return tasks;
}

function indentOf(line: string): number {
  let column = 0;
  for (const char of line) {
    if (char === ' ') column++;
    else if (char === '\t') column += 4 - (column % 4);
    else break;
  }
  return column;
}

/** A closing fence: the same sign, at least as often, and nothing else. */
function isClosing(line: string, opening: string): boolean {
  const signs = line.trim();
  return signs.length >= opening.length && signs === opening.charAt(0).repeat(signs.length);
}

/** Reports the comments that start on a line, but not in inline code; returns whether one goes on. */
function reportComments(raw: string, from: number, end: number, report: Report): boolean {
  if (!raw.includes('<!--')) return false;
  const next = /<!--|(`+)/g;
  for (let match = next.exec(raw); match; match = next.exec(raw)) {
    const after = next.lastIndex;
    if (match[1] !== undefined) {
      const stop = raw.indexOf(match[1], after);
      if (stop >= 0) next.lastIndex = stop + match[1].length;
      continue;
    }
    const stop = raw.indexOf('-->', after);
    report(from + after, stop < 0 ? end : from + stop);
    if (stop < 0) return true;
    next.lastIndex = stop + 3;
  }
  return false;
}
