import { strict as assert } from 'node:assert';
import { bundleChild, Child } from './childScript';
import { idsIn, Storage } from './support';

suite('Two windows on one project', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test('500 wins each, at the same time: 1,000 in the journal, and both agree', async function () {
    this.timeout(60_000);
    const script = bundleChild('appendWins', storage.folder);
    const windows = ['one', 'other'].map(prefix => new Child(script, storage.folder, prefix));
    await Promise.all(windows.map(window => window.opened()));
    const ended = windows.map(window => window.ended());
    for (const window of windows) window.begin();
    const [one, other] = await Promise.all(ended);

    const ids = idsIn(await storage.read());
    assert.equal(ids.length, 1000);
    assert.equal(new Set(ids).size, 1000);
    assert.ok(one?.[0]);
    assert.deepEqual(one, other);
    const opened = storage.project();
    assert.equal((await opened.open()).unreadable, 0);
    const days = [...opened.days].sort(([before], [after]) => (before < after ? -1 : 1));
    assert.deepEqual(JSON.parse(one[0]), { days, recent: opened.recent });
  });
});
