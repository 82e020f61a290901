import { strict as assert } from 'node:assert';
import { BacklogProgress } from '../../../src/features/detection/backlogProgress';
import { ScanProgress } from '../../../src/features/detection/scanProgress';

suite('How far the reading of history has come', () => {
  /** What is shown, in the order in which it changes. */
  function shown(readsTodos: boolean): { progress: ScanProgress; told: (number | undefined)[] } {
    const told: (number | undefined)[] = [];
    const progress: ScanProgress = new ScanProgress(
      () => readsTodos,
      () => told.push(progress.fraction),
    );
    return { progress, told };
  }

  test('never goes back where TODOs are read after the commits', () => {
    const { progress, told } = shown(true);
    for (const fraction of [0, 0.5, 0.501, 1]) progress.ofCommits(fraction);
    progress.ofTodos(0);
    progress.ofCommits(undefined);
    for (const fraction of [0.5, undefined]) progress.ofTodos(fraction);
    assert.deepEqual(told, [0, 0.25, 0.5, 0.75, undefined]);
  });

  test('is that of the commits where TODOs are off', () => {
    const { progress, told } = shown(false);
    for (const fraction of [0, 0.5, 1, undefined]) progress.ofCommits(fraction);
    assert.deepEqual(told, [0, 0.5, 1, undefined]);
  });

  test('counts all commits that wait for their TODOs, of several repositories, and those that are given up', () => {
    const told: (number | undefined)[] = [];
    const progress = new BacklogProgress(fraction => told.push(fraction));
    const one = progress.begin(200);
    one.read(100);
    const other = progress.begin(200);
    one.read(500);
    other.end();
    other.end();
    progress.begin(100).read(50);
    assert.deepEqual(told, [0, 0.5, 0.25, 0.5, undefined, undefined, 0, 0.5]);
  });
});
