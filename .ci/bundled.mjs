// What esbuild's metafiles tell of the bundles: which packages are in each, and how many bytes of it are theirs.

/** @typedef {import('esbuild').Metafile} Metafile */

/** The package that an input of a bundle belongs to; undefined for our own source. */
export function packageOf(input) {
  const at = input.lastIndexOf('node_modules/');
  if (at < 0) return undefined;
  const [first, second] = input.slice(at + 'node_modules/'.length).split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

/**
 * The bundles, largest first, each with its bytes by package; our own code is named by its folder below `src`.
 * @param {Metafile[]} metafiles
 * @returns {{ file: string, bytes: number, parts: [name: string, bytes: number][] }[]}
 */
export function bundles(metafiles) {
  return metafiles
    .flatMap(({ outputs }) => Object.entries(outputs))
    .filter(([file]) => /\.(js|css)$/.test(file))
    .map(([file, { bytes, inputs }]) => {
      const parts = new Map();
      const add = (name, more) => parts.set(name, (parts.get(name) ?? 0) + more);
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) add(partOf(input), bytesInOutput);
      const known = [...parts.values()].reduce((sum, more) => sum + more, 0);
      if (bytes > known) add('(glue between modules)', bytes - known);
      return { file, bytes, parts: [...parts].filter(([, more]) => more > 0).sort(largestFirst) };
    })
    .sort((one, other) => other.bytes - one.bytes);
}

/** The packages of which at least one byte is in a bundle, in alphabetical order. */
export function bundledPackages(metafiles) {
  const names = metafiles
    .flatMap(({ outputs }) => Object.values(outputs))
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .flatMap(([input]) => packageOf(input) ?? []);
  return [...new Set(names)].sort();
}

function partOf(input) {
  const name = packageOf(input);
  if (name) return name;
  const [, folder, ...rest] = input.split('/');
  return rest.length > 0 ? `src/${folder}` : 'src';
}

function largestFirst([, one], [, other]) {
  return other - one;
}
