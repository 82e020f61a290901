import { flatParts, splitLine } from './commandLine';
import { packageCall } from './packageScript';
import { programOf } from './programs';
import { unwrap } from './wrappers';

/** Linters, compilers, bundlers and the like, which run no tests. */
const others: ReadonlySet<string> = new Set(
  (
    'eslint tslint stylelint prettier biome oxlint xo standard semistandard dprint remark markdownlint markdownlint-cli2 ' +
    'cspell commitlint lockfile-lint knip depcheck madge publint attw size-limit installed-check tsc tsgo vue-tsc svelte-check ' +
    'flow tsup rollup webpack esbuild vite rimraf rm mkdir cp copyfiles sass postcss ruff black isort flake8 pylint mypy ' +
    'pyright pyrefly bandit codespell rubocop phpstan psalm phpcs php-cs-fixer pint rector golangci-lint gofmt shellcheck'
  ).split(' '),
);

/** Scripts that call scripts, no deeper. */
const maxDepth = 4;

/**
 * Whether a command is known to be something else than tests.
 * @param scripts those of the `package.json` that holds
 */
export function isOtherTool(
  words: readonly string[],
  scripts: Readonly<Record<string, string>> = {},
  depth = 0,
): boolean {
  const inner = unwrap(words);
  if (!inner || inner.line) return false;
  const call = packageCall(inner.words);
  const body =
    call && call.scope.length === 0 && call.folder === undefined ? scripts[call.script] : undefined;
  if (body !== undefined && depth < maxDepth) {
    const parts = splitLine(body, 'posix');
    const commands = flatParts(parts ?? []).flatMap(part => part.pipeline);
    return commands.length > 0 && commands.every(one => isOtherTool(one, scripts, depth + 1));
  }
  return others.has(call ? call.script : programOf(inner.words[0] ?? ''));
}
