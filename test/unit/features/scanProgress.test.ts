import { strict as assert } from 'node:assert';
import { BacklogProgress } from '../../../src/features/detection/backlogProgress';
import { ScanProgress } from '../../../src/features/detection/scanProgress';

suite('How far the reading of history has come', () => {
  test('is told in hundredths, of what is furthest behind, until nothing is read', () => {
    const told: (number | undefined)[] = [];
    const progress: ScanProgress = new ScanProgress(() => told.push(progress.fraction));
    for (const fraction of [0, 0.5, 0.501, 1]) progress.of('commits', fraction);
    progress.of('todos', 0);
    progress.of('commits', undefined);
    progress.of('todos', 0.5);
    progress.of('commits', 0.2);
    progress.of('commits', undefined);
    progress.of('todos', undefined);
    progress.of('todos', undefined);
    assert.deepEqual(told, [0, 0.5, 1, 0, 0.5, 0.2, 0.5, undefined]);
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
