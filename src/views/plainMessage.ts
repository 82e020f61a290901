/**
 * A notification's text without links: VS Code makes `[words](command:…)` in it clickable, and titles and paths
 * come from repositories. A blank between the brackets is enough to keep it text.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
