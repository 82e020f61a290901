/** Words of a script's or target's name that say it runs tests. */
const testWords: ReadonlySet<string> = new Set(
  'test tests testing unittest unittests unit e2e spec specs integration'.split(' '),
);

/** Words that say it does something else with them, or watches. */
const otherWords: ReadonlySet<string> = new Set(
  (
    'watch watching dev debug ui open headed lint eslint build compile types typecheck tsc format fmt fix clean ' +
    'setup install prepare update list report serve server start docker image db seed mock mocks data fixtures gen generate ' +
    'deploy publish release docs doc init up down pre post bench env deps browsers'
  ).split(' '),
);

/**
 * Whether a package script, make target or recipe runs tests by its name: `test`, `test:unit`, `e2e`,
 * `integrationTest`; not `test:watch`, `build-tests`, `pretest`.
 */
export function isTestName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s:\-_./]+/);
  return words.some(word => testWords.has(word)) && !words.some(word => otherWords.has(word));
}
