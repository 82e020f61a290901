/** The longest title that is kept, in UTF-16 code units. */
export const maxTitle = 200;

/** The longest answer to the weekly review that is kept, in UTF-16 code units. */
export const maxAnswer = 2000;

/**
 * Controls, bidirectional controls, line and paragraph separators, byte-order mark, tag characters.
 * Joiners (U+200C, U+200D) stay: emoji and Persian need them.
 */
const invisible =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/**
 * Hostile text made fit to be shown as text: white space folded, control and bidirectional characters
 * as visible escapes (`\u202e`), lone surrogates replaced, cut at `maxTitle` with an ellipsis.
 */
export function safeText(text: string, limit: number = maxTitle): string {
  // Cut first: a 100 kB line must not cost 100 kB of work. Escapes are at most 9 characters long.
  const shown = text
    .slice(0, limit * 4)
    .toWellFormed()
    .replace(/[\t\n\v\f\r\p{Zs}]+/gu, ' ')
    .replace(/^ | $/g, '')
    .replace(invisible, character => {
      const hex = (character.codePointAt(0) ?? 0).toString(16);
      return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
    });
  if (shown.length <= limit) return shown;
  return `${shown
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, '')
    .trimEnd()}…`;
}
