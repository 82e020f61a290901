/** Words of a script's or target's name that say it runs tests. */
const testWords: ReadonlySet<string> = new Set(
  'test tests testing unittest unittests unit e2e spec specs integration'.split(' '),
);

/** Words that say it does something else with them, or watches. */
const otherWords: ReadonlySet<string> = new Set(
  (
    'watch watching dev debug open headed lint eslint build compile type types typed typing typecheck typechecking ' +
    'tsc mypy pyright dts format fmt fix clean setup install prepare update list report serve server start docker ' +
    'image db seed mock mocks data fixtures gen generate deploy publish release docs doc init up down pre post bench ' +
    'env deps browsers'
  ).split(' '),
);

/**
 * Whether a package script, make target or recipe runs tests by its name: `test`, `test:unit`, `e2e`,
 * `integrationTest`, `ui-test`; not `test:watch`, `build-tests`, `pretest`, `test:ui`.
 */
export function isTestName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[\s:\-_./]+/);
  const at = words.findIndex(word => testWords.has(word));
  // `test:ui` opens a runner's own interface, `ui-test` tests the product's.
  return at >= 0 && !words.some(word => otherWords.has(word)) && !words.slice(at).includes('ui');
}

/** Tells whether a script named after some words runs tests: `run test:unit`; not `run tests/tool.py`. */
export function namedTest(before: RegExp): (words: string) => boolean {
  return words => {
    const found = before.exec(words);
    const [name = ''] = found ? words.slice(found[0].length).split(' ') : [];
    return isTestName(name) && !/[\\/]|\.\w+$/.test(name);
  };
}
