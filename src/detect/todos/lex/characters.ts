/** Whether a UTF-16 unit belongs to a word: letter, digit, `_`, `$`, or anything beyond ASCII. */
export function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    code === 36 ||
    code > 127
  );
}

/** Whether a UTF-16 unit is a blank or an end of line. */
export function isBlankCode(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}

/** Where the line of `at` ends: the index of its `\n`, or the length of the text. */
export function lineEndOf(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** Where the line of `at` starts. (For lines of usual length faster than `lastIndexOf`.) */
export function lineStartOf(text: string, at: number): number {
  let i = at;
  while (i > 0 && text.charCodeAt(i - 1) !== 10) i--;
  return i;
}

/** Whether `at` is the first character of a line. */
export function atLineStart(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) === 10;
}

/** Whether only blanks stand before `at` on its line. */
export function firstOnLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9)) i--;
  return i < 0 || text.charCodeAt(i) === 10;
}

/** Whether `at` is the start of a word in the shell's sense: first on its line, or after a blank or operator. */
export function atShellWordStart(text: string, at: number): boolean {
  return atLineStart(text, at) || ' \t\r;&|()`{}'.includes(text.charAt(at - 1));
}

/** Whether `at` is the first on its line or comes after a blank. */
export function afterBlank(text: string, at: number): boolean {
  return at === 0 || isBlankCode(text.charCodeAt(at - 1));
}

/** The word that ends just before `at`, `''` when there is none; long ones are cut, they are no keyword. */
export function wordBefore(text: string, at: number): string {
  let i = at;
  const least = Math.max(0, at - 24);
  while (i > least && isWordCode(text.charCodeAt(i - 1))) i--;
  return text.slice(i, at);
}

/** The index of the last character before `at` that is no blank (ends of lines included), or -1. */
export function lastBefore(text: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && isBlankCode(text.charCodeAt(i))) i--;
  return i;
}

/** Whether `open` stands at `at` as the scheme's slashes of an address (`https://…`), not as a comment. */
export function isAddress(text: string, at: number): boolean {
  return (
    text.charCodeAt(at - 1) === 58 &&
    /\b(?:https?|ftp|file|wss?|ssh|git|data)$/i.test(text.slice(Math.max(0, at - 8), at - 1))
  );
}

/** Whether only blanks stand between two indexes. */
export function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return false;
  return true;
}
