const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Long flags (without dashes, `no-` and value) that change how a run looks, how much of it is told, how fast it goes
 * or when it gives up, but not which tests are run: a suite is the same with and without them.
 */
const looks = setOf(
  'color colors colour colours color-mode progress verbose verbosity silent quiet pretty ansi reporter reporters ' +
    'reporter-option reporter-options outputFile output-file log-level loglevel tb durations durations-min maxfail bail ' +
    'fail-fast failfast show-output nocapture capture ci exit forceExit force-exit detectOpenHandles stacktrace info ' +
    'console trace errors-only output-on-failure junit-xml junitxml junitfile jsonfile log-junit logger json raw ' +
    'maxWorkers max-workers workers jobs threads concurrency parallel runInBand run-in-band cache daemon offline locked ' +
    'frozen restore coverage cov cov-report cov-branch cov-fail-under cover coverprofile covermode coverpkg count timeout ' +
    'race shuffle randomize update-snapshots updateSnapshot passWithNoTests pass-with-no-tests allow-empty run watch ' +
    'watchAll batch-mode no-transfer-progress transfer-progress test-reporter test-reporter-destination hide-progress testdox single-run singleRun',
);

/** Short ones, the same for the runners that have them. */
const shortLooks = setOf(
  'v vv vvv V VV q s S x i u X B ntp ra rA rs rf rP R A json count timeout race shuffle cover coverprofile covermode ' +
    'coverpkg failfast parallel',
);

/** Those whose value may be the next argument. */
const withValue = setOf(
  'reporter reporters reporter-option reporter-options outputFile output-file log-level loglevel verbosity tb durations ' +
    'maxfail maxWorkers max-workers workers jobs threads concurrency junit-xml junitxml junitfile jsonfile logger console ' +
    'log-junit coverprofile timeout count parallel test-reporter test-reporter-destination R',
);

/** dotnet's `-v q`. */
const verbosities = /^(q(uiet)?|m(inimal)?|n(ormal)?|d(etailed)?|diag(nostic)?)$/;

/** The arguments by which a suite is known. */
export function withoutNoise(args: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    const next = args[at + 1] ?? '-';
    if (/^-[jnpw]$/.test(argument) && /^(\d+|auto|logical)$/.test(next)) at += 1;
    else if (argument === '-v' && verbosities.test(next)) at += 1;
    else if (!isNoise(argument)) kept.push(argument);
    else if (withValue.has(argument.replace(/^-+/, '')) && !next.startsWith('-')) at += 1;
  }
  return kept;
}

function isNoise(argument: string): boolean {
  if (argument === '--' || /^-[jn]\d*$/.test(argument)) return true;
  const [, dashes, name] = /^(--?)(?:no-)?([\w-]+)(?=$|[=:])/.exec(argument) ?? [];
  if (name === undefined) return false;
  if (dashes === '-') return shortLooks.has(name);
  return looks.has(name) || /^(coverage|allow)-/.test(name);
}
