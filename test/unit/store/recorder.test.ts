import { strict as assert } from 'node:assert';
import type { Entry } from '../../../src/core/entry';
import { LedgerState } from '../../../src/core/ledger';
import type { Win } from '../../../src/core/win';
import type { Ledger } from '../../../src/store/ledger';
import { Recorder } from '../../../src/store/recorder';

const at = 1_714_557_600_000;
const run: Win = {
  id: 'tests-1',
  kind: 'tests',
  at,
  day: '2024-05-01',
  title: 'First green run today',
  provisional: false,
  why: 'First green run of `Test Explorer` today.',
  source: { command: 'Test Explorer', seenIn: 'explorer', suite: 'e' },
};

suite('Keeping a win that is found again', () => {
  let lines: Entry[];
  let folded: LedgerState;
  let recorder: Recorder;

  setup(() => {
    lines = [];
    folded = new LedgerState();
    const ledger = {
      isUndone: (id: string) => folded.isUndone(id),
      has: (id: string) => folded.has(id),
      find: (id: string) => folded.find(id),
      record: async (_: string, entries: () => readonly Entry[]) => {
        for (const entry of entries()) {
          lines.push(entry);
          folded.apply(entry);
        }
      },
    };
    recorder = new Recorder(
      ledger as unknown as Ledger,
      () => '2024-05-01',
      () => at,
    );
  });

  async function keep(win: Win): Promise<number> {
    await recorder.keep('p', [{ win, offset: 0 }]);
    return lines.length;
  }

  test('what a later sighting tells of a test run is kept, whichever part of it', async () => {
    const later: Partial<Win>[] = [
      { why: 'First green run of `npm test` today.' },
      { withAgent: true },
      { at: at + 500 },
      { title: 'Green again after red' },
      { source: { ...run.source, passed: '7' } },
      { source: { ...run.source, file: 'junit.xml' } },
      { source: { command: 'Test Explorer', suite: 'e' } },
    ];
    assert.equal(await keep(run), 1);
    for (const [index, more] of later.entries()) {
      assert.equal(await keep({ ...run, ...more }), 2 + index, JSON.stringify(more));
      assert.deepEqual(folded.find(run.id), { ...run, ...more });
    }
    assert.equal(folded.total, 1);
  });

  test('one that tells the same of a test run costs no line, whatever its order', async () => {
    await keep(run);
    const { suite = '', seenIn = '', command = '' } = run.source;
    assert.equal(await keep({ ...run, withAgent: false, source: { suite, seenIn, command } }), 1);
  });

  test('a commit that a scan finds under another branch’s name costs no line', async () => {
    const commit: Win = { ...run, id: 'commit-1', kind: 'commit', source: { sha: 'a', branch: 'main' } };
    await keep(commit);
    assert.equal(await keep({ ...commit, why: 'Other', source: { sha: 'a', branch: 'topic' } }), 1);
    assert.equal(await keep({ ...commit, source: { sha: 'b', branch: 'topic' } }), 2);
  });
});
