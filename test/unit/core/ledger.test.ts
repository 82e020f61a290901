import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Entry } from '../../../src/core/entry';
import { LedgerState, maxRecent, newestFirst } from '../../../src/core/ledger';
import { liveById } from '../../../src/core/liveWins';
import { totalOf, type Win, winKinds } from '../../../src/core/win';

const win = (id: string, at = 1000, more: Partial<Win> = {}): Win => ({
  id,
  kind: 'commit',
  at,
  day: '2026-11-18',
  title: id,
  provisional: false,
  why: '',
  source: {},
  ...more,
});
const won = (of: Win): Entry => ({ type: 'win', win: of, offset: 0 });
const fold = (...entries: Entry[]): LedgerState => {
  const state = new LedgerState();
  for (const entry of entries) state.apply(entry);
  return state;
};

suite('The ledger', () => {
  test('counts a win once, however often it is recorded; the last line holds', () => {
    const state = fold(won(win('a')), won(win('a', 1000, { title: 'reworded' })));
    assert.equal(state.total, 1);
    assert.equal(state.find('a')?.title, 'reworded');
    assert.deepEqual(state.days.get('2026-11-18'), [1, 0, 0, 0, 0]);
  });

  test('moves a win that is recorded again for another day', () => {
    const state = fold(won(win('a')), won(win('a', 1000, { day: '2026-11-17' })));
    assert.deepEqual([...state.days], [['2026-11-17', [1, 0, 0, 0, 0]]]);
  });

  test('takes a withdrawn win out, and back in under the same id', () => {
    const gone = fold(won(win('a')), { type: 'withdrawn', id: 'a', at: 2000 });
    assert.equal(gone.total, 0);
    assert.equal(gone.has('a'), false);
    assert.equal(gone.days.size, 0);
    assert.deepEqual(gone.recent, []);
    gone.apply(won(win('a')));
    assert.equal(gone.total, 1);
  });

  // Two windows: one has read the commit and confirmed the win, the other has not heard of it.
  test('what is provisional takes no confirmed win’s place', () => {
    const provisional = won(win('a', 1000, { provisional: true, title: 'seen' }));
    assert.equal(fold(provisional, won(win('a'))).find('a')?.provisional, false);
    assert.deepEqual(fold(won(win('a')), provisional).find('a'), win('a'));
    const back = fold(won(win('a')), { type: 'withdrawn', id: 'a', at: 2000 }, provisional);
    assert.equal(back.find('a')?.provisional, true);
  });

  test('a win that is confirmed is not withdrawn as a provisional one', () => {
    const provisional = won(win('a', 1000, { provisional: true }));
    const withdrawn: Entry = { type: 'withdrawn', id: 'a', at: 2000, only: 'provisional' };
    assert.equal(fold(provisional, withdrawn).total, 0);
    assert.equal(fold(provisional, won(win('a')), withdrawn).total, 1);
    assert.equal(fold(provisional, withdrawn, won(win('a'))).total, 1);
    assert.equal(fold(won(win('a')), provisional, withdrawn).total, 1);
  });

  test('a task stays finished when it is removed; a list that came ticked was finished before', () => {
    const task = (id: string, doneAt?: number): Entry => {
      const steps = [{ id: 's', title: 'Step', ...(doneAt && { doneAt }) }];
      return {
        type: 'task',
        task: { id, title: id, createdAt: 1000, steps, ...(doneAt && { finishedAt: doneAt }) },
      };
    };
    const removed: Entry = { type: 'taskRemoved', id: 'a' };
    assert.deepEqual(fold(task('a', 2000), task('b', 3000), removed).finished, [3000, 2000]);
    assert.deepEqual(fold(task('a', 2000), removed, task('a', 2000)).finished, [2000]);
    assert.deepEqual(fold(task('a', 2000), removed, task('a'), removed).finished, []);
    assert.deepEqual(fold(task('a'), removed, task('c', 1000)).finished, []);
  });

  test('withdrawing what was never there changes nothing', () => {
    assert.equal(fold(won(win('a')), { type: 'withdrawn', id: 'b', at: 2000 }).total, 1);
  });

  test('keeps the newest wins in full, newest first', () => {
    const state = fold(...Array.from({ length: maxRecent + 50 }, (_, index) => won(win(`w${index}`, index))));
    assert.equal(state.recent.length, maxRecent);
    assert.equal(state.recent[0]?.id, `w${maxRecent + 49}`);
    assert.equal(state.total, maxRecent + 50);
  });

  const entries = fc.array(
    fc.oneof(
      fc.record({
        type: fc.constant('win' as const),
        offset: fc.constant(0),
        win: fc
          .tuple(
            fc.nat(8),
            fc.nat(5),
            fc.constantFrom(...winKinds),
            fc.constantFrom('2026-11-17', '2026-11-18'),
            fc.boolean(),
          )
          .map(([id, at, kind, day, provisional]) => win(`w${id}`, at, { kind, day, provisional })),
      }),
      fc.record(
        {
          type: fc.constant('withdrawn' as const),
          id: fc.nat(8).map(id => `w${id}`),
          at: fc.constant(0),
          only: fc.constant('provisional' as const),
        },
        { requiredKeys: ['type', 'id', 'at'] },
      ),
      fc.record({
        type: fc.constant('undone' as const),
        id: fc.nat(8).map(id => `w${id}`),
        at: fc.constant(0),
      }),
    ),
  );

  test('replaying the same entries twice changes nothing', () => {
    fc.assert(
      fc.property(entries, all => {
        const once = fold(...all);
        const twice = fold(...all, ...all);
        assert.deepEqual(twice.days, once.days);
        assert.deepEqual(twice.recent, once.recent);
      }),
    );
  });

  test('the wins that count are the same when all are kept in full', () => {
    fc.assert(
      fc.property(entries, all => {
        const wins = Array.from(liveById(all).values(), found => found.win);
        assert.deepEqual(wins.sort(newestFirst), fold(...all).recent);
      }),
    );
  });

  test('day counts, total and recent wins always agree', () => {
    fc.assert(
      fc.property(entries, all => {
        const state = fold(...all);
        const sum = [...state.days.values()].reduce((total, counts) => total + totalOf(counts), 0);
        assert.equal(sum, state.total);
        assert.equal(state.recent.length, state.total);
        assert.deepEqual(state.recent, [...state.recent].sort(newestFirst));
      }),
    );
  });
});
