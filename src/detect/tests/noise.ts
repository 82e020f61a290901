const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Long flags (without dashes, `no-` and value) that change how a run looks, how much of it is told, how fast it goes
 * or when it gives up, but not which tests are run: a suite is the same with and without them.
 */
const looks = setOf(
  'color colors colour colours color-mode progress verbose verbosity silent quiet pretty ansi reporter reporters format ' +
    'formatter reporter-option reporter-options outputFile output-file log-level loglevel log-cli-level log-cli log-file tb ' +
    'durations durations-min maxfail bail fail-fast failfast exitfirst show-output nocapture capture ci exit forceExit ' +
    'force-exit detectOpenHandles stacktrace full-stacktrace full-trace info console trace errors-only output-on-failure ' +
    'junit-xml junitxml junitfile jsonfile log-junit logger json raw html self-contained-html header summary showlocals ' +
    'disable-warnings disable-pytest-warnings strict-markers strict-config snapshot-update cache-clear logHeapUsage expand ' +
    'maxWorkers max-workers minWorkers workers jobs threads test-threads numprocesses dist concurrency test-concurrency ' +
    'parallel runInBand run-in-band cache daemon offline locked restore build-cache configuration-cache scan continue ' +
    'rerun-tasks warning-mode retries reruns coverage cov cov-report cov-config cov-branch cov-fail-under cov-append ' +
    'cov-on-fail cov-context cover coverprofile covermode coverpkg collectCoverage collectCoverageFrom coverageReporters ' +
    'count timeout testTimeout hookTimeout test-timeout race shuffle randomize random-order random-order-seed ' +
    'update-snapshots update-snapshot updateSnapshot update passWithNoTests pass-with-no-tests allow-empty run watch ' +
    'watchAll batch-mode no-transfer-progress transfer-progress test-reporter test-reporter-destination hide-progress ' +
    'hide-progress-bar seed test-randomize-ordering-seed status-level final-status-level success-output failure-output message-format testdox compact ' +
    'display-deprecations display-warnings stop-on-failure single-run singleRun skip-nx-cache nologo if-present',
);

/** Short ones, the same for the runners that have them. */
const shortLooks = setOf(
  'v vv vvv V VV q s S x i u X B A ntp json count timeout race shuffle cover coverprofile covermode coverpkg failfast ' +
    'parallel benchmem trimpath P',
);

/** pytest's letters in one word: `-xvs`, `-rA`, `-vvl`. */
const letters = /^([vqsxl]{2,}|r[fEsxXpPwaAN]{1,4})$/;

/** Those whose value may be the next argument. */
const withValue = setOf(
  'reporter reporters reporter-option reporter-options format formatter outputFile output-file log-level loglevel ' +
    'log-cli-level log-file tb junit-xml junitxml junitfile jsonfile logger console log-junit coverprofile cov-report ' +
    'cov-config coverage-html coverage-clover coverage-xml coverage-cobertura warning-mode dist ' +
    'test-reporter test-reporter-destination status-level final-status-level success-output failure-output message-format ' +
    'test-randomize-ordering-seed',
);

/** Those whose value may be next when it is a number: `--parallel 4`, but `--parallel tests/unit`. */
const withNumber = setOf(
  'durations durations-min maxfail maxWorkers max-workers minWorkers workers jobs threads test-threads ' +
    'numprocesses concurrency test-concurrency timeout testTimeout hookTimeout test-timeout count parallel ' +
    'cov-fail-under random-order-seed seed retries reruns',
);

/** Also `-j $(nproc)`, which is one word by now. */
const number = /^(\d[\w.%]*|auto|logical|max|[$`%].*)$/;
/** mocha's `-R dot`; ctest's `-R` chooses tests. */
const mochaReporters =
  /^(spec|dot|nyan|tap|landing|list|progress|json|json-stream|min|doc|markdown|xunit|html)$/;
/** dotnet's `-v q`. */
const verbosities = /^(q(uiet)?|m(inimal)?|n(ormal)?|d(etailed)?|diag(nostic)?)$/;

/** The arguments by which a suite is known. */
export function withoutNoise(args: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    const next = args[at + 1] ?? '-';
    if (/^-[jnpw]$/.test(argument) && number.test(next)) at += 1;
    else if (argument === '-v' && verbosities.test(next)) at += 1;
    else if (argument === '-R' && mochaReporters.test(next)) at += 1;
    else if (!isNoise(argument)) kept.push(argument);
    else if (takesNext(argument.replace(/^-+/, ''), next)) at += 1;
  }
  return kept;
}

function takesNext(flag: string, next: string): boolean {
  if (flag === 'color') return /^(yes|no|auto|always|never)$/.test(next);
  if (flag === 'verbosity') return verbosities.test(next) || number.test(next);
  if (flag === 'summary') return /^(all|new|failures|none|line)$/.test(next);
  return (withValue.has(flag) && !next.startsWith('-')) || (withNumber.has(flag) && number.test(next));
}

/** What VS Code's own tasks add to dotnet. */
const loggers = /^(\/|--?)(property:GenerateFullPaths|consoleloggerparameters|clp)\b/;

function isNoise(argument: string): boolean {
  if (loggers.test(argument)) return true;
  if (argument === '--' || argument === '--no-build' || /^-([jn](\d+|auto)?|j[$`%].*)$/.test(argument))
    return true;
  const [, dashes, name] = /^(--?)(?:no-)?([\w-]+)(?=$|[=:.])/.exec(argument) ?? [];
  if (name === undefined) return false;
  if (dashes === '-') return shortLooks.has(name) || letters.test(name);
  return looks.has(name) || /^(coverage|allow)-/.test(name);
}
