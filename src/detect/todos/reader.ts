import type { PathRole } from './diff';
import type { Languages } from './languages';
import { scanTodos as scanText } from './scanner';
import type { Todo } from './todo';

/** How files are read for TODOs: the editor's languages, and the user's settings. */
export interface TodoReader {
  readonly languages: Languages;
  readonly tags: readonly string[];
  /** What a path (relative, forward slashes) is: its TODOs count, it is excluded, or it can't hold any. */
  roleOf(path: string): PathRole;
}

/** The TODOs of a file's text; none for a language that is not known. */
export function scanTodos({ languages, tags }: TodoReader, path: string, text: string): Todo[] {
  const language = languages.byPath(path, text.slice(0, 200).split('\n', 1)[0]);
  return language ? scanText(text, language, tags) : [];
}
