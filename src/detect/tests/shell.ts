/** The grammar a line is written in: bash, zsh, dash and Git Bash are `posix`. */
export type Shell = 'posix' | 'fish' | 'powershell' | 'cmd';

/** What makes the next character an ordinary one. */
export const escapeOf: Record<Shell, string> = { posix: '\\', fish: '\\', powershell: '`', cmd: '^' };

/** The grammar of a shell by its name or path (`/usr/bin/fish`, `pwsh.exe`, VS Code's `state.shell`). */
export function shellOf(nameOrPath: string | undefined, windows: boolean): Shell {
  const name =
    (nameOrPath ?? '')
      .toLowerCase()
      .split(/[\\/]/)
      .pop()
      ?.replace(/\.exe$/, '') ?? '';
  if (name === 'fish') return 'fish';
  if (name === 'cmd') return 'cmd';
  if (/^(pwsh|powershell)/.test(name)) return 'powershell';
  return name === '' && windows ? 'powershell' : 'posix';
}

/** Brings a line into the form that shell-quote reads as the shell would. */
export function prepare(line: string, shell: Shell): string {
  const tail = (text: string): string =>
    text
      // A new line ends a command, but not after an operator.
      .replace(/(&&|\|\|?)\s*[\r\n]+/g, '$1 ')
      .replace(/[\r\n]+/g, ' ; ')
      // `2>&1`: the digit belongs to the redirection; shell-quote would leave it as a word.
      .replace(/(^|[\s(])[\d*](?=[<>])/g, '$1');
  // cmd knows only double quotes, no comment, and neither `;` nor `$`.
  if (shell === 'cmd')
    return tail(line.replace(/"[^"]*"|['$;#]/g, found => (found.length > 1 ? found : `^${found}`)));
  const [folded, inWord] =
    shell === 'powershell'
      ? [line.replace(/`\r?\n/g, ' '), /`[\s\S]|"(?:`[\s\S]|[^"`])*"|'[^']*'|(?<=\S)#/g]
      : [line.replace(/\\\r?\n/g, ' '), /\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|(?<=\S)#/g];
  // A comment with an operator in it is left for `splitLine` to refuse: an interactive zsh knows no comments.
  const bare = folded.replace(/^\s*#.*$/gm, '').replace(/(\s)#[^\n'";&|]*$/gm, '$1');
  // A `#` inside a word starts no comment in any shell, but does for shell-quote.
  return tail(bare.replace(inWord, found => (found === '#' ? `${escapeOf[shell]}#` : found)));
}

/** Whether every quote that opens closes, and every escape has its character; shell-quote would pass over them. */
export function isBalanced(line: string, shell: Shell): boolean {
  const escaped = shell === 'powershell' ? /`[\s\S]/g : shell === 'cmd' ? /\^[\s\S]/g : /\\[\s\S]/g;
  const quoted = /'[^']*'|"[^"]*"/g;
  // An escape counts outside single quotes only, so those that hold one are taken out first.
  const rest = line
    .replace(/'[^'"]*'/g, '')
    .replace(escaped, '')
    .replace(quoted, '');
  return !/['"]/.test(rest) && !rest.endsWith(escapeOf[shell]);
}
