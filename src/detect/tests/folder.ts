import { tidy } from '../paths';

/** Folder after `cd target`, with `/` throughout; what only the shell knows (`-`, `$X`, `~`) stays as written. */
export function changeFolder(folder: string, target = '~'): string {
  const to = target.replaceAll('\\', '/');
  if (/^([~$%]|-$)/.test(to)) return to;
  if (/^(\/|[A-Za-z]:)/.test(to)) return tidy(target);
  return tidy(folder === '' ? to : `${folder}/${to}`);
}
