import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explorerOutcome, readExplorerRun } from '../../../../src/detect/tests/explorer';

/** A file as VS Code 1.139 writes it: tests by path below their controller, with their own state. */
function fileOf(states: Readonly<Record<string, number>>, request: object = {}): string {
  return JSON.stringify({
    id: 'run-1',
    completedAt: 1_714_557_600_000,
    name: 'Test run at 10:00',
    tasks: [{ id: 't', name: '', running: false, ctrlId: 'demo' }],
    request: {
      group: 2,
      targets: [{ testIds: ['demo'], controllerId: 'demo', profileId: 0 }],
      preserveFocus: true,
      ...request,
    },
    items: Object.entries(states).map(([path, ownComputedState]) => ({
      item: {
        extId: path.split('/').join('\0'),
        label: path,
        tags: [],
        busy: false,
        range: null,
        sortText: null,
      },
      ownComputedState,
      computedState: ownComputedState,
      tasks: [],
      expand: 0,
    })),
  });
}

function read(states: Readonly<Record<string, number>>, request: object = {}) {
  const result = readExplorerRun(fileOf(states, request));
  assert.ok('value' in result, 'reason' in result ? result.reason : '');
  return result.value;
}

suite('Runs of the Test Explorer', () => {
  test('leaves are counted by their state, groups are not', () => {
    const run = read({ demo: 0, 'demo/a': 3, 'demo/a/1': 3, 'demo/a/2': 3, 'demo/b': 5 });
    assert.deepEqual(
      { passed: run.passed, failed: run.failed, skipped: run.skipped, unfinished: run.unfinished },
      { passed: 2, failed: 0, skipped: 1, unfinished: 0 },
    );
    assert.equal(explorerOutcome(run), 'green');
    assert.equal(run.id, 'run-1');
    assert.equal(run.group, 'run');
    assert.equal(run.continuous, false);
  });

  test('a failed or errored test makes the run red, in a group too', () => {
    assert.equal(explorerOutcome(read({ demo: 0, 'demo/a': 3, 'demo/b': 4 })), 'red');
    assert.equal(explorerOutcome(read({ demo: 0, 'demo/a': 3, 'demo/b': 6 })), 'red');
    assert.equal(explorerOutcome(read({ demo: 0, 'demo/a': 6, 'demo/a/1': 3 })), 'red');
  });

  test('a run without a passed test, or stopped midway, is unknown', () => {
    assert.equal(explorerOutcome(read({})), 'unknown');
    assert.equal(explorerOutcome(read({ demo: 0, 'demo/a': 5 })), 'unknown');
    assert.equal(explorerOutcome(read({ demo: 0, 'demo/a': 3, 'demo/b': 0, 'demo/c': 0 })), 'unknown');
  });

  test('the suite is what was asked for, whatever the order', () => {
    const some = (...testIds: string[]) =>
      read({}, { targets: [{ controllerId: 'demo', testIds, profileId: 1 }] }).suite;
    assert.equal(some('a', 'b'), some('b', 'a'));
    assert.notEqual(some('a', 'b'), some('a'));
  });

  test('what was run is told by the names of the tests, else by those of their controllers', () => {
    const selected = (...testIds: string[]) => {
      const run = read(
        { demo: 0, 'demo/a': 3, 'demo/b': 3 },
        { targets: [{ controllerId: 'demo', testIds }] },
      );
      return run.selected;
    };
    assert.equal(selected('demo\0a', 'demo\0b', 'demo\0a'), 'demo/a, demo/b');
    assert.equal(selected('demo\0gone'), 'demo');
    const many = Object.fromEntries([...'abcdef'].map(name => [name, 3]));
    const targets = [{ controllerId: 'demo', testIds: Object.keys(many) }];
    assert.equal(read(many, { targets }).selected, 'a, b, c, d, e…');
    const begun = read({ demo: 0, 'demo/a': 3 }, { targets: [] });
    assert.deepEqual([begun.selected, begun.suite], ['demo', 'demo'], 'an extension began it');
    assert.equal(read({}, { targets: [] }).selected, '');
    const unnamed = fileOf({ demo: 0, 'demo/a': 3 }).replaceAll('"label"', '"title"');
    const result = readExplorerRun(unnamed);
    assert.ok('value' in result && result.value.selected === 'demo', 'names are not needed');
  });

  test('all that its controllers have is told, whatever was run and in whatever order', () => {
    const targetsOf = (...ids: string[]) => ({
      targets: ids.map(controllerId => ({ controllerId, testIds: [`${controllerId}\0a`] })),
    });
    const both = [
      { id: 'x', name: 'x' },
      { id: 'y', name: 'y' },
    ];
    assert.deepEqual(read({ y: 0, 'y/a': 3 }, targetsOf('y', 'x', 'y')).controllers, both);
    assert.deepEqual(read({}, targetsOf('x', 'y')).controllers, both);
    assert.deepEqual(read({}, targetsOf('x')).controllers, both.slice(0, 1));
  });

  test('coverage, debug and continuous runs are told apart', () => {
    assert.equal(read({}, { group: 4 }).group, 'debug');
    assert.equal(read({}, { group: 8 }).group, 'coverage');
    assert.equal(read({}, { group: 99 }).group, 'unknown');
    assert.equal(read({}, { continuous: true }).continuous, true);
  });

  test('a file that looks different gives a reason', () => {
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '{"id":1}',
      fileOf({}).replace('"items":[]', '"items":{}'),
    ]) {
      const result = readExplorerRun(text);
      assert.ok('reason' in result && result.reason !== '', text);
    }
  });

  test('no JSON whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        readExplorerRun(text);
      }),
    );
  });
});
