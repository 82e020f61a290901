/** Folder after `cd target`, with `/` throughout; what only the shell knows (`-`, `$X`, `~`) stays as written. */
export function changeFolder(folder: string, target: string | undefined): string {
  const to = (target ?? '~').replaceAll('\\', '/');
  if (/^([~$%]|-$)/.test(to)) return to;
  if (/^(\/|[A-Za-z]:)/.test(to)) return tidy(to);
  return tidy(folder === '' ? to : `${folder}/${to}`);
}

/** Resolves `.`, `..` and doubled slashes; keeps the root or drive. */
export function tidy(path: string): string {
  const [, root = '', rest = ''] = /^([A-Za-z]:\/?|\/*)(.*)$/s.exec(path.replaceAll('\\', '/')) ?? [];
  const kept: string[] = [];
  for (const name of rest.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (name !== '..' || root === '') kept.push(name);
  }
  return `${root === '' ? '' : root.endsWith('/') ? root.replace(/\/+$/, '/') : root}${kept.join('/')}`;
}
