import { joinWords, type Part } from './commandLine';
import { withoutNoise } from './noise';
import { programOf } from './programs';
import { type Runner, refusals, runners, versionFlag } from './runners';

/** What a single command is, as far as tests go. */
export type CommandKind =
  /** It runs tests: `text` is its part of the suite's identity. */
  | {
      readonly kind: 'test';
      readonly text: string;
      readonly runner?: string;
      readonly redIsCertain: boolean;
      readonly folder?: string;
    }
  /** A test command that runs none, or watches. */
  | { readonly kind: 'refused' }
  /** It can't fail in a way that matters: `cd`, `echo`, `export`. */
  | { readonly kind: 'quiet' }
  /** It never succeeds: `false`, `exit 1`. */
  | { readonly kind: 'fails' }
  | { readonly kind: 'other' };

const quiet =
  /^(cd|chdir|pushd|popd|set-location|sl|push-location|pop-location|echo|printf|write-(host|output)|true|:|export|set|setx|unset|clear|cls|rem|title|pwd|sleep|date)$/i;

/** Kinds that have nothing to do with tests. */
export function plainKind(words: readonly string[]): CommandKind {
  const [first = '', second = ''] = words;
  if (quiet.test(first) || first.startsWith('$env:')) return { kind: 'quiet' };
  if (first === 'false' || (/^(exit|return)$/.test(first) && second !== '0')) return { kind: 'fails' };
  return { kind: 'other' };
}

/** Whether the last of some parts makes them fail whatever was before: `npm test || (echo red; exit 1)`. */
export function endsInFailure(parts: readonly Part[]): boolean {
  const last = parts.at(-1);
  if (!last || last.joint === '||' || last.negated || last.background || last.pipeline.length !== 1)
    return false;
  return plainKind(last.pipeline[0] ?? []).kind === 'fails';
}

/** Whether some argument asks for help, a version, a listing or a watch. */
export function isRefused(args: readonly string[], keeps?: RegExp): boolean {
  return args.some(
    (word, at) =>
      (refusals.test(word) && !/^(false|0)$/.test(args[at + 1] ?? '')) ||
      (versionFlag.test(word) && !keeps?.test(word)),
  );
}

/** What a call of a known runner is; undefined when no runner is known by that name and command. */
export function runnerKind(words: readonly string[], ci: boolean): CommandKind | undefined {
  const called = canonical(words);
  for (const runner of runners) {
    const name = runner.programs.find(one => `${called.join(' ')} `.startsWith(`${one} `));
    if (name === undefined) continue;
    const { args, folder } = withoutFolder(called.slice(name.split(' ').length), name);
    if (!calls(runner, args)) continue;
    if (
      isRefused(args, runner.keeps) ||
      args.some(word => runner.unless?.test(word)) ||
      runner.refuses?.(args)
    )
      return { kind: 'refused' };
    if (runner.watchesUnless && !ci && !runsOnce(runner.watchesUnless, args)) return { kind: 'refused' };
    const shown = withoutNoise(args).filter(word => !(runner.watchesUnless && word === 'run'));
    return {
      kind: 'test',
      text: [name, joinWords(shown)].join(' ').trim(),
      runner: runner.output ?? name,
      redIsCertain: onlyTests(runner, args),
      ...(folder !== undefined && { folder }),
    };
  }
  return undefined;
}

const aliases: Readonly<Record<string, string>> = {
  gradlew: 'gradle',
  mvnw: 'mvn',
  mvnd: 'mvn',
  nodejs: 'node',
  gmake: 'make',
  'py.test': 'pytest',
  _mocha: 'mocha',
  'cargo-nextest': 'cargo nextest',
};

/** A command under its usual name: `./gradlew` is `gradle`, `cargo +nightly t` is `cargo test`. */
function canonical(words: readonly string[]): readonly string[] {
  const program = programOf(words[0] ?? '');
  const args = words.slice(1);
  const name = (aliases[program] ?? program).split(' ');
  if (program !== 'cargo' && program !== 'cross') return [...name, ...args];
  const [command = '', ...rest] = args[0]?.startsWith('+') ? args.slice(1) : args;
  const nextest = command === 'nextest' && rest[0] === 'r' ? ['run', ...rest.slice(1)] : rest;
  return [...name, command === 't' ? 'test' : command, ...nextest];
}

/** Takes out the flag that names the folder to work in. */
function withoutFolder(
  args: readonly string[],
  program: string,
): { args: readonly string[]; folder?: string } {
  if (!/^(make|ninja|go|cargo|cargo nextest|just|task)$/.test(program)) return { args };
  const at = args.findIndex(word => /^(-C|--directory|--working-directory|-d|--dir)$/.test(word));
  const folder = at < 0 ? undefined : args[at + 1];
  return folder === undefined ? { args } : { args: [...args.slice(0, at), ...args.slice(at + 2)], folder };
}

/** Goals, tasks, targets and flags, without what belongs to a flag. */
function ownWords(runner: Runner, args: readonly string[]): readonly string[] {
  return args.filter((_, at) => !runner.values?.test(args[at - 1] ?? ''));
}

/** Whether the arguments are those of a run. */
function calls(runner: Runner, args: readonly string[]): boolean {
  const { command, some } = runner;
  if (command) {
    const own = runner.values ? ownWords(runner, args).filter(word => !word.startsWith('-')) : args;
    const start = own.findIndex(word => !word.startsWith('-'));
    const words = own.slice(start, start + (runner.words ?? 1)).join(' ');
    if (start < 0 || !(command instanceof RegExp ? command.test(words) : command(words))) return false;
  }
  return !some || ownWords(runner, args).some(word => matches(some, word));
}

/** A name is no flag and sets no variable (`make CFLAGS=-DTEST`). */
function matches(some: NonNullable<Runner['some']>, word: string): boolean {
  return some instanceof RegExp ? some.test(word) : !/^-|^\w+\??=/.test(word) && some(word);
}

function runsOnce(told: RegExp, args: readonly string[]): boolean {
  return args.some((word, at) => told.test(word) || /^--watch(All)? false$/.test(`${word} ${args[at + 1]}`));
}

/** Whether nothing but tests, and what only leads to them, is asked for: `make lint test` may be red by lint. */
function onlyTests(runner: Runner, args: readonly string[]): boolean {
  const { some, alongside } = runner;
  if (runner.vague?.(args)) return false;
  if (!some || !alongside) return true;
  return ownWords(runner, args).every(
    word => word.startsWith('-') || word.includes('=') || alongside.test(word) || matches(some, word),
  );
}
