import { isBlankCode, isWordCode, lastBefore, wordBefore } from './characters';
import type { Lexer } from './lexer';

/**
 * Whether a value may begin at `at`, judged by what stands before it: tells a regular expression from a
 * division, and JSX from "less than". Exact for the usual ways to write; rare ones (`x = y\n/z/g`) follow the
 * language's own rule that an operator goes on.
 * @param keywords words after which a value begins (`return /x/`)
 * @param before where to look back from, when comments stand between
 */
export function mayBeginValue(text: string, at: number, keywords: ReadonlySet<string>, before = at): boolean {
  const last = lastBefore(text, before);
  if (last < 0) return true;
  const code = text.charCodeAt(last);
  if (isWordCode(code)) {
    const word = wordBefore(text, last + 1);
    return keywords.has(word) && text.charCodeAt(last - word.length) !== 46;
  }
  switch (text.charAt(last)) {
    case ')':
      return afterCondition(text, last);
    case '}':
      // After a block, or after an object: only a new line tells.
      return text.slice(last + 1, at).includes('\n');
    case ']':
    case '"':
    case "'":
    case '`':
    case '.':
      return false;
    case '+':
    case '-':
      return text.charAt(last - 1) !== text.charAt(last);
    case '!':
      // TypeScript's `value! / 2`.
      return !isWordCode(text.charCodeAt(last - 1)) && !')]'.includes(text.charAt(last - 1));
    default:
      return true;
  }
}

/** Whether the `)` at `close` ends the condition of `if (…)`, `while (…)` …; looked for not too far. */
function afterCondition(text: string, close: number): boolean {
  let depth = 0;
  for (let i = close; i >= Math.max(0, close - 300); i--) {
    const code = text.charCodeAt(i);
    if (code === 41) depth++;
    else if (code === 40 && --depth === 0) {
      return /^(?:if|while|for|with)$/.test(wordBefore(text, lastBefore(text, i) + 1));
    }
  }
  return false;
}

/**
 * As `mayBeginValue`, for languages that call without parentheses: in `puts /x/` the sign stands off the word
 * before and touches what follows.
 */
export function mayBeginArgument(
  text: string,
  at: number,
  length: number,
  keywords: ReadonlySet<string>,
): boolean {
  if (mayBeginValue(text, at, keywords)) return true;
  const apart = isBlankCode(text.charCodeAt(at - 1)) && !isBlankCode(text.charCodeAt(at + length));
  if (!apart) return false;
  const last = lastBefore(text, at);
  const word = wordBefore(text, last + 1);
  // `total /count` divides; a name that is called starts in lower case and is no variable (`$x`, `@x`).
  return /^[a-z]\w*[!?]?$/.test(word) && !'$@%.'.includes(text.charAt(last - word.length) || ' ');
}

/**
 * The index after a regular expression that starts at `at` with `/`, or -1 when its line ends first.
 * Slashes in character classes don't end it.
 */
export function regexEnd(lexer: Lexer, at: number): number {
  const { text } = lexer;
  if (lexer.exhausted) return -1;
  let inClass = false;
  for (let i = at + 1; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10:
        lexer.waste(i - at);
        return -1;
      case 92: // \
        if (text.charCodeAt(i + 1) !== 10) i++;
        break;
      case 91: // [
        inClass = true;
        break;
      case 93: // ]
        inClass = false;
        break;
      case 47: // /
        if (!inClass) return i + 1;
    }
  }
  lexer.waste(text.length - at);
  return -1;
}
