import { strict as assert } from 'node:assert';
import { noHours } from '../../../src/core/ledger';
import { migrate, migrateState, versionOf } from '../../../src/store/migrations';
import { emptyState, StateStore } from '../../../src/store/state';
import { MementoStub } from './mementoStub';
import { makeWin, Storage } from './support';

suite('Migrations', () => {
  test('go step by step, from the version that the data has', () => {
    const steps = {
      0: (older: object) => ({ ...older, one: true }),
      1: (older: object) => ({ ...older, two: true }),
      2: (older: object) => ({ ...older, three: true }),
    };
    assert.deepEqual(migrate({}, 0, 3, steps), { one: true, two: true, three: true });
    assert.deepEqual(migrate({}, 2, 3, steps), { three: true });
    assert.deepEqual(migrate({}, 3, 3, steps), {});
  });

  test('take a version that can’t be for none', () => {
    for (const version of [undefined, null, '1', -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, -1e300]) {
      assert.equal(versionOf({ version }), 0);
    }
    assert.equal(versionOf({ version: 7 }), 7);
    for (const stored of [undefined, null, 7, 'x', []]) {
      assert.equal(versionOf(stored), 0);
      assert.equal(migrateState(stored, 1), stored);
    }
  });

  suite('of the journal', () => {
    let storage: Storage;
    setup(async () => {
      storage = await Storage.create();
    });
    teardown(() => storage.dispose());

    const { provisional, why, source, ...bare } = makeWin('a');
    const line = JSON.stringify({ type: 'win', win: bare });
    for (const [name, header] of [
      ['without a header', ''],
      ['with a header without a version', '{"type":"journal"}\n'],
      ['that says 0', '{"type":"journal","version":0}\n'],
    ] as const) {
      test(`version 0, ${name}: a win that says no more than what it was`, async () => {
        await storage.put(`${header}${line}\n`);
        const project = storage.project();
        assert.equal((await project.open()).unreadable, 0);
        assert.deepEqual(project.find('a'), { ...bare, provisional: false, why: '', source: {} });
        assert.deepEqual((await project.journal.readAll()).entries[0], {
          type: 'win',
          win: { ...bare, provisional: false, why: '', source: {} },
          offset: 0,
        });
        assert.deepEqual([provisional, why !== '', Object.keys(source).length], [false, true, 2]);
      });
    }

    test('version 1 must say everything', async () => {
      await storage.put(`{"type":"journal","version":1}\n${line}\n`);
      assert.equal((await storage.project().open()).unreadable, 1);
    });
  });

  suite('of workspace state', () => {
    const sha = 'a'.repeat(40);
    const days = { '2026-11-18': [1, 0, 0, 0, 0] };
    const win = makeWin('a');
    const lists = { finished: [], goals: [], pauses: [], reached: {}, reviews: {}, hours: noHours };
    const whole = { days, recent: [win], tasks: [], ...lists };
    const cursor = { project: 'p', heads: [sha], since: 1 };
    const older: readonly (readonly [name: string, stored: object, expected: object])[] = [
      [
        'version 0: no version, no backlogs, no reflog, no goals, pauses, milestones reached',
        { home: 'p', projects: { p: { days, recent: [win], tasks: [] } }, cursors: { '/r/.git': cursor } },
        {
          version: 1,
          home: 'p',
          projects: { p: whole },
          cursors: { '/r/.git': { ...cursor, reflog: 0 } },
          backlogs: {},
        },
      ],
      [
        'the first builds: version 1 without backlogs and reflog',
        {
          version: 1,
          projects: { p: { days, recent: [], tasks: [] } },
          cursors: { '/r/.git': cursor },
        },
        {
          version: 1,
          projects: { p: { ...whole, recent: [] } },
          cursors: { '/r/.git': { ...cursor, reflog: 0 } },
          backlogs: {},
        },
      ],
      [
        'before goals, pauses and milestones reached were kept',
        {
          version: 1,
          projects: { p: { days, recent: [win], tasks: [] } },
          cursors: { '/r/.git': { ...cursor, reflog: 9 } },
          backlogs: { '/r/.git': { head: sha, since: 3 } },
        },
        {
          version: 1,
          projects: { p: whole },
          cursors: { '/r/.git': { ...cursor, reflog: 9 } },
          backlogs: { '/r/.git': [{ head: sha, since: 3 }] },
        },
      ],
      ['nothing but a version', { version: 1 }, emptyState],
    ];
    for (const [name, stored, expected] of older) {
      test(`${name}: nothing is thrown away`, async () => {
        const memento = new MementoStub({ 'microwins.state': stored });
        assert.deepEqual(await new StateStore(memento).load(), {
          state: expected,
          damaged: false,
          newer: false,
        });
        assert.deepEqual(memento.keys(), ['microwins.state']);
      });
    }

    test('a newer version’s is left untouched and told; ours is kept beside it', async () => {
      const newer = { version: 2, projects: 'elsewhere' };
      const memento = new MementoStub({ 'microwins.state': newer });
      const store = new StateStore(memento);
      assert.deepEqual(await store.load(), { state: emptyState, damaged: false, newer: true });
      const ours = { ...emptyState, home: 'p' };
      await store.save(ours);
      assert.deepEqual(memento.get('microwins.state'), newer);
      assert.deepEqual(await new StateStore(memento).load(), { state: ours, damaged: false, newer: true });
    });
  });
});
