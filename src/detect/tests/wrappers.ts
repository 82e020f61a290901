import { inContainer } from './containers';
import { interpreted } from './interpreted';
import { programOf } from './programs';
import { isTestName } from './testNames';

/** A command without what was put before it. */
export interface Unwrapped {
  readonly words: readonly string[];
  /** `CI` is set for it, which turns watching off. */
  readonly ci: boolean;
  /** The container that it runs in. */
  readonly container?: string;
  /** A line of its own that a shell was given (`bash -c "…"`). */
  readonly line?: { readonly text: string; readonly shell: 'posix' | 'fish' | 'powershell' | 'cmd' };
}

/** A program that runs another and ends with its exit status. */
interface Wrapper {
  /** The program, or program and command. */
  readonly name: RegExp;
  /** Its own flags that take the next word as value. */
  readonly values?: RegExp;
  /** Words of its own before the command (`timeout 60`, `direnv exec .`). */
  readonly skip?: number;
  /** The command comes after `--`. */
  readonly dashes?: true;
  /** Words of its own that are no flags: `env $(cat .env) npm test`. */
  readonly passes?: RegExp;
  /** With such a flag nothing is run: `command -v pytest`. */
  readonly unless?: RegExp;
  /** It runs the project's own scripts too: `pdm run test`. */
  readonly scripts?: true;
}

const wrappers: readonly Wrapper[] = [
  { name: /^(cross-env|cross-env-shell|env)$/, values: /^-(u|C)$/, passes: /^\$/ },
  { name: /^command$/, unless: /^-\w*[vV]/ },
  {
    name: /^(time|nohup|unbuffer|builtin|exec|noglob|nocorrect|setsid|chronic|caffeinate|call|unset|xcrun|fakeroot|dbus-run-session|xvfb-maybe)$/,
    values: /^-(o|f|-sdk)$/,
  },
  { name: /^(nice|ionice|stdbuf)$/, values: /^-(n|c)$/ },
  { name: /^taskset$/, skip: 1 },
  { name: /^(sudo|doas)$/, values: /^-(u|g|C|h|p)$/, unless: /^-(l|e|K|k|v|V)$/ },
  { name: /^g?timeout$/, values: /^-(k|s)$/, skip: 1 },
  { name: /^xvfb-run$/, values: /^-(n|s|e|f)$/ },
  { name: /^(dotenv|env-cmd|dotenvx run)$/, values: /^-(e|f|c|v)$/ },
  {
    name: /^(op run|doppler run|infisical run|aws-vault exec|mise (exec|x)|fnm exec|opam exec|percy exec|chamber exec)$/,
    dashes: true,
  },
  { name: /^(direnv|nvm) exec$/, skip: 1 },
  { name: /^(rbenv|pyenv|nodenv|asdf|rtx|volta|bundle|dotnet-coverage) (exec|run|collect)$/ },
  { name: /^(fvm|corepack|bin\/spring|spring|zeus|arch)$/ },
  { name: /^(c8|nyc)$/, values: /^(-r|--(reporter|report-dir|include|exclude))$/ },
  {
    name: /^(npx|pnpx|bunx|yarn dlx|pnpm (exec|dlx)|npm (exec|x)|bun x|yarn exec)$/,
    values: /^(-p|--package|-w|--workspace|-c)$/,
  },
  {
    name: /^(uv run|uvx|uv tool run|pipx run)$/,
    values:
      /^(-p|--(with|python|extra|group|package|directory|project|env-file|from|with-requirements|spec))$/,
  },
  { name: /^dotenv run$/, values: /^-(f|e)$/ },
  { name: /^(poetry|pipenv|pdm|rye|hatch) run$/, scripts: true },
  { name: /^(conda|mamba|micromamba) run$/, values: /^(-n|-p|--(name|prefix|cwd))$/ },
  { name: /^(composer exec|symfony)$/ },
  { name: /^(nix (develop|shell)|guix shell|devenv shell)$/, dashes: true },
];

const assignment = /^[A-Za-z_]\w*\+?=/;
const shells = /^(ba|z|da|k|fi)?sh$|^(pwsh|powershell|cmd)$/;

/** Whether a word of the environment turns CI mode on. */
export function setsCi(word: string): boolean {
  return /^CI=(?!$|0$|false$)/i.test(word);
}

/** Takes prefixes off a command, from the outside in. Undefined when nothing is left. */
export function unwrap(words: readonly string[]): Unwrapped | undefined {
  let rest = words;
  let ci = false;
  let container: string | undefined;
  for (let guard = 0; guard < 20; guard++) {
    const [first] = rest;
    if (first === undefined) return undefined;
    if (assignment.test(first)) {
      ci ||= setsCi(first);
      rest = rest.slice(1);
      continue;
    }
    const contained = inContainer(rest);
    container = contained?.container ?? container;
    const found = contained ? undefined : wrapperOf(rest);
    const next = found
      ? inside(found.wrapper, rest.slice(found.length))
      : (contained?.words ?? interpreted(rest));
    if (next === undefined) break;
    rest = next;
  }
  const line = shellLine(rest);
  return { words: rest, ci, ...(container !== undefined && { container }), ...(line && { line }) };
}

function wrapperOf(words: readonly string[]): { wrapper: Wrapper; length: number } | undefined {
  const program = programOf(words[0] ?? '');
  for (const length of [3, 2, 1]) {
    if (length > words.length) continue;
    const name = [program, ...words.slice(1, length)].join(' ');
    const wrapper = wrappers.find(one => one.name.test(name));
    if (wrapper) return { wrapper, length };
  }
  return undefined;
}

/** The wrapped command, or nothing when the wrapper itself is asked (`npx --version`). */
function inside(wrapper: Wrapper, args: readonly string[]): readonly string[] | undefined {
  let at = 0;
  if (wrapper.dashes) {
    at = args.findIndex(word => word === '--' || word === '-c' || word === '--command') + 1;
    return at > 0 ? args.slice(at) : undefined;
  }
  for (; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--') return args.slice(at + 1);
    if (/^(--version|--help|-h)$/.test(word) || wrapper.unless?.test(word)) return undefined;
    if (!word.startsWith('-') && !wrapper.passes?.test(word)) break;
    if (wrapper.values?.test(word)) at += 1;
  }
  const rest = args.slice(at + (wrapper.skip ?? 0));
  // `npx jest@29`, `npx @playwright/test@1 test`
  const [first = '', ...others] = rest;
  if (wrapper.scripts && isTestName(first)) return undefined; // the wrapper is the runner
  return rest.length > 0 ? [first.replace(/(?<=.)@[\w.^~-]+$/, ''), ...others] : undefined;
}

/** The text of `bash -lc '…'`, `pwsh -Command …`, `cmd /c …`. */
function shellLine(words: readonly string[]): Unwrapped['line'] {
  const program = programOf(words[0] ?? '');
  if (!shells.test(program)) return undefined;
  const at = words.findIndex(word => /^(-\w*c|-command|\/[cs]|\/d|--command)$/i.test(word));
  if (at < 0) return undefined;
  if (program === 'cmd') {
    const rest = words.slice(1).filter(word => !/^\/[a-z]$/i.test(word));
    return { text: rest.join(' '), shell: 'cmd' };
  }
  if (program === 'pwsh' || program === 'powershell')
    return { text: words.slice(at + 1).join(' '), shell: 'powershell' };
  const text = words[at + 1];
  return text === undefined ? undefined : { text, shell: program === 'fish' ? 'fish' : 'posix' };
}
