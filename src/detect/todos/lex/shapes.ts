import type { Rule } from './lexer';
import { string, type Where } from './rules';

/**
 * What a language configuration does not tell about a language: how strings and their like are written, and
 * where a comment's opener is one. Comment openers stand here only where configurations leave some out.
 */
export interface Lexis {
  /** Strings, literals, and comments that the configuration leaves out. */
  readonly rules: readonly Rule[];
  /** Where a line comment may start; anywhere when left out. */
  readonly line?: Where;
  /** Block comments nest. */
  readonly nested?: boolean;
}

/** `"…"` on one line, with escapes. */
export const doubleQuoted = string('"', { escape: '\\' });

/** `'…'` on one line, with escapes. */
export const singleQuoted = string("'", { escape: '\\' });

/** `"""…"""` over lines, with escapes and, perhaps, code inside. */
export const longDouble = (inside?: readonly string[]): Rule =>
  string('"""', { escape: '\\', lines: true, ...(inside && { inside }) });

/** `'''…'''` over lines, with escapes and, perhaps, code inside. */
export const longSingle = (inside?: readonly string[]): Rule =>
  string("'''", { escape: '\\', lines: true, ...(inside && { inside }) });

/** Whether the word before `at` is one of a literal's prefixes. */
export function after(prefix: RegExp): Where {
  return (text, at) => prefix.test(text.slice(Math.max(0, at - 40), at));
}
