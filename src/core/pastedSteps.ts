import { maxTitle, safeText } from './text';

/** A step before its task is made. */
export interface NewStep {
  readonly title: string;
  /** Ticked where it came from: it was done before, so it is no win now. */
  readonly done?: boolean;
}

/** A line that is a step, and where it stood. */
export interface PastedLine extends NewStep {
  /** 0-based */
  readonly line: number;
  /** Columns before its mark; a tab goes to the next fourth column. */
  readonly indent: number;
  /** Whether it had a bullet, a number or a box. */
  readonly marked: boolean;
  /** Whether it was a Markdown heading. */
  readonly heading: boolean;
}

const lineEnds = /\r\n|[\n\r\u2028\u2029]/;
const lead = /^\s*(?:>\s?)*\s*/;
const heading = /^#{1,6}\s+/;
const bullet = /^(?:[-*+•‣◦▪–—]|\(?\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\(?[a-z]\)|[a-z]\.)\s+/;
const box = /^(?:\[[ xX]?\]|[☐☑☒✓✔✅])\s+/u;
const tickedBox = /[xX☑☒✓✔✅]/u;

/** Nothing but marks: an empty bullet or box, a rule, a fence. */
const noWords = /^(?:[-*+•‣◦▪–—>~=_`#\s]+|(?:[-*+]\s*)?\[[ xX]?\]\s*)$/;

/**
 * The lines of a pasted list, each with its place: bullets, numbers, boxes and heading marks are taken off, a
 * wrapped item is one again. Lines without a word are left out; no other is ever lost.
 */
export function pastedLines(text: string): PastedLine[] {
  const found: PastedLine[] = [];
  let last = -2;
  for (const [line, raw] of text.split(lineEnds).entries()) {
    const read = readLine(raw, line);
    if (!read) continue;
    const before = found.at(-1);
    const joined = before && `${before.title} ${read.title}`;
    const goesOn = before?.marked && !read.marked && !read.heading && read.indent > before.indent;
    if (before && joined && goesOn && last === line - 1 && joined.length <= maxTitle) {
      found[found.length - 1] = { ...before, title: joined };
    } else found.push(read);
    last = line;
  }
  return found;
}

/** The steps of a typed or pasted text, one a line, in their order. */
export function pastedSteps(text: string): NewStep[] {
  return pastedLines(text).map(({ title, done }) => (done ? { title, done } : { title }));
}

function readLine(raw: string, line: number): PastedLine | undefined {
  const before = lead.exec(raw)?.[0] ?? '';
  // A 100 kB line must not cost 100 kB of work for each expression.
  const afterLead = raw.slice(before.length, before.length + 4 * maxTitle);
  if (afterLead === '' || noWords.test(afterLead)) return undefined;
  const afterHeading = afterLead.replace(heading, '');
  const afterBullet = afterHeading.replace(bullet, '');
  const tick = box.exec(afterBullet)?.[0];
  const body = tick === undefined ? afterBullet : afterBullet.slice(tick.length);
  const title = safeText(body) || safeText(afterLead);
  if (title === '') return undefined;
  return {
    title,
    line,
    indent: columnsOf(before),
    marked: afterBullet !== afterHeading || tick !== undefined,
    heading: afterHeading !== afterLead,
    ...(tick !== undefined && tickedBox.test(tick) && { done: true }),
  };
}

function columnsOf(blank: string): number {
  let columns = 0;
  for (const sign of blank) columns += sign === '\t' ? 4 - (columns % 4) : 1;
  return columns;
}
