import stripAnsi from 'strip-ansi';

const csi = '\u001b\\[[\\d;]*';
const toTheRight = new RegExp(`${csi}C`, 'g');
const elsewhere = new RegExp(`${csi}[ABD-HJKf]|\\r`, 'g');

/** Longer lines hold data, never a summary; leaving them out keeps every pattern cheap. */
const maxLine = 4000;

/**
 * A terminal's output as plain lines: colours and marks (`ESC]633;…`) are gone, a move of the cursor to the right
 * is a blank (ConPTY writes them so), any other move starts a new line. Lines are trimmed, empty ones left out, and
 * so are those longer than 4000 characters.
 */
export function stripTerminal(text: string): string {
  return (
    text
      .replace(toTheRight, ' ')
      .replace(elsewhere, '\n')
      .split('\n')
      .filter(line => line.length <= maxLine)
      // Line by line: an unclosed mark must not cost the whole output.
      .map(line => stripAnsi(line).trim())
      .filter(line => line !== '')
      .join('\n')
  );
}
