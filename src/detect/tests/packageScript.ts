import { programOf } from './programs';

/** A call of a package manager, read. */
export interface PackageCall {
  readonly manager: string;
  /** The script it runs; where `program` is allowed, it may be a dependency's program instead. */
  readonly script: string;
  /** `yarn jest`, `pnpm vitest run`: the name may be that of a dependency's program. */
  readonly maybeProgram: boolean;
  /** What is handed on to it. */
  readonly args: readonly string[];
  /** Where it runs, when told (`--prefix`, `-C`, `--cwd`). */
  readonly folder?: string;
  /** Flags that choose packages of a workspace: then the scripts are not those of this folder. */
  readonly scope: readonly string[];
  /** It installs first, so that red may have another cause. */
  readonly installs: boolean;
}

interface Manager {
  /** Commands that run the script `test`, and those that run the script named next. */
  readonly test?: RegExp;
  readonly run: RegExp;
  /** `yarn foo` and `yarn run foo` run the script or program `foo`. */
  readonly programs?: true;
  readonly folder?: RegExp;
  /** Flags that choose packages; those of `scopeValue` take a value. */
  readonly scope?: RegExp;
  readonly scopeValue?: RegExp;
}

const yarn: Manager = { test: /^test$/, run: /^run$/, programs: true, folder: /^--cwd$/ };

const managers: Readonly<Record<string, Manager>> = {
  npm: {
    test: /^(t|test|tst|it|install-test|cit|sit|install-ci-test|clean-install-test)$/,
    run: /^(run|run-script|rum|urn)$/,
    folder: /^(--prefix|-C)$/,
    scope: /^(-w|--workspaces?|-ws|--include-workspace-root)$/,
    scopeValue: /^(-w|--workspace)$/,
  },
  pnpm: {
    test: /^(t|test|tst)$/,
    run: /^(run|run-script|exec)$/,
    programs: true,
    folder: /^(--dir|-C)$/,
    scope: /^(-r|--recursive|-F|--filter|-w|--workspace-root)$/,
    scopeValue: /^(-F|--filter)$/,
  },
  yarn,
  jlpm: yarn,
  bun: {
    run: /^run$/,
    programs: true,
    folder: /^--cwd$/,
    scope: /^(-F|--filter)$/,
    scopeValue: /^(-F|--filter)$/,
  },
  node: { run: /^--run$/ },
  deno: { run: /^task$/, folder: /^--cwd$/ },
  composer: { test: /^test$/, run: /^run(-script)?$/, programs: true, folder: /^(-d|--working-dir)$/ },
};

/** Flags of the managers' own that take a value. */
const otherValue = /^--(workspace-concurrency|loglevel|reporter|network-concurrency|config)$/;
const installing = /^(it|install-test|cit|sit|install-ci-test|clean-install-test)$/;

/** Reads `npm test`, `pnpm --filter web test:unit`, `yarn workspace app jest`, `node --run test`. */
export function packageCall(words: readonly string[]): PackageCall | undefined {
  const name = programOf(words[0] ?? '');
  const manager = managers[name];
  if (!manager) return undefined;
  const own = ownFlags(words.slice(1), manager);
  const [command, ...after] = manager === yarn ? workspaceOf(own) : own.rest;
  if (command === undefined || command === '--') return undefined;
  if (manager.test?.test(command)) {
    const args = laterFlags(after, manager, own);
    return {
      ...resultOf(name, own),
      script: 'test',
      maybeProgram: false,
      args,
      installs: installing.test(command),
    };
  }
  const named = manager.run.test(command);
  if (!named && !manager.programs) return undefined;
  const [script, ...handed] = named ? ownFlags(after, manager, own).rest : [command, ...after];
  if (script === undefined || script.startsWith('-')) return undefined;
  const args = laterFlags(handed, manager, own);
  return { ...resultOf(name, own), script, maybeProgram: manager.programs === true, args, installs: false };
}

/** vitest's and playwright's `--ui`; mocha's names a style of tests. */
export function opensInterface(args: readonly string[]): boolean {
  return args.some((word, at) => word === '--ui' && !/^(bdd|tdd|qunit|exports)$/.test(args[at + 1] ?? ''));
}

/** What the manager's own flags tell. */
interface Own {
  folder?: string;
  readonly scope: string[];
  rest: readonly string[];
}

function resultOf(manager: string, own: Own): Pick<PackageCall, 'manager' | 'folder' | 'scope'> {
  return { manager, scope: own.scope, ...(own.folder !== undefined && { folder: own.folder }) };
}

/** Reads the manager's own flags before a command or a script's name. */
function ownFlags(words: readonly string[], manager: Manager, own: Own = { scope: [], rest: [] }): Own {
  let rest = words;
  while (rest[0]?.startsWith('-') && rest[0] !== '--' && !manager.run.test(rest[0])) {
    const [flag = '', inline] = rest[0].split(/=(.*)/s);
    const takes =
      inline === undefined &&
      (manager.folder?.test(flag) || manager.scopeValue?.test(flag) || otherValue.test(flag));
    const value = inline ?? rest[1];
    if (manager.folder?.test(flag) && value !== undefined) own.folder = value;
    if (manager.scope?.test(flag)) own.scope.push(takes ? `${flag} ${value}` : rest[0]);
    rest = rest.slice(takes ? 2 : 1);
  }
  own.rest = rest;
  return own;
}

/** The manager's flags may also follow the script's name (`npm test -w app`, `npm test --prefix web`), up to `--`. */
function laterFlags(words: readonly string[], manager: Manager, own: Own): readonly string[] {
  const args: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') return [...args, ...words.slice(at + 1)];
    const [flag = '', inline] = word.split(/=(.*)/s);
    const isFolder = !manager.programs && manager.folder?.test(flag) && flag.startsWith('--');
    if (isFolder) own.folder = inline ?? words[++at] ?? '';
    else if (manager.programs || !manager.scope?.test(flag)) args.push(word);
    else
      own.scope.push(word === flag && manager.scopeValue?.test(flag) ? `${flag} ${words[++at] ?? ''}` : word);
  }
  return args;
}

/** `yarn workspace app test`, `yarn workspaces run test`, `yarn workspaces foreach -A run test`. */
function workspaceOf(own: Own): readonly string[] {
  const [first] = own.rest;
  if (first !== 'workspace' && first !== 'workspaces') return own.rest;
  const skip = first === 'workspace' ? 2 : 1;
  own.scope.push(own.rest.slice(0, skip).join(' '));
  const rest = own.rest.slice(skip);
  const taken = /^(--(include|exclude|from|jobs)|-j)$/;
  const start = rest.findIndex(
    (word, at) => !/^(foreach|-.*)$/.test(word) && !taken.test(rest[at - 1] ?? ''),
  );
  return start < 0 ? [] : rest.slice(start);
}
