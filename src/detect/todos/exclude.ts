import zeptomatch from 'zeptomatch';

/** What may exclude a file from having TODOs. */
export interface Exclusions {
  /** `files.exclude`, `search.exclude`: globs with true, false, or a condition (`{ when }`), which is left out. */
  readonly settings: readonly Readonly<Record<string, unknown>>[];
  /** `microwins.todos.exclude` */
  readonly globs: readonly string[];
}

/**
 * Whether a path (relative to the folder, forward slashes) is excluded by a setting's glob, as VS Code reads
 * them: a glob that matches a folder excludes all that is in it. Returns the glob, for the log.
 */
export function excludedBy({ settings, globs }: Exclusions): (path: string) => string | undefined {
  const patterns = [
    ...settings.flatMap(setting => Object.keys(setting).filter(glob => setting[glob] === true)),
    ...globs,
  ].map(glob => glob.replace(/^\.?\//, '').replace(/\/$/, ''));
  const unique = [...new Set(patterns)].filter(glob => glob !== '');
  const folders = new Map<string, string | undefined>();

  function folderGlob(folder: string): string | undefined {
    if (folder === '') return undefined;
    if (!folders.has(folder)) folders.set(folder, folderGlob(parentOf(folder)) ?? match(folder));
    return folders.get(folder);
  }

  function match(path: string): string | undefined {
    return unique.find(glob => zeptomatch(glob, path));
  }

  return path => folderGlob(parentOf(path)) ?? match(path);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** The attributes that say that a file was not written by hand, or not here. */
export const exclusionAttributes: readonly string[] = ['linguist-generated', 'linguist-vendored'];

/**
 * Reads the output of `git check-attr -z --stdin linguist-generated linguist-vendored`: the paths that are
 * excluded, each with the attribute. An attribute counts when it is set, or has the value `true`, as on GitHub.
 */
export function excludedByAttributes(output: string): Map<string, string> {
  const excluded = new Map<string, string>();
  const tokens = output.split('\0');
  for (let i = 0; i + 2 < tokens.length; i += 3) {
    const [path = '', attribute = '', value = ''] = tokens.slice(i, i + 3);
    const isSet = value === 'set' || value.toLowerCase() === 'true';
    if (isSet && exclusionAttributes.includes(attribute)) excluded.set(path, attribute);
  }
  return excluded;
}
