import { flatParts, splitLine } from './commandLine';
import { packageCall } from './packageScript';
import { programOf } from './programs';
import type { Shell } from './shell';
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

/** Names of scripts that say the same, where the script itself can't be read. */
const otherScripts =
  /^(lint|format|fmt|prettier|type-?check|check-?types|types|build|compile|bundle|clean)(:|$)/i;

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
  const name = call ? call.script : programOf(inner.words[0] ?? '');
  return others.has(name) || (call !== undefined && otherScripts.test(name));
}

/**
 * Whether all that a line or process runs is known to be something else than tests: a task that lints may well be in
 * the group of test tasks, there is none of its own for it.
 */
export function runsOtherToolsOnly(
  command: string | readonly string[],
  shell: Shell,
  scripts: Readonly<Record<string, string>> = {},
): boolean {
  const parts = typeof command === 'string' ? splitLine(command, shell) : undefined;
  const commands =
    typeof command === 'string' ? flatParts(parts ?? []).flatMap(part => part.pipeline) : [command];
  return commands.length > 0 && commands.every(words => isOtherTool(words, scripts));
}
