import { programOf } from './programs';

/** A program that is started through its language: `python -m pytest`, `php vendor/bin/phpunit`, `node …/jest.js`. */
export function interpreted(words: readonly string[]): readonly string[] | undefined {
  const program = programOf(words[0] ?? '');
  const args = words.slice(1);
  if (/^(python[\d.]*|py|pypy3?|coverage)$/.test(program)) {
    const own = program === 'coverage' ? (args[0] === 'run' ? args.slice(1) : []) : args;
    const module = own.indexOf('-m');
    const file = fileAt(own, /^(-[WX]|--(source|omit|include|rcfile|data-file|context|concurrency))$/);
    if (module >= 0 && (file < 0 || file > module)) return own.slice(module + 1);
    return /(^|[\\/])(manage|setup)\.py$/.test(own[file] ?? '') ? own.slice(file) : undefined;
  }
  if (/^(php|phpdbg|ruby|node)$/.test(program)) {
    const file = fileAt(args, /^(-[rdC]|--(require|import|loader|experimental-loader|conditions))$/);
    const path = args[file] ?? '';
    const name =
      /(?:^|[\\/])(?:node_modules[\\/](?:\.bin[\\/])?(?:@\w+[\\/])?|vendor[\\/]bin[\\/]|bin[\\/])([\w-]+)|^(artisan|rspec|rails)$/.exec(
        path,
      );
    if (name && !args.slice(0, file).includes('--test'))
      return [name[1] ?? name[2] ?? '', ...args.slice(file + 1)];
  }
  // `go tool gotestsum`, `go run gotest.tools/gotestsum@latest`
  const tool =
    program === 'go' &&
    /^(?:tool|run) (?:\S*\/)?(gotestsum|ginkgo)(?:@\S+)?$/.exec(args.slice(0, 2).join(' '));
  return tool ? [tool[1] ?? '', ...args.slice(2)] : undefined;
}

/** Where the first word is that is neither a flag nor a flag's value. */
function fileAt(args: readonly string[], values: RegExp): number {
  return args.findIndex((word, at) => !word.startsWith('-') && !values.test(args[at - 1] ?? ''));
}
