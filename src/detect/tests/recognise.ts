import { tidy } from '../paths';
import { type CommandKind, endsInFailure, isRefused, plainKind, runnerKind } from './classify';
import { flatParts, joinWords, type Part, splitLine } from './commandLine';
import { changeFolder } from './folder';
import { withoutNoise } from './noise';
import { isOtherTool } from './otherTools';
import { opensInterface, type PackageCall, packageCall } from './packageScript';
import { programOf } from './programs';
import type { Shell } from './shell';
import { both, either, nothing, type Status, suiteOf } from './status';
import { isTestName } from './testNames';
import { setsCi, type Unwrapped, unwrap } from './wrappers';

/** What is known around a line. */
export interface LineContext {
  readonly shell: Shell;
  /** The folder it starts in; give it relative to the project, so that a moved project keeps its suites. */
  readonly cwd: string;
  /** `microwins.tests.commands`. */
  readonly extraPatterns: readonly RegExp[];
  /** The scripts of the `package.json` that holds in `cwd`, when it could be read. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** `CI` is set around it, so that watchers run once. */
  readonly ci?: boolean;
}

/** A line whose exit status tells about tests. */
export interface TestRun {
  /** Identity: the normalised command with its folder. Can be long: keep a hash of it. */
  readonly suite: string;
  /** The command as it is shown. */
  readonly command: string;
  /** Who writes the output, for `passCountOf`; absent when unknown, or when there are several. */
  readonly runner?: string;
  /** Exit status 0 means that the tests passed; whether another one means that they did not. */
  readonly redIsCertain: boolean;
  /** How many test commands the line joins; with more than one, no single count is the suite's. */
  readonly tests: number;
}

/** Scripts that call scripts, and shells that start shells, no deeper. */
const maxDepth = 6;

/** The run of tests that a shell line is, or undefined when its exit status is not (or may not be) the tests' own. */
export function recogniseRun(line: string, context: LineContext): TestRun | undefined {
  const parts = splitLine(line, context.shell);
  return parts && asRun(statusOf(parts, context, 0));
}

/** The same for a process started without a shell: its program and arguments. */
export function recogniseProcess(
  program: string,
  args: readonly string[],
  context: LineContext,
): TestRun | undefined {
  return asRun(
    statusOf([{ joint: ';', pipeline: [[program, ...args]], negated: false, background: false }], context, 0),
  );
}

function asRun({ green, redIsCertain }: Status): TestRun | undefined {
  if (green.length === 0) return undefined;
  const runner = green[0]?.runner;
  return {
    suite: green.map(suiteOf).join(' && '),
    command: green.map(one => one.shown).join(' && '),
    ...(runner !== undefined && green.length === 1 && { runner }),
    redIsCertain,
    tests: green.length,
  };
}

/** Where the walk through a line has come to. */
interface Here extends LineContext {
  /** `set -o pipefail` holds: a pipeline succeeds only when each of its commands does. */
  readonly pipefail: boolean;
}

/** Walks the parts as a shell would and keeps what status 0, and another one, would mean. */
function statusOf(parts: readonly Part[], context: LineContext, depth: number): Status {
  let status = nothing;
  let here: Here = { ...context, cwd: tidy(context.cwd), pipefail: false };
  let before = here;
  for (const part of parts) {
    if (part.joint === ';') before = here;
    const { kind, next } = partOf(part, here, depth);
    if (part.joint === '&&') status = both(status, next);
    else if (part.joint === ';') status = next;
    else if (kind !== 'fails') status = either(status, next);
    here = moved(part, here);
    // `cd web && npm start &` runs as a whole in a shell of its own.
    if (part.background) [status, here] = [nothing, before];
  }
  return status;
}

function partOf(part: Part, context: Here, depth: number): { kind: CommandKind['kind']; next: Status } {
  if (part.negated) return { kind: 'other', next: nothing };
  if (part.group) {
    const next = depth < maxDepth ? statusOf(part.group, context, depth + 1) : nothing;
    return { kind: endsInFailure(part.group) ? 'fails' : 'other', next };
  }
  if (part.pipeline.length > 1 && context.pipefail) {
    const all = part.pipeline.map(words => commandStatus(words, context, depth));
    return { kind: 'other', next: { ...all.reduce(both, nothing), redIsCertain: false } };
  }
  const { kind, ...next } = commandStatus(part.pipeline.at(-1) ?? [], context, depth);
  // The last of a pipeline gives its status, but with a `pipefail` set before another may make it red.
  return { kind, next: part.pipeline.length > 1 ? { ...next, redIsCertain: false } : next };
}

/** The folder and environment for what follows. */
function moved(part: Part, context: Here): Here {
  const [words = []] = part.pipeline;
  const [program = '', ...args] = words;
  if (part.pipeline.length > 1) return context;
  if (/^(cd|chdir|pushd|set-location|sl|push-location)$/i.test(program)) {
    const target = args.find(word => !/^(--|-[LP]|-path|\/d)$/i.test(word));
    const { scripts, ...rest } = context;
    const cwd = changeFolder(context.cwd, target);
    return scripts && cwd === context.cwd ? context : { ...rest, cwd };
  }
  if (/^popd$/i.test(program)) return { ...context, cwd: '-' };
  if (program === 'set' && context.shell === 'posix' && args.includes('pipefail'))
    return { ...context, pipefail: /^-\w*o$/.test(args[args.indexOf('pipefail') - 1] ?? '') };
  const sets = /^(export|set|setx)$/i.test(program) ? args : words.length === 1 ? words : [];
  const fishCi = program === 'set' && args.includes('CI') && !args.includes('-e');
  return fishCi || sets.some(word => setsCi(word.replace(/^\$env:/i, '')))
    ? { ...context, ci: true }
    : context;
}

function commandStatus(
  words: readonly string[],
  context: LineContext,
  depth: number,
): Status & { kind: CommandKind['kind'] } {
  const inner = unwrap(words);
  if (!inner) return { ...nothing, kind: 'quiet', redIsCertain: true }; // assignments only
  const { container } = inner;
  const status = innerStatus(inner, words, context, depth);
  if (container === undefined) return status;
  // Other tests than those out here; and red may be a container that is not there.
  const green = status.green.map(one => ({ ...one, text: `${one.text} in ${container}` }));
  return { ...status, green, redIsCertain: status.redIsCertain && isTold(context, words) };
}

function innerStatus(
  inner: Unwrapped,
  words: readonly string[],
  context: LineContext,
  depth: number,
): Status & { kind: CommandKind['kind'] } {
  const ci = inner.ci || context.ci === true;
  if (inner.line) {
    const parts = depth < maxDepth ? splitLine(inner.line.text, inner.line.shell) : undefined;
    return { ...(parts ? statusOf(parts, { ...context, ci }, depth + 1) : nothing), kind: 'other' };
  }
  const kind = kindOf(inner.words, words, { ...context, ci }, depth);
  if (kind.kind !== 'test') return { ...nothing, kind: kind.kind, redIsCertain: kind.kind === 'quiet' };
  const { text, runner, redIsCertain } = kind;
  const folder = kind.folder === undefined ? context.cwd : changeFolder(context.cwd, kind.folder);
  const shown = joinWords(words.slice(words.findIndex(word => !/^[A-Za-z_]\w*=/.test(word))));
  return {
    kind: 'test',
    green: [{ text, shown, folder, ...(runner !== undefined && { runner }) }],
    redIsCertain,
  };
}

function kindOf(
  words: readonly string[],
  typed: readonly string[],
  context: LineContext,
  depth: number,
): CommandKind {
  const call = packageCall(words);
  const known = runnerKind(words, context.ci === true) ?? (call && scriptKind(call, context, depth));
  if (known && known.kind !== 'other') return known;
  const plain = plainKind(words);
  if (plain.kind !== 'other') return plain;
  if (!isTold(context, words) && !isTold(context, typed)) return plain;
  if (isRefused(words)) return { kind: 'refused' };
  const [program = '', ...args] = words;
  return { kind: 'test', text: joinWords([programOf(program), ...withoutNoise(args)]), redIsCertain: true };
}

/** Whether the user's own expressions name it. */
function isTold({ extraPatterns }: LineContext, words: readonly string[]): boolean {
  const text = joinWords(words);
  // `search` starts at 0 whatever the flags of an expression are.
  return extraPatterns.some(pattern => text.search(pattern) >= 0);
}

/** What a package script is: by what it runs, when that is known, else by its name. */
function scriptKind(call: PackageCall, context: LineContext, depth: number): CommandKind {
  const { manager, script, args, scope, folder } = call;
  if (isRefused(args) || opensInterface(args))
    return isTestName(script) ? { kind: 'refused' } : { kind: 'other' };
  const ours = scope.length === 0 && folder === undefined && /^(npm|pnpm|yarn|bun|node)$/.test(manager);
  const body = ours ? context.scripts?.[script] : undefined;
  const named = isTestName(script);
  const base = {
    kind: 'test' as const,
    text: joinWords([manager, ...scope.flatMap(flag => flag.split(' ')), script, ...withoutNoise(args)]),
    ...(folder !== undefined && { folder }),
  };
  if (body !== undefined) {
    const inside = bodyStatus(`${body} ${args.map(word => joinWords([word])).join(' ')}`, context, depth);
    if (inside === 'refused') return { kind: 'refused' };
    if (inside) {
      const runner = inside.green.length === 1 ? inside.green[0]?.runner : undefined;
      const redIsCertain = !call.installs && (named || inside.redIsCertain);
      return { ...base, ...(runner !== undefined && { runner }), redIsCertain };
    }
    return named ? { ...base, redIsCertain: !call.installs } : { kind: 'other' };
  }
  if (call.maybeProgram) {
    const program = runnerKind([script, ...args], context.ci === true);
    if (program?.kind !== 'test') {
      if (program) return program;
    } else {
      // The same program in another package is another suite.
      const text = [manager, ...scope, program.text].join(' ');
      return { ...program, ...(scope.length > 0 && { text }), ...(folder !== undefined && { folder }) };
    }
  }
  if (ours && context.scripts) return { kind: 'other' }; // there is no such script
  return named ? { ...base, redIsCertain: !call.installs } : { kind: 'other' };
}

/** What a script's body says; `refused` when it swallows the tests' status or watches, undefined when it can't be told. */
function bodyStatus(body: string, context: LineContext, depth: number): Status | 'refused' | undefined {
  if (depth >= maxDepth || /no test specified/i.test(body)) return 'refused';
  // npm runs scripts with sh, or with cmd on Windows; what both read alike is read here.
  const parts = splitLine(body, 'posix');
  if (!parts) return undefined;
  const status = statusOf(parts, context, depth + 1);
  if (status.green.length > 0) return status;
  const all = flatParts(parts);
  const commands = all.flatMap(part => part.pipeline);
  const kinds = commands.map(words => commandStatus(words, context, depth + 1));
  if (kinds.some(({ kind, green }) => kind === 'refused' || green.length > 0)) return 'refused';
  // Nothing but linters and compilers, whatever the script's name is.
  if (kinds.every(({ kind }, at) => kind === 'quiet' || isOtherTool(commands[at] ?? [], context.scripts)))
    return 'refused';
  // A program that is not known: its status must at least reach the end.
  const last = all.at(-1);
  const swallowed = all.some(part => part.joint === '||') || kinds.at(-1)?.kind === 'quiet';
  return swallowed || last?.background || last?.negated || (last?.pipeline.length ?? 0) > 1
    ? 'refused'
    : undefined;
}
