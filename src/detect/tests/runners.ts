import { isTestName } from './testNames';

/** A runner of tests, by the program that starts it. One row a runner: what is missing is added here. */
export interface Runner {
  readonly programs: readonly string[];
  /** The words that must follow the program, flags aside: `go test`, `swift test`. Absent: any call is a run. */
  readonly command?: RegExp;
  /** How many words `command` is matched against, joined by a blank; 1 unless told. */
  readonly words?: number;
  /** Some argument must match (a maven goal, a gradle task, node's `--test`). */
  readonly some?: RegExp | ((argument: string) => boolean);
  /** Flags that take the next argument, which is then no goal, task or target. */
  readonly values?: RegExp;
  /** An argument that makes it something else. Help, versions, listings and watching are known for all. */
  readonly unless?: RegExp;
  /** Started plainly it watches, unless an argument matches, or `CI` is set. */
  readonly watchesUnless?: RegExp;
  /** `-V` (or another) does not mean version here. */
  readonly keeps?: RegExp;
  /** Who writes the summary, when that is another. */
  readonly output?: string;
  /** A non-zero exit may have another cause than a failed test. */
  readonly vague?: boolean;
  /** Goals and tasks that only precede the tests, so that a red run is still theirs. */
  readonly alongside?: RegExp;
}

const testWord = /^tests?$/;
const isTarget = (name: string): boolean => isTestName(name) || /^(dist|install)?check$/.test(name);

/** SPEC 2.3's list, and others of the same families. */
export const runners: readonly Runner[] = [
  // JavaScript
  { programs: ['jest'], unless: /^(-v|--(init|clearCache|show-?[cC]onfig))$/ },
  {
    programs: ['vitest'],
    unless: /^(-v|-w|watch|dev|list|init|bench|complete|--ui(=true)?|--standalone|--merge-?[rR]eports.*)$/,
    watchesUnless: /^(run|related|--run(=true)?|--no-watch|--watch=false)$/,
  },
  { programs: ['mocha'], unless: /^(-w|init)$/ },
  { programs: ['ava'], unless: /^(-w|debug|reset-cache)$/ },
  { programs: ['playwright'], command: testWord, unless: /^--ui(-.*)?$/ },
  { programs: ['cypress'], command: /^run(-ct)?$/ },
  { programs: ['node', 'tsx', 'ts-node'], some: /^--test$/, unless: /^-v$/, output: 'node' },
  { programs: ['deno'], command: testWord },
  { programs: ['bun'], command: testWord, unless: /^-v$/ },
  {
    unless: /^(list|build|plugin|config|report|versions|help|init|debug|run|replay|dump-config)$/,
    programs: [
      'tap',
      'tape',
      'uvu',
      'jasmine',
      'qunit',
      'testcafe',
      'vscode-test',
      'nightwatch',
      'cucumber-js',
    ],
  },
  { programs: ['wdio'], command: /^run$/ },
  { programs: ['web-test-runner', 'wtr'] },
  { programs: ['karma'], command: /^start$/, watchesUnless: /^--single-?[rR]un(=true)?$/ },
  { programs: ['ng'], command: /^(test|e2e)$/, watchesUnless: /^--(no-watch|watch=false|run)$/ },
  {
    programs: ['react-scripts', 'craco', 'react-app-rewired'],
    command: testWord,
    watchesUnless: /^--(watch(All)?=false|no-watch|ci)$/,
    output: 'jest',
  },
  { programs: ['vue-cli-service'], command: /^test:(unit|e2e)$/ },
  {
    programs: ['nx'],
    command:
      /^(e2e|test|(affected|run-many) .*(-t|--targets?)[ =]\S*(test|e2e).*|affected:(test|e2e)|run \S+:(test|e2e)\S*)/,
    words: 99,
    unless: /^--graph/,
  },
  {
    programs: ['turbo'],
    values: /^(-F|--filter)$/,
    some: isTestName,
    unless: /^(--dry(=.*)?|--graph.*|watch)$/,
    alongside: /^run$/,
  },
  { programs: ['lerna'], command: /^run \S*test/, words: 2 },
  { programs: ['moon'], some: /^\S*:test\S*$/, alongside: /^run$/ },
  // Python
  {
    programs: ['pytest'],
    unless:
      /^(-f|--(looponfail|co|collect-only|fixtures(-per-test)?|markers|setup-(plan|only)|cache-(show|clear)))$/,
  },
  { programs: ['unittest', 'nose2', 'ward', 'behave', 'robot'] },
  { programs: ['manage.py', 'django-admin'], command: testWord, output: 'unittest' },
  {
    programs: ['tox'],
    unless:
      /^(-l|-a|--listenvs.*|--notest|-n|config|list|devenv|quickstart|exec|(-e|--env)?=?\S*(lint|format|docs|mypy|typ(e|ing)|style|build|release|dev)\S*)$/,
  },
  { programs: ['nox'], unless: /^(-l|\S*(lint|format|docs|mypy|typ(e|ing)|style|build|release)\S*)$/ },
  { programs: ['hatch'], command: testWord },
  // Go, Rust, native
  // `-run=^$` is how only benchmarks are run.
  { programs: ['go'], command: testWord, unless: /^(--?(c|n|list(=.*)?|run=\^\$)|\^\$)$/ },
  {
    programs: ['gotestsum', 'gotest', 'richgo', 'ginkgo'],
    output: 'go',
    unless: /^(watch|tool|outline|generate|bootstrap|build|labels|unfocus|version|help)$/,
  },
  { programs: ['cargo', 'cross'], command: /^(t|test)$/ },
  { programs: ['cargo nextest'], command: /^(run|r)$/ },
  { programs: ['ctest'], unless: /^(-N|--show-only.*|--print-labels)$/, keeps: /^-V$/ },
  {
    programs: ['make', 'ninja'],
    values: /^-[fIoW]$/,
    some: isTarget,
    unless: /^(-v|-n|-q|-p|--(just-print|recon|question|print-data-base))$/,
    alongside: /^(clean|\d+)$/, // `-j 4`
  },
  { programs: ['cmake'], command: /(^| )(--target|-t) (test|check|RUN_TESTS)\b/, words: 99 },
  { programs: ['meson'], command: testWord },
  {
    programs: ['just', 'task', 'mage', 'inv', 'invoke'],
    values: /^(-f|-t|-c|--justfile|--taskfile|--set)$/,
    some: isTestName,
    unless: /^(-l|-n|-a|--(dry|show|evaluate|summary|status))$/,
  },
  { programs: ['bazel', 'bazelisk', 'buck2', 'pants'], command: /^(test|coverage)$/ },
  { programs: ['swift'], command: testWord, unless: /^(list|-l)$/ },
  {
    programs: ['xcodebuild'],
    some: /^test(-without-building)?$/,
    unless: /^-(list|dry-?run|n|showBuildSettings|version|help|usage)$/,
  },
  { programs: ['zig'], command: /^(test|build .*\btest\b)/, words: 99 },
  { programs: ['bats', 'prove', 'busted', 'shellspec', 'cucumber'], keeps: /^-V$/ },
  // JVM
  {
    programs: ['mvn'],
    values: /^(-pl|-f|-P|-rf|--projects|--file)$/,
    some: /^(test|verify|integration-test|(surefire|failsafe):[\w-]*(test|verify))$/,
    unless: /^(-v|-D(skipTests|maven\.test\.skip|skipITs)(=true)?)$/,
    keeps: /^-V$/,
    alongside: /^(clean|compile|test-compile)$/,
  },
  {
    programs: ['gradle'],
    values: /^(-[xpbcI]|--(tests|exclude-task|project-dir|init-script))$/,
    some: name =>
      /(^|:)(all)?tests?$/i.test(name) || /(^|:)(check|test(?!Classes)[A-Z]\w*|\w+Tests?)$/.test(name),
    unless: /^(-v|-m|-t|--(continuous|test-dry-run))$/,
    alongside: /^(\S*:)?(clean\w*|testClasses)$/,
  },
  {
    programs: ['sbt'],
    some: /^(\S*[/:])?(test|testOnly|testQuick)( .*)?$/,
    unless: /^~/,
    alongside: /^clean$/,
  },
  { programs: ['lein'], command: /^(test|with-profile \S+ test|do .*\btest\b)/, words: 99 },
  { programs: ['clojure', 'clj'], some: /^-[MX]:\S*test\S*$/ },
  // .NET
  { programs: ['dotnet'], command: /^(test|vstest)$/, unless: /^(-t|-lt|--listtests.*)$/i },
  // Ruby
  { programs: ['rspec'], unless: /^(-v|--init)$/ },
  {
    programs: ['rake'],
    some: /^(test|spec)(:\S+)?$/,
    unless: /^(-n|-T|-P|-D|-W|--(tasks|describe|prereqs|where))$/,
    output: 'ruby',
  },
  { programs: ['rails'], command: /^(test|spec)(:[\w:]+)?$/, unless: /^test:prepare$/, output: 'ruby' },
  { programs: ['minitest'], output: 'minitest' },
  { programs: ['ruby'], some: /(_test|_spec|(^|\/)test_\w+)\.rb$/, output: 'ruby' },
  // PHP
  {
    programs: ['phpunit', 'paratest'],
    unless: /^--(generate-configuration|migrate-configuration|atleast-version.*|warm-coverage-cache)$/,
    output: 'phpunit',
  },
  { programs: ['pest'], unless: /^--init$/, output: 'phpunit' },
  { programs: ['codecept', 'codeception'], command: /^run$/, output: 'phpunit' },
  { programs: ['artisan'], command: testWord, output: 'phpunit' },
  // Elixir, Dart, Haskell and others
  { programs: ['mix'], command: testWord, unless: /^(--listen-on-stdin|test\.watch)$/ },
  { programs: ['dart', 'flutter'], command: /^(test|run test)/, words: 2, output: 'dart' },
  { programs: ['stack'], command: testWord, unless: /^--(no-run-tests|file-watch(-poll)?)$/ },
  { programs: ['stack', 'cabal'], command: /^(build|b)$/, some: /^--test$/ },
  {
    programs: ['cabal', 'nimble', 'dub', 'rebar3', 'dune', 'hardhat', 'truffle', 'forge'],
    command: /^(test|runtest|eunit|ct)$/,
  },
  { programs: ['crystal'], command: /^spec$/ },
];

/** Arguments by which no test is run, or none to its end, whatever the runner. */
export const refusals =
  /^(-h|-\?|--?help(=.*)?|--?version|--list.*|--collect-only|--no-run|--(test-)?dry-?[rR]un(=.*)?|--watch(-all|All)?(=(true|1))?|--continuous)$/;

/** `-V` is the version unless a runner keeps it. */
export const versionFlag = /^-V$/;
