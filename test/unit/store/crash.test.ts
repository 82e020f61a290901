import { strict as assert } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import { bundleChild, Child } from './childScript';
import { Storage } from './support';

const rounds = 50;

/** Every other kill waits for some wins to be shown, however slow the disk is: so many lines at most. */
const most = 14;

/** Then, or right after the start, it falls into the next moments, ms. */
const longest = 30;

suite('A crash', () => {
  let storage: Storage;
  setup(async () => {
    storage = await Storage.create();
  });
  teardown(() => storage.dispose());

  test(`killed ${rounds} times while wins stream in: every win that was shown is there, once`, async function () {
    this.timeout(300_000);
    const script = bundleChild('streamWins', storage.folder);
    const shown = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const child = new Child(script, storage.folder, `r${round}`);
      await child.hasPrinted(round % 2 === 0 ? 1 : 2 + Math.floor(Math.random() * most));
      const ended = child.ended();
      await setTimeout(Math.random() * longest);
      child.kill();
      for (const id of await ended) shown.add(id);

      const project = await storage.open();
      for (const id of shown) assert.ok(project.has(id), `round ${round}: ${id} was shown and is lost`);
    }
    assert.ok(shown.size >= rounds / 2, `only ${shown.size} wins were shown`);

    const { entries } = await storage.project().journal.readAll();
    const written = entries.flatMap(entry => (entry.type === 'win' ? [entry.win.id] : []));
    assert.equal(new Set(written).size, written.length, 'a win was written twice');
    const project = await storage.open();
    assert.deepEqual(project.days.get('2026-11-18'), [written.length, 0, 0, 0, 0]);
  });
});
