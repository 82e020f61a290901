import type { Runner } from './runners';
import { isTestName, namedTest } from './testNames';

const testWord = /^tests?$/;
/** A target of make: `check`, `test-unit`; not a file such as `tests/man.test`. */
const isTarget = (name: string): boolean =>
  (isTestName(name) && !/\/.*\.|\.(o|a|so|elf|exe|bin|hex|pdf|html|md|txt|xml|json)$/.test(name)) ||
  /^(dist)?check$|^check-world$|(^|[-_])installcheck$/.test(name);

/** `:app:testDebugUnitTest`, `jvmTest`, `check`; not `assembleAndroidTest`, `testClasses`, `testReport`. */
function isGradleTest(path: string): boolean {
  const name = path.slice(path.lastIndexOf(':') + 1);
  if (/(Classes|Report|Jar|Sources|Kotlin|Java|Javadoc|Fixtures\w*|Resources|Properties)$/.test(name))
    return false;
  if (
    /^(assemble|build|bundle|clean|compile|create|generate|install|jar|lint|merge|package|pre|process|publish|uninstall)[A-Z]/.test(
      name,
    )
  )
    return false;
  return (
    /^((all)?tests?|check|(connected|device|allDevices)\w*Check)$/i.test(name) ||
    /^test[A-Z]|Tests?$/.test(name)
  );
}

/** `cmake --build out --target check lint` */
function cmakeTargets(words: string): readonly string[] {
  return (/(?:^| )(?:--target|-t)[ =]([^-]\S*(?: [^-]\S*)*)/.exec(words)?.[1] ?? '').split(' ');
}

/** `go test -run NONE -bench .` runs benchmarks only; fuzzing without a limit goes on until it is stopped. */
function runsNoGoTest(args: readonly string[]): boolean {
  const told = args.join(' ');
  if (/(^| )--?fuzz[= ]/.test(told) && !/(^| )--?fuzztime[= ]/.test(told)) return true;
  return /(^| )--?run[= ](\^?\$|\$\^|-|none|xxx|\^#|#)( |$)/i.test(told);
}

/** Runners of languages that are built first, and tools that build and run whatever they are told. */
export const builtRunners: readonly Runner[] = [
  // Go, Rust, native
  { programs: ['go'], command: testWord, unless: /^--?(c|n|list(=.*)?)$/, refuses: runsNoGoTest },
  {
    programs: ['gotestsum', 'gotest', 'richgo', 'ginkgo'],
    output: 'go',
    refuses: args =>
      runsNoGoTest(args) ||
      /^(watch|tool|outline|generate|bootstrap|build|labels|unfocus|version|help)$/.test(args[0] ?? ''),
  },
  { programs: ['cargo', 'cross'], command: /^(t|test)$/ },
  { programs: ['cargo nextest'], command: /^(run|r)$/ },
  {
    programs: ['cargo hack', 'cargo miri', 'cargo careful', 'cargo all-features', 'cargo insta'],
    some: /^(t|test|nextest)$/,
    unless: /^(check|build|clippy|setup|clean|fmt|doc|bench|review|accept|reject|--review)$/,
  },
  {
    // Without a command they run the tests; what is covered too little makes them red, too.
    programs: ['cargo llvm-cov', 'cargo tarpaulin'],
    unless: /^(report|clean|show-env|run|setup|nextest-archive|--print-\S+)$/,
    vague: () => true,
  },
  { programs: ['wasm-pack', 'gleam', 'xmake', 'plz', 'raco', 'spago'], command: testWord },
  { programs: ['ctest'], unless: /^(-N|--show-only.*|--print-labels)$/, keeps: /^-V$/ },
  {
    programs: ['make', 'ninja', 'scons'],
    values: /^-[fIoW]$/,
    some: isTarget,
    unless: /^(-v|-n|-q|-p|-i|--(just-print|recon|question|print-data-base|ignore-errors))$/,
    alongside: /^(clean|\d+|[$`].*)$/, // `-j 4`, `-j $(nproc)`
  },
  {
    programs: ['cmake'],
    command: words => cmakeTargets(words).some(one => isTarget(one) || one === 'RUN_TESTS'),
    words: 99,
    vague: args => cmakeTargets(args.join(' ')).length > 1,
  },
  { programs: ['meson'], command: testWord },
  {
    programs: ['just', 'task', 'mage', 'inv', 'invoke', 'doit', 'bb'],
    values: /^(-f|-t|-c|--justfile|--taskfile|--set)$/,
    some: isTestName,
    unless: /^(-l|-n|-a|-w|--(dry|show|evaluate|summary|status|warn-only))$/,
  },
  {
    programs: ['gulp', 'grunt', 'ant', 'fastlane'],
    some: isTestName,
    values: /^(-f|-buildfile|--gulpfile|--gruntfile)$/,
    unless: /^(-p|--tasks.*|--force|lanes|action|add_plugin)$/,
    alongside: /^(clean|ios|android|mac)$/,
  },
  { programs: ['bazel', 'bazelisk', 'buck', 'buck2', 'pants'], command: /^(test|coverage)$/ },
  { programs: ['swift'], command: testWord, unless: /^(list|-l)$/ },
  {
    programs: ['xcodebuild'],
    some: /^test(-without-building)?$/,
    unless: /^-(list|dry-?run|n|showBuildSettings|version|help|usage)$/,
  },
  {
    programs: ['zig'],
    command: words =>
      /^test( |$)/.test(words) ||
      (words.startsWith('build ') &&
        words.split(' ').some(word => !word.startsWith('-') && isTestName(word))),
    words: 99,
  },
  { programs: ['bats', 'prove', 'busted', 'shellspec', 'cucumber'], keeps: /^-V$/ },
  // JVM
  {
    programs: ['mvn'],
    values: /^(-pl|-f|-P|-rf|--projects|--file|--activate-profiles)$/,
    some: /^(test|verify|integration-test|(surefire|failsafe):[\w-]*(test|verify))$/,
    unless:
      /^(-v|-fn|--fail-never|-D(skipTests|maven\.test\.skip|skipITs|maven\.test\.failure\.ignore|testFailureIgnore)(=true)?)$/,
    keeps: /^-V$/,
    alongside: /^(clean|compile|test-compile)$/,
  },
  {
    programs: ['gradle'],
    values: /^(-[xpbcI]|--(tests|exclude-task|project-dir|init-script|warning-mode|console|max-workers))$/,
    some: isGradleTest,
    unless: /^(-v|-m|-t|--(continuous|test-dry-run))$/,
    alongside: /^(\S*:)?(clean\w*|testClasses)$/,
  },
  {
    programs: ['sbt'],
    some: /^[+;]?(\S*[/:])?(test|testOnly|testQuick)( .*)?$/,
    unless: /^~/,
    alongside: /^clean$/,
  },
  {
    programs: ['mill'],
    some: /^(\S+\.)?test(Only|Local|Cached|Forked)?(\.\w+)?$/,
    unless: /^(-w|--watch|show|resolve|inspect|plan|visualize)$/,
  },
  { programs: ['scala-cli', 'scala'], command: testWord },
  {
    programs: ['lein'],
    command: /^(test|kaocha|midje|with-profile \S+ (test|kaocha|midje)|do .*\btest)( |$)/,
    words: 99,
    unless: /^:autotest$/,
  },
  { programs: ['clojure', 'clj'], some: /^-[MX]:\S*test\S*$/ },
  // .NET
  { programs: ['dotnet'], command: /^(test|vstest)$/, unless: /^(-t|-lt|--listtests.*)$/i },
  // Elixir, Dart, Haskell and others
  {
    programs: ['mix'],
    command: /^(tests?|espec|coveralls(\.(html|json|detail|xml|lcov))?)$/,
    unless: /^(--listen-on-stdin|test\.watch)$/,
  },
  { programs: ['dart', 'flutter'], command: /^(test|(pub )?run test)( |$)/, words: 3, output: 'dart' },
  { programs: ['very_good', 'patrol'], command: testWord },
  { programs: ['stack'], command: testWord, unless: /^--(no-run-tests|file-watch(-poll)?)$/ },
  { programs: ['stack', 'cabal'], command: /^(build|b)$/, some: /^--test$/ },
  {
    programs: [
      'cabal',
      'nimble',
      'dub',
      'rebar3',
      'dune',
      'hardhat',
      'truffle',
      'forge',
      'anchor',
      'snforge',
      'nargo',
    ],
    command: /^((v[12]-|new-)?test|runtest|eunit|ct)$/,
  },
  { programs: ['halmos'] },
  { programs: ['dune'], command: /^build$/, some: /^@(\S*\/)?runtest\S*$/, alongside: /^build$/ },
  { programs: ['crystal'], command: /^spec$/ },
  { programs: ['julia'], some: /\bPkg\.test\(/ },
  // Infrastructure
  { programs: ['terraform', 'tofu', 'opa', 'dbt'], command: testWord },
  { programs: ['earthly'], some: word => word.startsWith('+') && namedTest(/^\+/)(word) },
];
