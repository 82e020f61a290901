import { safeText } from './text';

/** The longest text that is shown in a document, in UTF-16 code units; answers of the weekly review are long. */
const maxShown = 2000;

/**
 * What Markdown would read as more than text, and only there: such text is often pasted where nobody reads
 * Markdown, and `parse_file: 1.2 -> 1.3 (#12)` should stay as it is. In the order of the alternatives: always;
 * a tag or comment; an entity; an underscore that is not inside a word; a backslash that would escape; a scheme and
 * the slashes of an address; the first dot of `www.`; a heading, list, quote or rule at the start.
 */
const meaningful =
  /[`*[~|$]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~]|$)|:(?=\/)|(?<=\/)\/|(?<=www)\.|^[-+=#>]|(?<=^\d+)[.)]/giu;

/**
 * Hostile text as one line of Markdown that shows as text only: no HTML, no link or image, no heading, no list and
 * no address that a viewer would make a link by itself. Letters of an address or a mention can't be escaped, so a
 * word with an @ becomes code, in which nothing is looked for.
 */
export function markdownText(text: string): string {
  const escaped = safeText(text, maxShown).replace(meaningful, '\\$&');
  if (!escaped.includes('@')) return escaped;
  return safeText(text, maxShown)
    .split(/(\S*@\S*)/)
    .map((part, index) => (index % 2 === 1 ? codeOf(part) : escapedPart(part, index === 0)))
    .join('');
}

/** Hostile text as Markdown code. */
export function markdownCode(text: string): string {
  return codeOf(safeText(text, maxShown));
}

/** A part of a line; what is special at a line's start is so in its first part only. */
function escapedPart(part: string, isFirst: boolean): string {
  return isFirst ? part.replace(meaningful, '\\$&') : `x${part}`.replace(meaningful, '\\$&').slice(1);
}

function codeOf(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map(ticks => ticks.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
