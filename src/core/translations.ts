/** What the interface's English sentences are in the display language. */
export type Translations = Readonly<Record<string, string>>;

/**
 * Puts together what is shipped as two lists in the same order, so that the English sentences are there once and not
 * again for each language. What is no sentence stays English.
 */
export function translationsOf(english: unknown, translated: unknown): Translations {
  if (!Array.isArray(english) || !Array.isArray(translated)) return {};
  const pairs = english.map((sentence: unknown, at) => [sentence, translated[at] as unknown] as const);
  return Object.fromEntries(
    pairs.filter((pair): pair is [string, string] => pair.every(text => typeof text === 'string')),
  );
}
