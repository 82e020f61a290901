/** Where a task came from: a path relative to the workspace, with forward slashes, and its line. */
export interface Origin {
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/** The text of `Task.from`. */
export function originText({ path, line }: Origin): string {
  return `${path}:${line}`;
}

/** What `Task.from` says; undefined for anything that could lead out of the workspace, since imports bring it too. */
export function readOrigin(from: string): Origin | undefined {
  const match = /^(.+):(\d{1,9})$/s.exec(from);
  const path = match?.[1] ?? '';
  const segments = path.split(/[/\\]/);
  if (path.includes('\\') || /^[a-z][a-z\d+.-]*:/i.test(path)) return undefined;
  if (segments.some(segment => segment === '' || segment === '.' || segment === '..')) return undefined;
  return { path, line: Math.max(1, Number(match?.[2])) };
}

/**
 * The line that a task came from, in a text that may have changed since: the one nearest to where it stood that
 * still has the task's title in it, else the same line.
 * @param line from 1; so is the answer
 */
export function originLine(lines: readonly string[], line: number, title: string): number {
  const wanted = folded(title);
  let best: number | undefined;
  for (const [index, text] of lines.entries()) {
    if (wanted === '' || !folded(text.slice(0, 1000)).includes(wanted)) continue;
    const distance = Math.abs(index + 1 - line);
    if (best === undefined || distance < Math.abs(best - line)) best = index + 1;
  }
  return best ?? Math.max(1, Math.min(line, lines.length));
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}
