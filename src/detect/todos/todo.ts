import { dayMs } from '../../core/day';

/** A TODO or a Markdown task, as found in one version of a file. */
export interface Todo {
  /** The tag as written (`TODO`, `FIXME` …), or `openTask` / `tickedTask` for a Markdown task item. */
  readonly tag: string;
  /** What follows the tag (and its ref) on that line, cleaned of comment decoration, blanks collapsed, cut. */
  readonly text: string;
  /** 0-based */
  readonly line: number;
  /** What stands in `TODO(ref)` or `TODO-123`. */
  readonly ref?: string;
}

/** The `tag` of `- [ ] item` in Markdown. */
export const openTask = '[ ]';

/** The `tag` of `- [x] item` in Markdown: not a TODO, but the proof that one was done. */
export const tickedTask = '[x]';

/**
 * The `tag` of what follows a tag where it is no TODO: amid a comment, in a string, in a language that is not known. No
 * TODO, but the proof that one is not done.
 */
export const mention = '…';

/** Texts are cut here, in UTF-16 units: enough to tell TODOs apart, and hostile lines stay cheap. */
export const maxTextLength = 200;

/** The same closing (same `todoKey`) seen again within this time is not another win. */
export const sameClosingWindowMs = 30 * dayMs;

/** Whether it is still to be done: any TODO, and a task item that is not ticked. */
export function isOpen({ tag }: Todo): boolean {
  return tag !== tickedTask && tag !== mention;
}

/** A text as two TODOs are compared: letters and digits only, lower case, single blanks. */
export function normalizedText(text: string): string {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
  // A text made of signs only ("???") has no words; it is still a text.
  return words || text.trim();
}

/**
 * The identity of a TODO's closing, for win ids and for finding the same closing in a squash, rebase,
 * cherry-pick or merge. The tag is no part of it, so re-tagging changes nothing; nor are line and ref.
 * @param path in the repository, with forward slashes, before the change
 * @param ordinal how many TODOs of the same text the file still had when this one was closed, so that closing
 *   the second of two identical ones is another win, and a squash of both closings finds both again
 */
export function todoKey(path: string, todo: Todo, ordinal = 0): string {
  return [path, normalizedText(todo.text), ordinal].join('\0');
}

/** A text with blanks collapsed, trimmed and cut at `maxTextLength`, never in the middle of a character. */
export function cleanText(text: string): string {
  // Cut first, so that a line of a megabyte costs nothing; blanks and decoration leave room for less only.
  let cut = text
    .slice(0, 4 * maxTextLength)
    .replace(/\s+/g, ' ')
    .trim();
  if (cut.length > maxTextLength) cut = cut.slice(0, maxTextLength);
  const last = cut.charCodeAt(cut.length - 1);
  if (last >= 0xd800 && last < 0xdc00) cut = cut.slice(0, -1);
  return cut.trim();
}
