import { strict as assert } from 'node:assert';
import { Journal } from '../../../src/store/journal';
import { OtherProjects } from '../../../src/store/otherProjects';
import { Lines } from '../support/commitHouse';
import { Storage, won } from './support';

const task = {
  id: 't',
  title: 'T',
  createdAt: 1,
  finishedAt: 2,
  steps: [{ id: 's', title: 'S', doneAt: 2 }],
};

suite('The projects that are not open', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test('what was read counts although its sum can’t be kept, and nobody is warned', async () => {
    await (await storage.open()).journal.append([
      won('a'),
      won('b'),
      { type: 'task', task },
      { type: 'taskRemoved', id: 't' },
    ]);
    const lines = new Lines();
    const warned = new Lines();
    const log = { ...lines.channel, warn: warned.channel.warn };
    const others = new OtherProjects(
      {
        projects: async () => ['p'],
        markOf: async () => 1,
        journal: id => new Journal(storage.folder, id),
        readTotals: async () => undefined,
        writeTotals: async () => {
          throw new Error('EROFS: read-only file system');
        },
      },
      log,
    );
    await others.read(new Set());
    const known = others.except(new Set()).get('p');
    assert.deepEqual(known?.finished, [2]);
    assert.deepEqual([...(known?.days ?? [])], [['2026-11-18', [2, 0, 0, 0, 0]]]);
    assert.equal(others.except(new Set(['p'])).size, 0, 'it is open by now');
    assert.deepEqual(warned.lines, []);
    assert.match(lines.lines.join(), /EROFS/);
  });
});
