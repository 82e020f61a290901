import { installsOnly, isTestEnvironment, noxSessions, toxEnvironments } from './pythonEnvironments';
import type { Runner } from './runners';
import { isTestName, namedTest } from './testNames';

const testWord = /^tests?$/;

/** The targets of `nx test app`, `nx run app:test`, `nx run-many -t build test`, `nx affected:e2e`. */
function nxTargets(words: string): readonly string[] {
  const [, many] =
    /^(?:affected|run-many) .*?(?:-t|--t(?:argets?)?)[ =]([^-]\S*(?: [^-]\S*)*)/.exec(words) ?? [];
  if (many !== undefined) return many.split(/[ ,]+/);
  const [, one] = /^(?:affected:|run \S+?:)?([\w.-]+)/.exec(words) ?? [];
  return one === undefined ? [] : [one];
}

/** `coverage` only reports what others measured, as a rule; `cover` runs the tests, but is nox's name for the same. */
const isTox = (name: string): boolean => isTestEnvironment(name) || name === 'cover';

/** Runners of languages that need no build: JavaScript, Python, Ruby, PHP; and those that run scripts by name. */
export const scriptedRunners: readonly Runner[] = [
  // JavaScript
  { programs: ['jest'], unless: /^(-v|--(init|clearCache|show-?[cC]onfig))$/ },
  {
    programs: ['vitest'],
    unless: /^(-v|-w|watch|dev|list|init|bench|complete|--ui(=true)?|--standalone|--merge-?[rR]eports.*)$/,
    watchesUnless: /^(run|related|--run(=true)?|--no-watch|--watch=false)$/,
  },
  { programs: ['mocha'], unless: /^(-w|init|--pass-on-failing-test-suite)$/ },
  { programs: ['ava'], unless: /^(-w|debug|reset-cache)$/ },
  { programs: ['playwright'], command: testWord, unless: /^--ui(-.*)?$/ },
  { programs: ['cypress'], command: /^run(-ct)?$/ },
  { programs: ['node', 'tsx', 'ts-node'], some: /^--test$/, unless: /^-v$/, output: 'node' },
  { programs: ['deno'], command: testWord },
  { programs: ['bun'], command: testWord, unless: /^-v$/ },
  {
    unless:
      /^(list|build|plugin|config|report|versions|help|init|install|make|debug|run|replay|dump-config)$/,
    programs: [
      'tap',
      'tape',
      'uvu',
      'jasmine',
      'jasmine-ts',
      'qunit',
      'testcafe',
      'vscode-test',
      'nightwatch',
      'cucumber-js',
      'borp',
      'test-storybook',
      'elm-test',
      'elm-test-rs',
    ],
  },
  { programs: ['wdio'], command: /^(run|\S*\.conf\.\w+)$/ },
  { programs: ['web-test-runner', 'wtr'] },
  { programs: ['karma'], command: /^start$/, watchesUnless: /^--single-?[rR]un(=true)?$/ },
  { programs: ['ng'], command: /^test$/, watchesUnless: /^--(no-watch|watch=false|run)$/ },
  { programs: ['ng'], command: /^e2e$/ },
  { programs: ['ember'], command: /^(test|exam)$/, unless: /^(-s|--server)$/ },
  {
    programs: ['react-scripts', 'craco', 'react-app-rewired'],
    command: testWord,
    watchesUnless: /^--(watch(All)?=false|no-watch|ci)$/,
    output: 'jest',
  },
  { programs: ['vue-cli-service'], command: /^test:(unit|e2e)$/ },
  { programs: ['wp-scripts'], command: /^test-(unit-js|e2e|playwright)$/ },
  {
    programs: ['nx'],
    command: words => nxTargets(words).some(isTestName),
    words: 99,
    unless: /^--graph/,
    vague: args => !nxTargets(args.join(' ')).every(isTestName),
  },
  {
    programs: ['turbo'],
    values: /^(-F|--filter)$/,
    some: isTestName,
    unless: /^(--dry(=.*)?|--graph.*|watch)$/,
    alongside: /^run$/,
  },
  { programs: ['lerna', 'melos'], command: namedTest(/^run /), words: 2 },
  { programs: ['rush', 'rushx', 'nr', 'nps'], command: namedTest(/^/) },
  { programs: ['moon'], some: /^\S*:test\S*$/, alongside: /^run$/ },
  // Python
  {
    programs: ['pytest'],
    unless:
      /^(-f|--(looponfail|co|collect-only|fixtures(-per-test)?|markers|setup-(plan|only)|cache-show.*|suppress-tests-failed-exit-code))$/,
  },
  { programs: ['unittest', 'nose2', 'nosetests', 'ward', 'behave'] },
  { programs: ['robot'], unless: /^--nostatusrc$/i },
  { programs: ['manage.py', 'django-admin'], command: testWord, output: 'unittest' },
  { programs: ['setup.py'], command: testWord, vague: () => true },
  {
    programs: ['tox'],
    refuses: args => installsOnly(args) || !toxEnvironments(args).some(isTox),
    vague: args => !toxEnvironments(args).every(isTox),
  },
  {
    programs: ['nox'],
    unless: /^(-l|--install-only)$/,
    refuses: args => !noxSessions(args).some(isTestEnvironment),
    vague: args => !noxSessions(args).every(isTestEnvironment),
  },
  { programs: ['hatch'], command: testWord },
  { programs: ['hatch', 'poetry', 'pipenv'], command: namedTest(/^run /), words: 2 },
  { programs: ['pdm', 'rye'], command: namedTest(/^(run )?/), words: 2 },
  { programs: ['poe'], command: namedTest(/^/), values: /^(-[CeXE]|--(directory|root|executor|ansi))$/ },
  {
    programs: ['mise', 'pixi'],
    command: namedTest(/^(r|run|tasks run) /),
    words: 3,
    values: /^(-[CEej]|--(cd|env|environment|jobs|manifest-path))$/,
  },
  { programs: ['molecule'], command: testWord },
  // Ruby
  { programs: ['rspec', 'parallel_rspec', 'turbo_tests'], unless: /^(-v|--init)$/, output: 'rspec' },
  {
    programs: ['rake'],
    some: isTestName,
    unless: /^(-n|-T|-P|-D|-W|--(tasks|describe|prereqs|where))$/,
    alongside: /^(environment|compile|clean|db:\S+)$/,
    output: 'ruby',
  },
  { programs: ['rails'], command: /^(test|spec)(:[\w:]+)?$/, unless: /^test:prepare$/, output: 'ruby' },
  { programs: ['minitest'], output: 'minitest' },
  { programs: ['ruby'], some: /(_test|_spec|(^|\/)test_\w+)\.rb$/, output: 'ruby' },
  // PHP
  {
    programs: ['phpunit', 'paratest', 'simple-phpunit'],
    unless: /^--(generate-configuration|migrate-configuration|atleast-version.*|warm-coverage-cache)$/,
    output: 'phpunit',
  },
  { programs: ['pest'], unless: /^--(init|type-coverage)$/, output: 'phpunit' },
  { programs: ['codecept', 'codeception'], command: /^run$/, output: 'phpunit' },
  { programs: ['artisan'], command: testWord, output: 'phpunit' },
  // It runs them in a container, which may not be up.
  {
    programs: ['sail'],
    command: /^(test|pest|phpunit|(php )?artisan test)( |$)/,
    words: 3,
    vague: () => true,
  },
  { programs: ['behat'], unless: /^-d/ },
];
