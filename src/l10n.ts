/**
 * What we need of `@vscode/l10n`, under that name in every bundle that is shipped: the module itself also reads
 * files, even from the network, and takes up 2 KB of each.
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
