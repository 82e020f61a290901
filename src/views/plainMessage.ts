/**
 * A notification's text without links: VS Code makes `[words](command:…)` in it clickable, and titles and paths
 * come from repositories. A blank between the brackets is enough to keep it text.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A quick pick's label without icons: VS Code draws `$(name)` in it, and titles are hostile text. */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '$ (');
}
