/**
 * A path in the one form that paths are compared in: `/` throughout, `.`, `..` and doubled slashes resolved. The root
 * stays, a drive's letter is small as VS Code writes it in most places, and the two slashes of a Windows share stay
 * where it came with backslashes.
 */
export function tidy(path: string): string {
  const [, root = '', rest = ''] = /^([A-Za-z]:\/?|\/*)(.*)$/s.exec(path.replaceAll('\\', '/')) ?? [];
  const kept: string[] = [];
  for (const name of rest.split('/')) {
    if (name === '' || name === '.') continue;
    if (name === '..' && kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (name !== '..' || root === '') kept.push(name);
  }
  return `${rootOf(path, root)}${kept.join('/')}`;
}

/** Whether a file or folder is a folder or in it. Both absolute, in any form: `c:/a/b` is in `c:\a`. */
export function isInside(file: string, folder: string): boolean {
  return holds(comparable(folder), comparable(file));
}

/** The same for two folders that are tidied already, and in the other order. */
export function holds(outer: string, inner: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith('/') ? outer : `${outer}/`);
}

/** Of places with a root, the innermost one that holds a file or folder (absolute). */
export function innermost<T extends { readonly root: string }>(
  places: readonly T[],
  file: string,
): T | undefined {
  return places
    .filter(({ root }) => isInside(file, root))
    .sort((one, other) => other.root.length - one.root.length)[0];
}

function rootOf(path: string, root: string): string {
  if (root.startsWith('/')) return /^\\\\[^\\/]/.test(path) ? '//' : '/';
  return root.toLowerCase();
}

/** What was tidied before has lost the backslashes that told of a share. */
function comparable(path: string): string {
  return tidy(path.replaceAll('\\', '/'));
}
