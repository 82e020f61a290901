/**
 * What the panel needs of `@vscode/l10n`, under that name in its bundle: the module itself also reads files
 * and takes up 1.3 KB of a small page.
 */
let words: Readonly<Record<string, string | { readonly message: string }>> = {};

/** Takes the words of the display language. */
export function config({ contents }: { readonly contents: typeof words }): void {
  words = contents;
}

/** A sentence in the display language, with its `{0}` filled in. */
export function t(sentence: string, ...values: readonly (string | number | boolean)[]): string {
  const found = words[sentence] ?? sentence;
  return (typeof found === 'string' ? found : found.message).replace(/{(\d)}/g, (gap, index) =>
    String(values[index] ?? gap),
  );
}
