import { holds, tidy } from '../paths';

/** A workspace folder that is in a repository, or that a repository is in. */
export interface SharedFolder {
  /** absolute */
  readonly folder: string;
  /** The path in the folder of a file of the repository (both relative, forward slashes); undefined outside. */
  pathIn(file: string): string | undefined;
}

/** Of workspace folders those that have files of a repository, but for the repository's own. All absolute. */
export function sharedFolders(root: string, folders: readonly string[]): SharedFolder[] {
  const repository = tidy(root);
  return folders.flatMap(folder => {
    const other = tidy(folder);
    if (other === repository) return [];
    if (holds(other, repository)) {
      const start = below(other, repository);
      return [{ folder, pathIn: file => `${start}/${file}` }];
    }
    if (!holds(repository, other)) return [];
    const start = `${below(repository, other)}/`;
    return [{ folder, pathIn: file => (file.startsWith(start) ? file.slice(start.length) : undefined) }];
  });
}

function below(outer: string, inner: string): string {
  return inner.slice(outer.endsWith('/') ? outer.length : outer.length + 1);
}
