import { safeText } from '../../core/text';

/**
 * Hostile text as one line of Markdown that shows as text only: no HTML, no link or image, no heading, and no
 * address that a viewer would make a link by itself. Letters of an address or a mention can't be escaped, so text
 * with an @ becomes code, in which nothing is looked for.
 */
export function markdownText(text: string): string {
  const line = safeText(text, 1000);
  if (line.includes('@')) return code(line);
  return line.replace(/[\\`*_[\]<>#.!|~&:$^]|(?<=\/)\/|^[-+=]|(?<=^\d+)\)/g, '\\$&');
}

function code(line: string): string {
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(ticks => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}
