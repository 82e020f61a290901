/** Environments and sessions that run no tests, though their name may have a word that says so. */
const otherWork =
  /lint|format|fmt|doc|mypy|typ(e|ing)|pyright|style|build|dist|release|pre-?commit|black|ruff|flake8|isort|pylint|bandit|safety|check|report|init|clean|requir|pin|lock|vendor|generat|stubs|shell|publish|upload|deploy|serve|changelog|audit|spell|link|bench|install|^dev$/i;

/** `py`, `py312`, `pypy3-django42`, `3.12`, and versions of what is tested with: `dbt180`, `numpy2`. */
const version = /(^|[-_.])(py|pypy|python|cpython)($|[-_.\d])|^\d|^[a-z]+\d+/i;
const tests = /test|unit|spec|e2e|integration|functional|smoke|system|regress|stress|random|^$/i;

/** Whether an environment of tox or a session of nox runs tests, by its name; `''` stands for all that run by default. */
export function isTestEnvironment(name: string): boolean {
  return (version.test(name) || tests.test(name)) && !otherWork.test(name.replace(/doctests?/gi, 'tests'));
}

/** What `tox -e a,b` or `tox -f factor` asks for; one empty name when nothing is chosen. */
export function toxEnvironments(args: readonly string[]): readonly string[] {
  const names = chosen(ownOf(args), /^(?:-[efm]|--env)(?:=|$)|^-e(?=\w)/).flatMap(one => one.split(','));
  return names.length > 0 ? names : [''];
}

/** Whether a call of tox only prepares, lists or tells; what follows `--` is for the tests. */
export function installsOnly(args: readonly string[]): boolean {
  const own = ownOf(args);
  return (
    own.some(word => /^(-l|-a|-n|--listenvs.*|--notest|--devenv)$/.test(word)) ||
    /^(l|c|d|e|q|list|config|devenv|quickstart|exec|depends|man|schema)$/.test(own[0] ?? '')
  );
}

/** What `nox -s a b` asks for; one empty name when nothing is chosen. */
export function noxSessions(args: readonly string[]): readonly string[] {
  const own = ownOf(args);
  const start = own.findIndex(word => /^(-[rRxvN]*[se]|--sessions?)$/.test(word));
  const end = own.findIndex((word, at) => at > start && word.startsWith('-'));
  const named = start < 0 ? [] : own.slice(start + 1, end < 0 ? undefined : end);
  const names = [...named, ...own.flatMap(word => /^(?:--sessions?=)(.+)$/.exec(word)?.[1] ?? [])];
  return names.length > 0 ? names : [''];
}

function ownOf(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return end < 0 ? args : args.slice(0, end);
}

/** Values of a flag, as the next word or the same. */
function chosen(args: readonly string[], flag: RegExp): readonly string[] {
  return args.flatMap((word, at) => {
    if (!flag.test(word)) return [];
    const inline = word.replace(flag, '');
    return inline === '' ? (args[at + 1] ?? []) : [inline];
  });
}
