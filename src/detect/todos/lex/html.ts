import type { Lex, Report } from './lexer';

/** Which lexers read what is embedded in HTML. */
export interface Embedded {
  /** By the `type` or `lang` attribute of a `script` element, `''` when it has none; none: it is data. */
  script(kind: string): Lex | undefined;
  style(kind: string): Lex | undefined;
}

/**
 * Comments of HTML and its relatives (XML, Vue, Svelte, templates): `<!-- … -->`, other block comments that the
 * language has (`{{!-- … --}}`, `@* … *@`), and, on purpose, the comments of embedded scripts and styles in
 * their own languages. Attribute values and CDATA are strings.
 */
export function markup(blocks: readonly (readonly [string, string])[], embedded?: Embedded): Lex {
  const others = blocks.filter(([open]) => open !== '<!--');
  const signs = [...new Set(['<', ...others.map(([open]) => open.charAt(0))])];
  const next = new RegExp(
    `[${signs.map(sign => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('')}]`,
    'gu',
  );
  return (text, places, report) => {
    const until = (places.at(-1) ?? -1) + 1;
    let i = 0;
    const close = (from: number, closer: string): number => {
      const end = text.indexOf(closer, from);
      return end < 0 ? text.length : end;
    };
    while (i < until) {
      next.lastIndex = i;
      const found = next.exec(text);
      if (!found) return;
      i = found.index;
      const other = others.find(([open]) => text.startsWith(open, i));
      if (other || text.startsWith('<!--', i)) {
        const [open, closer] = other ?? ['<!--', '-->'];
        const end = close(i + open.length, closer);
        report(i + open.length, end);
        i = end + closer.length;
      } else if (text.startsWith('<![CDATA[', i)) i = close(i, ']]>') + 3;
      else if (/[A-Za-z]/.test(text.charAt(i + 1)) && found[0] === '<') {
        i = element(text, i, places, report, embedded);
      } else i++;
    }
  };
}

const tag = /<([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;

/** Reads an opening tag and, for a script or style, what is in it; returns the index after that. */
function element(
  text: string,
  at: number,
  places: readonly number[],
  report: Report,
  embedded: Embedded | undefined,
): number {
  tag.lastIndex = at;
  const match = tag.exec(text);
  if (!match) return at + 1;
  const after = at + match[0].length;
  const name = (match[1] ?? '').toLowerCase();
  const attributes = match[2] ?? '';
  if (!embedded || (name !== 'script' && name !== 'style') || attributes.endsWith('/')) return after;
  const closing = name === 'script' ? /<\/script/gi : /<\/style/gi;
  closing.lastIndex = after;
  const end = closing.exec(text)?.index ?? text.length;
  const kind = /\b(?:lang|type)\s*=\s*["']?([^\s"'>]+)/i.exec(attributes)?.[1]?.toLowerCase() ?? '';
  const lex = name === 'script' ? embedded.script(kind) : embedded.style(kind);
  const inside = places.filter(place => place >= after && place < end).map(place => place - after);
  if (inside.length > 0) {
    lex?.(text.slice(after, end), inside, (start, stop) => report(start + after, stop + after));
  }
  return end;
}

/**
 * PHP: code between `<?php` and `?>`, read by `code` (which returns where it ended), and HTML around it, read
 * with the code blanked out, so that a script may have PHP in it.
 */
export function php(
  code: (text: string, from: number, until: number, report: Report) => number,
  html: Lex,
): Lex {
  return (text, places, report) => {
    const until = (places.at(-1) ?? -1) + 1;
    let around = '';
    let i = 0;
    while (i < text.length) {
      const open = text.indexOf('<?', i);
      if (open < 0 || open >= until) break;
      const isPhp = /^<\?(?:php\b|=|\s)/i.test(text.slice(open, open + 6));
      const end = isPhp ? code(text, open + 2, until, report) : open + 2;
      around += text.slice(i, open) + (isPhp ? text.slice(open, end).replace(/[^\n]/g, ' ') : '<?');
      i = end;
    }
    html(around + text.slice(i), places, report);
  };
}
