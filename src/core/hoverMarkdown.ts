import { safeText } from './text';

/**
 * Hostile text as one line of a `MarkdownString` that shows as text only. Every ASCII sign becomes a character
 * reference, so that nothing is left that could begin a link, an address, code, HTML, a list, or a theme icon:
 * VS Code looks for `$(icon)` in the HTML that Markdown becomes, in which a backslash before `$` or `(` is gone.
 */
export function hoverText(text: string): string {
  return safeText(text).replace(/[!-/:-@[-`{-~]/g, sign => `&#${sign.charCodeAt(0)};`);
}

/** A link to a command. @param args plain data, read back as the command's arguments */
export function commandLink(label: string, command: string, args: readonly string[] = []): string {
  // Signs that `encodeURIComponent` leaves and that could end the address.
  const query = encodeURIComponent(JSON.stringify(args)).replace(
    /[!'()*]/g,
    sign => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `[${label}](command:${command}${args.length === 0 ? '' : `?${query}`})`;
}
