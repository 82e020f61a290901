import type { PathRole } from './diff';
import type { Languages } from './languages';
import { isBinary, scanWithMentions } from './scanner';
import type { Todo } from './todo';

/** How files are read for TODOs: the editor's languages, and the user's settings. */
export interface TodoReader {
  readonly languages: Languages;
  readonly tags: readonly string[];
  /** What a path (relative, forward slashes) is: its TODOs count, it is excluded, or it can't hold any. */
  roleOf(path: string): PathRole;
}

/** The TODOs and mentions of a file's text; only mentions for a language that is not known. */
export function scanFile({ languages, tags }: TodoReader, path: string, text: string): Todo[] {
  const language = languages.byPath(path, text.slice(0, 200).split('\n', 1)[0]);
  return scanWithMentions(text, language, tags);
}

/** How a text is written, as far as it was read as UTF-8. */
export type Form = 'binary' | 'ascii' | 'utf8' | 'other';

/** The form of a text; `other` has bytes that are not UTF-8. */
export function formOf(text: string): Form {
  if (isBinary(text)) return 'binary';
  if (text.includes('\ufffd')) return 'other';
  return /[^\0-\x7f]/.test(text) ? 'utf8' : 'ascii';
}

/** Whether two versions of a file can be compared: neither is binary, and their letters are written alike. */
export function areComparable(one: Form, other: Form): boolean {
  const forms = new Set([one, other]);
  return !forms.has('binary') && !(forms.has('utf8') && forms.has('other'));
}
