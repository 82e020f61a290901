import { holds, tidy } from '../paths';

/** A folder that globs are relative to. */
export interface GlobBase {
  /** absolute */
  readonly folder: string;
  /** Whether the globs of VS Code's own settings are relative to it, too. */
  readonly isWorkspace: boolean;
  /** The path in the folder of a file of the repository (both relative, forward slashes); undefined outside. */
  pathIn(file: string): string | undefined;
}

/**
 * What globs are relative to that may exclude a repository's files: the repository itself, and the workspace folders
 * that are in it or that it is in. Below such a folder the repository is none that VS Code's own settings are about.
 * @param root absolute, as are the workspace folders
 */
export function globBases(root: string, folders: readonly string[]): GlobBase[] {
  const repository = tidy(root);
  const all = folders.map(folder => ({ folder, path: tidy(folder) }));
  const isFolder = all.some(({ path }) => path === repository);
  const isBelow = !isFolder && all.some(({ path }) => holds(path, repository));
  const shared = all.flatMap(({ folder, path }): GlobBase[] => {
    if (path === repository) return [];
    if (holds(path, repository)) {
      const start = below(path, repository);
      return [{ folder, isWorkspace: true, pathIn: file => `${start}/${file}` }];
    }
    if (!holds(repository, path)) return [];
    const start = `${below(repository, path)}/`;
    const pathIn = (file: string): string | undefined =>
      file.startsWith(start) ? file.slice(start.length) : undefined;
    return [{ folder, isWorkspace: true, pathIn }];
  });
  return [{ folder: root, isWorkspace: !isBelow, pathIn: file => file }, ...shared];
}

function below(outer: string, inner: string): string {
  return inner.slice(outer.endsWith('/') ? outer.length : outer.length + 1);
}
