import english from '../../l10n/bundle.l10n.json';

const plain = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpRrSsTtUuVvWwYyZz';
const accented = 'ÅåƁƀÇçÐðÉéƑƒĜĝĤĥÎîĴĵĶķĻļṀṁÑñÖöÞþŔŕŠšŢţÛûṼṽŴŵÝýŽž';

/** What a translation keeps as it is: places, theme icons, targets of links, marks of Markdown. */
const kept = /(\{\d+\}|\$\([a-z-]+\)|\]\([^)]*\)|`[^`]*`)/;

/**
 * A text as no language has it: its letters accented, two fifths longer, in brackets. What is read on a screen
 * without them was not translated; what is not read to its last bracket does not fit.
 */
export function pseudo(text: string): string {
  const parts = text
    .split(kept)
    .map((part, index) => (index % 2 ? part : part.replace(/[A-Za-z]/g, letter => accent(letter))));
  const length = Math.ceil(text.replace(/\{\d+\}/g, '').length * 0.4);
  // Longer by words, as languages are: a single one of 30 letters would say nothing about any of them.
  const more = '·'.repeat(length).replace(/·{7}(?=·)/g, '······ ');
  return `⟦${parts.join('')}${more}⟧`;
}

function accent(letter: string): string {
  return accented[plain.indexOf(letter)] ?? letter;
}

/** Every string of the code in this language. */
export const pseudoBundle: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(english).map(text => [text, pseudo(text)]),
);

/**
 * BCP 47 tag for `Intl` beside the pseudo language: a language of other letters than English, so that names of days
 * and months are not taken for words that nobody translated. A test writes its data in such letters, too.
 */
export const pseudoLocale = 'ru';

/** The words of a text that stand in no brackets and are of Latin letters: those that were not translated. */
export function untranslated(text: string): string[] {
  let rest = text;
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(/⟦[^⟦⟧]*⟧/g, ' ');
  }
  return rest.match(/\p{Script=Latin}+|⟦|⟧/gu) ?? [];
}
