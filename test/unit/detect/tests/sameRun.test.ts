import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  forgetOld,
  mergeSightings,
  type SeenRun,
  type Sighting,
  summaryOf,
} from '../../../../src/detect/tests/sameRun';

const at = 1_714_557_600_000;

function seen(sightings: readonly Sighting[]): readonly SeenRun[] {
  return sightings.reduce<readonly SeenRun[]>((recent, next) => mergeSightings(recent, next).recent, []);
}

const task = (over: Partial<Sighting> = {}): Sighting => ({
  place: 'task',
  suite: 'npm test',
  command: 'npm test',
  terminalName: 'npm: test',
  startedAt: at,
  endedAt: at + 5_000,
  outcome: 'green',
  folder: 'app',
  ...over,
});
const terminal = (over: Partial<Sighting> = {}): Sighting =>
  task({ place: 'terminal', endedAt: at + 5_060, ...over });
const explorer = (over: Partial<Sighting> = {}): Sighting => ({
  place: 'explorer',
  id: 'run-1',
  suite: 'demo',
  endedAt: at + 5_400,
  outcome: 'green',
  ...over,
});
const report = (over: Partial<Sighting> = {}): Sighting => ({
  place: 'report',
  endedAt: at + 4_900,
  outcome: 'green',
  folder: 'app/test-results',
  count: { passed: 3, failed: 0, skipped: 0 },
  ...over,
});

suite('The same run seen in several places counts once', () => {
  test('green by its status alone is not green when a terminal saw that no test ran, or that some failed', () => {
    const denied = { outcome: 'unknown', isDenied: true } as const;
    const outcome = (...sightings: Sighting[]): string | undefined =>
      seen(sightings).map(summaryOf)[0]?.outcome;
    assert.equal(outcome(task(), terminal(denied)), 'unknown');
    assert.equal(outcome(terminal(denied), task()), 'unknown');
    assert.equal(outcome(task(), terminal({ outcome: 'unknown' })), 'green', 'its status was not told');
    assert.equal(
      outcome(task(), report({ outcome: 'unknown', count: { passed: 0, failed: 0, skipped: 3 } })),
      'unknown',
    );
    assert.equal(
      outcome(task(), report({ outcome: 'unknown', count: { passed: 0, failed: 0, skipped: 0 } })),
      'green',
    );
  });

  test("a task and its terminal's event are one run, whichever comes first", () => {
    assert.equal(seen([task(), terminal()]).length, 1);
    assert.equal(seen([terminal(), task()]).length, 1);
  });

  test('the terminal is known by its name when the commands differ', () => {
    assert.equal(seen([task({ suite: 'npm test' }), terminal({ suite: 'node run.js' })]).length, 1);
    assert.equal(seen([task(), terminal({ terminalName: 'bash', suite: 'pytest' })]).length, 2);
  });

  test('two runs in two terminals at the same moment are two', () => {
    assert.equal(seen([terminal({ terminalName: 'a' }), terminal({ terminalName: 'b' })]).length, 2);
  });

  test('the same command run again later is another run', () => {
    const later = { startedAt: at + 6_000, endedAt: at + 20_000 };
    assert.equal(
      seen([task(), terminal(), task(later), terminal({ ...later, endedAt: at + 20_050 })]).length,
      2,
    );
  });

  test('the same task run again at once is another run: red, then green', () => {
    const red = { startedAt: at, endedAt: at + 300, outcome: 'red' } as const;
    const green = { startedAt: at + 420, endedAt: at + 700 };
    const runs = seen([
      task(red),
      terminal({ ...red, endedAt: at + 360 }),
      task(green),
      terminal({ ...green, startedAt: at + 450, endedAt: at + 760 }),
    ]);
    assert.deepEqual(
      runs.map(run => summaryOf(run).outcome),
      ['red', 'green'],
    );
  });

  test('a command begun after a run of the Test Explorer was over is another run, and the other way round', () => {
    const after = terminal({ startedAt: at + 5_500, endedAt: at + 6_900, outcome: 'red' });
    assert.equal(seen([explorer(), after]).length, 2);
    const debug = { place: 'debug', startedAt: at + 5_000, endedAt: at + 6_500, outcome: 'green' } as const;
    assert.equal(seen([terminal(), debug]).length, 1, 'begun while the other was under way');
    assert.equal(seen([terminal(), { ...debug, startedAt: at + 5_200 }]).length, 2);
  });

  test('a task that is over before its terminal tells of it is one run', () => {
    const quick = task({ startedAt: at, endedAt: at + 5 });
    assert.equal(seen([quick, terminal({ startedAt: at + 70, endedAt: at + 75 })]).length, 1);
  });

  test('a report written during or at the end of a run belongs to it', () => {
    assert.equal(seen([terminal(), report({ endedAt: at + 100 })]).length, 1);
    assert.equal(seen([report(), terminal()]).length, 1);
    assert.equal(seen([terminal(), report({ endedAt: at + 5_900 })]).length, 1);
  });

  test('a report of another folder, or of another time, is a run of its own', () => {
    assert.equal(seen([terminal(), report({ folder: 'other/target' })]).length, 2);
    assert.equal(seen([terminal(), report({ endedAt: at + 60_000 })]).length, 2);
    assert.equal(seen([terminal(), report({ endedAt: at - 1 })]).length, 2);
  });

  test('a report and a run meet at the root of a drive, too', () => {
    assert.equal(seen([terminal({ folder: 'x:/' }), report({ folder: 'x:/out' })]).length, 1);
    assert.equal(seen([terminal({ folder: '/out' }), report({ folder: '/' })]).length, 1);
  });

  test('the reports of one run, a file a class, are one', () => {
    const many = [0, 2_000, 9_000, 15_000].map(ms => report({ endedAt: at + ms }));
    assert.equal(seen(many).length, 1);
    const [only] = seen(many);
    assert.equal(only && summaryOf(only).count?.passed, 12);
  });

  test('a run of the Test Explorer that starts a terminal, task or debug session is one run', () => {
    assert.equal(seen([terminal(), explorer()]).length, 1);
    assert.equal(seen([explorer(), { place: 'debug', endedAt: at + 5_000, outcome: 'green' }]).length, 1);
    assert.equal(seen([explorer(), task(), terminal(), report()]).length, 1);
  });

  test("an Explorer's file that is seen twice is one run, two runs of it are two", () => {
    assert.equal(seen([explorer(), explorer()]).length, 1);
    assert.equal(seen([explorer(), explorer({ id: 'run-2', endedAt: at + 5_500 })]).length, 2);
  });

  test('a late sighting joins runs that looked like two', () => {
    const early = report({ endedAt: at + 100 });
    const late = report({ endedAt: at + 25_000 });
    const two = seen([early, late]);
    assert.equal(two.length, 2);
    const merged = mergeSightings(two, terminal({ endedAt: at + 25_000 }));
    assert.equal(merged.sameAs.length, 2);
    assert.equal(merged.recent.length, 1);
  });

  test('the task says the command, a red place makes it red, the whole time is told', () => {
    const run: SeenRun = { sightings: [report({ outcome: 'red' }), terminal({ suite: 'x' }), task()] };
    const { place, suite: name, outcome, startedAt, endedAt } = summaryOf(run);
    assert.deepEqual(
      { place, name, outcome, startedAt, endedAt },
      { place: 'task', name: 'npm test', outcome: 'red', startedAt: at, endedAt: at + 5_060 },
    );
  });

  test('an unknown exit code in one place is told by another', () => {
    const run: SeenRun = { sightings: [task({ outcome: 'unknown' }), terminal()] };
    assert.equal(summaryOf(run).outcome, 'green');
  });

  test('runs are forgotten when no sighting can belong to them any more', () => {
    const runs = seen([task(), terminal()]);
    assert.equal(forgetOld(runs, at + 10_000).length, 1);
    assert.equal(forgetOld(runs, at + 120_000).length, 0);
  });
});

/** Real runs, one after the other with a pause, each seen in some places with the delays that were measured. */
const realRuns = fc
  .array(
    fc.record({
      pause: fc.integer({ min: 11_000, max: 100_000 }),
      length: fc.integer({ min: 0, max: 120_000 }),
      places: fc.subarray(['task', 'terminal', 'explorer', 'debug', 'report'] as const, { minLength: 1 }),
      terminalDelay: fc.integer({ min: 0, max: 80 }),
      explorerDelay: fc.integer({ min: 0, max: 600 }),
      reportAt: fc.double({ min: 0, max: 1, noNaN: true }),
      // A tool that starts a task for an Explorer run names the terminal, but not with a test command.
      suite: fc.constantFrom('npm test', 'pytest'),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(runs => {
    let clock = at;
    return runs.map((run, index) => {
      const startedAt = clock + run.pause;
      const endedAt = startedAt + run.length;
      clock = endedAt;
      const hasStart = run.places.includes('task') || run.places.includes('terminal');
      const base = {
        startedAt,
        suite: run.suite,
        terminalName: run.suite,
        folder: 'app',
        outcome: 'green' as const,
      };
      return run.places.map((place): Sighting => {
        if (place === 'task') return { ...base, place, endedAt };
        if (place === 'terminal') return { ...base, place, endedAt: endedAt + run.terminalDelay };
        if (place === 'explorer')
          return { place, id: `run-${index}`, endedAt: endedAt + run.explorerDelay, outcome: 'green' };
        if (place === 'debug') return { place, endedAt, outcome: 'green' };
        const written = hasStart ? startedAt + Math.round(run.length * run.reportAt) : endedAt - 100;
        return { place, endedAt: written, folder: 'app/out', outcome: 'green' };
      });
    });
  });

const sighting: fc.Arbitrary<Sighting> = fc.record({
  place: fc.constantFrom('task', 'terminal', 'explorer', 'debug', 'report'),
  suite: fc.constantFrom('a', 'b'),
  terminalName: fc.constantFrom('x', 'y'),
  folder: fc.constantFrom('', 'app', 'app/sub', 'web'),
  startedAt: fc.integer({ min: 0, max: 20_000 }),
  endedAt: fc.integer({ min: 0, max: 40_000 }),
  outcome: fc.constantFrom('green', 'red', 'unknown'),
});

suite('In any order of arrival', () => {
  test('runs in tasks and terminals may follow each other at once', () => {
    const quick = fc
      .array(fc.integer({ min: 200, max: 4_000 }), { minLength: 1, maxLength: 8 })
      .map(lengths => {
        let end = at;
        return lengths.map(length => {
          const startedAt = end + 1;
          end += length;
          const base = { startedAt, outcome: 'green' as const };
          return [task({ ...base, endedAt: end - 80 }), terminal({ ...base, endedAt: end })];
        });
      });
    fc.assert(
      fc.property(
        quick.chain(runs => fc.tuple(fc.constant(runs), shuffled(runs.flat()))),
        ([runs, order]) => {
          assert.equal(seen(order).length, runs.length);
        },
      ),
    );
  });

  test('every run is counted once: none twice, none lost', () => {
    fc.assert(
      fc.property(
        realRuns.chain(runs => fc.tuple(fc.constant(runs), shuffled(runs.flat()))),
        ([runs, order]) => {
          assert.equal(seen(order).length, runs.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('the number of runs, and what each was, is the same', () => {
    const told = (order: readonly Sighting[]): string[] =>
      seen(order)
        .map(run => JSON.stringify(summaryOf(run)))
        .sort();
    fc.assert(
      fc.property(
        fc.array(sighting, { maxLength: 12 }).chain(all => fc.tuple(fc.constant(all), shuffled(all))),
        ([all, order]) => {
          assert.equal(seen(order).length, seen(all).length);
          const outcomes = (texts: string[]): string[] =>
            texts.map(text => (JSON.parse(text) as Sighting).outcome).sort();
          assert.deepEqual(outcomes(told(order)), outcomes(told(all)));
        },
      ),
      { numRuns: 300 },
    );
  });
});

function shuffled<T>(values: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...values], { minLength: values.length });
}
