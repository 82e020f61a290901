import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tidy } from '../../../../../src/detect/paths';
import { judgeRun, type SuiteState } from '../../../../../src/detect/tests/rules';
import {
  maxLine,
  maxRed,
  maxSuites,
  redSuites,
  SuiteStates,
} from '../../../../../src/detect/tests/watch/suiteStates';
import { replay, type TimedRun } from '../../../../../src/detect/tests/watch/timeline';
import { reportsName } from '../../../../../src/detect/tests/watch/witness';

function statesOf(kept: unknown = undefined) {
  const box = { kept };
  const states = new SuiteStates(
    () => box.kept,
    async rows => {
      box.kept = JSON.parse(JSON.stringify(rows));
    },
  );
  return { box, states };
}

suite('What is kept of suites', () => {
  test('a state comes back as it was', async () => {
    const { states } = statesOf();
    const all: SuiteState[] = [
      { lastOutcome: 'red' },
      { lastOutcome: 'green', lastGreenDay: '2024-05-01' },
      { lastOutcome: 'red', lastGreenDay: '2024-05-01', bestCount: 12 },
    ];
    for (const [at, state] of all.entries()) await states.set(`k${at}`, state);
    for (const [at, state] of all.entries()) assert.deepEqual(states.get(`k${at}`), state);
    assert.equal(states.get('other'), undefined);
  });

  test('the oldest of more than 500 is forgotten, and all take at most 32 kB', async () => {
    const { box, states } = statesOf();
    const state: SuiteState = { lastOutcome: 'green', lastGreenDay: '2024-05-01', bestCount: 12345 };
    for (let at = 0; at <= maxSuites; at++) await states.set(`aaaaaaaaaa${at}`, state);
    assert.equal(states.get('aaaaaaaaaa0'), undefined);
    assert.deepEqual(states.get(`aaaaaaaaaa${maxSuites}`), state);
    assert.ok(JSON.stringify(box.kept).length < 32_768);
  });

  test('what does not have the right form is left out', async () => {
    for (const kept of [null, 7, 'x', {}, [1], [['a', 'x', '', 0]], [['a', 'g', 'yesterday', 0]]]) {
      const { states } = statesOf(kept);
      assert.equal(states.get('a'), undefined);
      await states.set('a', { lastOutcome: 'red' });
      assert.deepEqual(states.get('a'), { lastOutcome: 'red' });
    }
  });
});

suite('What is kept of red suites', () => {
  const red = { command: 'npm test', at: 5, line: 'npm test', folder: '/repo/app' };

  test('how it is run comes back, until the suite is green', async () => {
    const { box, states } = statesOf();
    await states.set('a', { lastOutcome: 'red', red });
    await states.set('b', { lastOutcome: 'red', red: { command: 'unit', at: 9, task: 'unit' } });
    assert.deepEqual(redSuites(box.kept), [
      { command: 'unit', at: 9, task: 'unit', key: 'b' },
      { ...red, key: 'a' },
    ]);
    assert.deepEqual(states.get('a'), { lastOutcome: 'red', red });
    await states.set('a', { lastOutcome: 'green', lastGreenDay: '2024-05-01' });
    assert.deepEqual(
      redSuites(box.kept).map(({ key }) => key),
      ['b'],
    );
  });

  test('only of the newest ones, and not of endless lines', async () => {
    const { box, states } = statesOf();
    for (let at = 0; at < maxRed + 5; at++)
      await states.set(`k${at}`, { lastOutcome: 'red', red: { ...red, at } });
    await states.set('long', { lastOutcome: 'red', red: { ...red, line: 'x'.repeat(maxLine + 1) } });
    assert.equal(redSuites(box.kept).length, maxRed);
    assert.equal(redSuites(box.kept)[0]?.at, maxRed + 4);
    assert.deepEqual(states.get('k0'), { lastOutcome: 'red' });
    assert.deepEqual(states.get('long'), { lastOutcome: 'red' });
  });

  test('a form that is not right is left out', async () => {
    for (const kept of [{ command: 7, at: 1 }, 'x', { command: 'npm test', at: null }, null]) {
      const { box, states } = statesOf([['a', 'r', '', 0, kept]]);
      assert.deepEqual(redSuites(box.kept), []);
      assert.deepEqual(states.get('a'), { lastOutcome: 'red' });
    }
  });

  test('the rules remember a red run, and forget it with the green one', () => {
    const run = (outcome: 'red' | 'green' | 'unknown', again?: typeof red) =>
      ({ outcome, day: '2024-05-01', ...(again && { again }) }) as const;
    const { state } = judgeRun({ lastGreenDay: '2024-04-30' }, run('red', red));
    assert.deepEqual(state.red, red);
    assert.deepEqual(judgeRun(state, run('unknown')).state.red, red);
    assert.deepEqual(judgeRun(state, run('red')).state.red, red);
    assert.equal(judgeRun(state, run('green')).state.red, undefined);
  });
});

suite('A suite’s timeline', () => {
  const runs = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      endedAt: fc.nat(10),
      judged: fc.record({
        outcome: fc.constantFrom('green' as const, 'red' as const, 'unknown' as const),
        day: fc.constantFrom('2024-05-01', '2024-05-02'),
        passed: fc.nat(5),
      }),
    }),
    { selector: run => run.id, maxLength: 8 },
  );

  test('the order in which runs are told changes nothing', () => {
    fc.assert(
      fc.property(runs, fc.infiniteStream(fc.nat()), (all: TimedRun[], random) => {
        const keys = new Map(all.map(run => [run.id, random.next().value]));
        const shuffled = [...all].sort((a, b) => (keys.get(a.id) ?? 0) - (keys.get(b.id) ?? 0));
        assert.deepEqual(replay({}, shuffled).state, replay({}, all).state);
        for (const { id } of all)
          assert.deepEqual(replay({}, shuffled).reasons.get(id), replay({}, all).reasons.get(id));
      }),
    );
  });

  test('judging the older runs first, and the newer on what they left, gives the same', () => {
    fc.assert(
      fc.property(runs, fc.nat(10), (all, cut) => {
        const older = replay(
          {},
          all.filter(run => run.endedAt <= cut),
        );
        const newer = replay(
          older.state,
          all.filter(run => run.endedAt > cut),
        );
        assert.deepEqual(newer.state, replay({}, all).state);
      }),
    );
  });
});

suite('The name of a run’s reports', () => {
  const names: readonly (readonly [files: readonly string[], name: string])[] = [
    [['junit.xml'], 'junit.xml'],
    [['target/surefire-reports/TEST-a.B.xml'], 'target/surefire-reports/TEST-*.xml'],
    [['t/TEST-a.xml', 't/TEST-b.xml'], 't/TEST-*.xml'],
    [['a/target/TEST-a.xml', 'b/target/TEST-b.xml'], '*'],
    [['app/a/TEST-a.xml', 'app/b/TEST-b.xml'], 'app/*'],
    [['test-results/unit.xml', 'test-results/e2e.xml'], 'test-results/*'],
    [['TestResults/dev_HOST_2024-05-01_10_00_00.trx'], 'TestResults/*.trx'],
    [['test-results/run-20240501-101112.xml'], 'test-results/run-*.xml'],
    [['test-results/0b9f1c2e-1111-2222-3333-444455556666/r.xml'], 'test-results/*/r.xml'],
    [['junit-py312.xml'], 'junit-py312.xml'],
    [[], ''],
  ];
  for (const [files, name] of names) {
    test(`${files.join(', ') || 'none'}: ${name}`, () => assert.equal(reportsName(files), name));
  }

  test('is one for those of Windows, too, in the form that all paths are compared in', () => {
    const names = ['a_H_1111', 'b_H_2222'].map(run => reportsName([tidy(`C:\\r\\TestResults\\${run}.trx`)]));
    assert.deepEqual(names, Array(2).fill('c:/r/TestResults/*.trx'));
  });
});
