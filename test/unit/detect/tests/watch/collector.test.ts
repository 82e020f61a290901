import assert from 'node:assert/strict';
import { dayOf } from '../../../../../src/core/day';
import { LedgerState } from '../../../../../src/core/ledger';
import type { Win } from '../../../../../src/core/win';
import { tidy } from '../../../../../src/detect/paths';
import type { Place } from '../../../../../src/detect/tests/sameRun';
import { Collector } from '../../../../../src/detect/tests/watch/collector';
import { SuiteStates } from '../../../../../src/detect/tests/watch/suiteStates';
import type { Witness } from '../../../../../src/detect/tests/watch/witness';
import { Lines } from '../../../support/commitHouse';

const at = 1_714_557_600_000;

/** The collector with a ledger in memory and a clock that stands still. */
class House {
  readonly ledger = new LedgerState();
  readonly log = new Lines();
  now = at;
  private rows: unknown;
  private readonly states = new SuiteStates(
    () => this.rows,
    async rows => {
      this.rows = structuredClone(rows);
    },
  );
  broken = false;
  /** The project that each win was kept in. */
  private readonly projects = new Map<string, string>();
  collector = this.fresh();

  fresh(settleMs = 1e8): Collector {
    const { ledger } = this;
    const keep = async (project: string, found: readonly { win: Win; offset: number }[]): Promise<void> => {
      if (this.broken) throw new Error('The disk is full');
      for (const one of found) {
        ledger.apply({ type: 'win', ...one });
        this.projects.set(one.win.id, project);
      }
    };
    const withdraw = async (_: string, ids: readonly string[]): Promise<void> => {
      for (const id of ids) ledger.apply({ type: 'withdrawn', id, at: this.now });
    };
    const sink = {
      known: ledger,
      keep,
      withdraw,
      now: () => this.now,
      dayOf: (moment: number) => dayOf(moment, 0, 0),
    };
    const host = {
      sink,
      // Of what was seen without a folder: the window's own.
      projectOf: async (folder = '/p') => folder.split('/')[1] ?? '',
      projectOfWin: (id: string) => this.projects.get(id),
      states: this.states,
    };
    // Unless told otherwise, runs are judged by `flush` only.
    return new Collector(host, this.log.channel, settleMs);
  }

  /** Another window on the same project, which remembers nothing of suites. */
  openAnother(): void {
    this.rows = undefined;
    this.collector = this.fresh();
  }

  /** A run was seen, so many seconds after the start. */
  see(place: Place, seconds: number, more: Partial<Witness> = {}): void {
    const { folder = '/p', ...rest } = more;
    const file = place === 'report' ? { path: `${folder}/junit.xml`, file: 'junit.xml' } : {};
    const command = place === 'report' ? {} : { suite: 'npm test', command: 'npm test' };
    const witness = { place, endedAt: at + seconds * 1000, outcome: 'green' as const, root: '/p', folder };
    this.collector.add({ ...witness, ...command, ...file, ...rest });
  }

  /** A run of the Test Explorer, which tells no folder. */
  seeExplorer(seconds: number): void {
    const id = `run ${seconds}`;
    const endedAt = at + seconds * 1000;
    this.collector.add({ place: 'explorer', id, suite: `explorer ${id}`, endedAt, outcome: 'green' });
  }

  /** A run of some of a controller's tests in the Test Explorer. */
  select(seconds: number, command: string, more: Partial<Witness> = {}): void {
    const wider = [{ suite: 'explorer all vitest', name: 'Vitest' }];
    const endedAt = at + seconds * 1000;
    const [id, suite] = [`run ${seconds}`, `explorer vitest ${command}`];
    const run = { place: 'explorer' as const, id, suite, command, wider, endedAt };
    this.collector.add({ ...run, outcome: 'green', ...more });
  }

  async wins(): Promise<string[]> {
    await this.collector.flush();
    return this.ledger.recent.map(win => win.title).reverse();
  }
}

suite('Watching test runs', () => {
  let it: House;
  setup(() => {
    it = new House();
  });

  test('one run seen in several places is one win, whichever comes first', async () => {
    it.see('report', 9.5);
    it.see('terminal', 10.05, { terminalName: 't' });
    it.see('explorer', 10.6, { id: 'x', suite: 'e' });
    it.see('task', 10, { terminalName: 't' });
    assert.deepEqual(await it.wins(), ['First green run today']);
    assert.equal(it.ledger.recent[0]?.source.seenIn, 'task');
  });

  test('a debugged run and its report are one, however either writes the drive', async () => {
    it.see('debug', 10, { folder: tidy('C:\\r'), root: tidy('C:\\r') });
    it.see('report', 9.5, { folder: tidy('c:\\r\\out'), root: tidy('c:\\r') });
    assert.deepEqual(await it.wins(), ['First green run today']);
    assert.equal(it.ledger.recent[0]?.source.seenIn, 'debug');
  });

  test('a sighting that comes after the run was judged changes nothing', async () => {
    it.see('task', 10, { terminalName: 't' });
    await it.wins();
    const [before] = it.ledger.recent;
    it.see('terminal', 10.05, { terminalName: 't', count: { passed: 4, failed: 0, skipped: 0 } });
    assert.equal((await it.wins()).length, 1);
    assert.equal(it.ledger.recent[0]?.id, before?.id);
    assert.equal(it.ledger.recent[0]?.source.passed, '4');
  });

  test('a sighting that turns a judged run red takes its win back', async () => {
    it.see('explorer', 10, { id: 'x', suite: 'e' });
    assert.equal((await it.wins()).length, 1);
    it.see('terminal', 10.5, { outcome: 'red' });
    assert.deepEqual(await it.wins(), []);
    it.see('terminal', 20);
    assert.deepEqual(await it.wins(), ['Green again after red']);
  });

  test('two runs that turn out to be one are one win, the first', async () => {
    it.see('report', 1, { path: '/p/a.xml' });
    await it.wins();
    it.see('report', 25, { path: '/p/b.xml', file: 'b.xml' });
    await it.wins();
    const first = it.ledger.recent.at(-1)?.id;
    assert.equal(it.ledger.total, 2);
    it.see('terminal', 25.5, { startedAt: at });
    await it.wins();
    assert.deepEqual(
      it.ledger.recent.map(win => win.id),
      [first],
    );
  });

  test('a red run that is told late still makes the next one green after red', async () => {
    it.see('terminal', 10);
    it.see('terminal', 40);
    assert.equal((await it.wins()).length, 1);
    it.see('debug', 20, { outcome: 'red', id: 'd' });
    assert.deepEqual(await it.wins(), ['First green run today', 'Green again after red']);
  });

  test('what another window saw of a suite is no news: neither its day, nor how many passed, nor that it is green', async () => {
    const passing = (passed: number) => ({ count: { passed, failed: 0, skipped: 0 } });
    it.see('terminal', 10, passing(5));
    assert.equal((await it.wins()).length, 1);
    it.openAnother();
    it.see('terminal', 3600, passing(5));
    assert.equal((await it.wins()).length, 1);
    it.see('terminal', 7200, passing(6));
    assert.deepEqual(await it.wins(), ['First green run today', '6 tests pass, more than ever']);
    it.openAnother();
    it.see('terminal', 9000, { outcome: 'red' });
    it.see('terminal', 10_800, passing(6));
    assert.equal((await it.wins()).at(-1), 'Green again after red');
  });

  test('reports wait while a run of their project is under way', async () => {
    it.collector = it.fresh(1);
    const underWay = it.collector.begin('/p');
    it.see('report', 5);
    it.see('report', 5, { root: '/other', folder: '/other' });
    // Later than the one above, so that it would have been judged by now.
    while (it.ledger.total === 0) await new Promise(resolve => setTimeout(resolve, 1));
    assert.equal(it.ledger.total, 1);
    it.see('terminal', 60, { startedAt: at });
    underWay.end();
    await it.wins();
    assert.deepEqual(it.ledger.recent.map(win => win.source.seenIn).sort(), ['report', 'terminal']);
  });

  test('a report in another folder of the project belongs to the run of its time', async () => {
    it.see('terminal', 10, { startedAt: at, folder: '/p/web' });
    it.see('report', 9, { folder: '/p/reports' });
    assert.equal((await it.wins()).length, 1);
  });

  test('a report does not join two runs that were under way at once', async () => {
    it.see('terminal', 12, { startedAt: at, suite: 'a', command: 'a' });
    it.see('terminal', 20, { startedAt: at, suite: 'b', command: 'b' });
    it.see('report', 11);
    it.see('task', 20.01, { startedAt: at, suite: 'b', command: 'b' });
    await it.wins();
    assert.deepEqual(it.ledger.recent.map(win => win.source.command).sort(), ['a', 'b']);
  });

  test('a green report makes no win of a run that was stopped', async () => {
    it.see('terminal', 10, { startedAt: at, outcome: 'unknown' });
    it.see('report', 5);
    assert.deepEqual(await it.wins(), []);
  });

  test('of a report that is written again during a run the newest counts', async () => {
    it.see('report', 1, { count: { passed: 2, failed: 0, skipped: 0 } });
    it.see('report', 4, { count: { passed: 3, failed: 0, skipped: 0 } });
    await it.wins();
    assert.equal(it.ledger.recent[0]?.source.passed, '3');
  });

  test('files tell nothing new of a run whose command another window saw', async () => {
    const other = it.fresh();
    it.see('terminal', 10);
    await it.wins();
    it.collector = other;
    it.see('report', 9);
    it.see('report', 9, { folder: '/p/reports', path: '/p/reports/junit.xml' });
    it.seeExplorer(10.5);
    assert.equal((await it.wins()).length, 1);
  });

  test('what another window runs in another project takes no run away', async () => {
    const other = it.fresh();
    it.see('terminal', 10, { outcome: 'red' });
    it.see('terminal', 20);
    await it.wins();
    it.collector = other;
    it.see('report', 19, { root: '/q', folder: '/q' });
    assert.equal((await it.wins()).length, 2);
  });

  test('nor does what this window runs in another one, in the same moment', async () => {
    it.see('terminal', 10, { startedAt: at });
    await it.wins();
    it.see('report', 9, { root: '/q', folder: '/q' });
    it.seeExplorer(5);
    assert.equal((await it.wins()).length, 3);
  });

  test('what is remembered of a suite outlives the window, and runs are forgotten in time', async () => {
    it.see('terminal', 10, { outcome: 'red' });
    await it.wins();
    it.collector = it.fresh();
    it.now = at + 300_000;
    it.see('terminal', 200);
    it.see('terminal', 290);
    assert.deepEqual(await it.wins(), ['Green again after red']);
    it.now = at + 900_000;
    it.see('terminal', 890);
    assert.equal((await it.wins()).length, 1);
    it.see('terminal', 899, { outcome: 'red' });
    it.see('terminal', 899.5);
    assert.equal((await it.wins()).length, 2);
  });

  test('a run of yesterday that this window saw hides nothing of what another one saw today', async () => {
    const passing = (passed: number) => ({ count: { passed, failed: 0, skipped: 0 } });
    const here = it.collector;
    it.see('terminal', 10, passing(5));
    assert.equal((await it.wins()).length, 1);

    it.openAnother();
    it.now = at + 86_400_000;
    it.see('terminal', 86_390, passing(7));
    const both = await it.wins();
    assert.equal(both.length, 2);

    it.collector = here;
    it.now = at + 90_000_000;
    it.see('terminal', 89_990, passing(7));
    assert.deepEqual(await it.wins(), both);
  });

  test('runs that are judged late, because the computer slept, are all judged', async () => {
    it.see('terminal', 10);
    it.see('terminal', 20, { suite: 'b', command: 'b' });
    it.now = at + 900_000;
    assert.equal((await it.wins()).length, 2);
  });

  test('a run that is forgotten while others of its suite are not still counts for them', async () => {
    it.see('terminal', 10);
    await it.wins();
    it.now = at + 75_000;
    it.see('terminal', 65);
    await it.wins();
    it.see('terminal', 70);
    assert.equal((await it.wins()).length, 1);
  });

  test('a win that could not be kept is kept with the next sighting', async () => {
    it.broken = true;
    it.see('task', 10, { terminalName: 't' });
    assert.deepEqual(await it.wins(), []);
    assert.ok(it.log.lines.some(line => line.includes('The disk is full')));
    it.broken = false;
    it.see('terminal', 10.05, { terminalName: 't' });
    assert.equal((await it.wins()).length, 1);
  });

  suite('in the Test Explorer, where each selection is a suite of its own', () => {
    const passing = (passed: number) => ({ count: { passed, failed: 0, skipped: 0 } });
    const reasons = async (): Promise<string[]> => {
      await it.collector.flush();
      return it.ledger.recent.map(({ why }) => why).reverse();
    };

    test('the first green run of the day is one for all that a controller has', async () => {
      const first = 'First green run of `Vitest` today.';
      for (const [index, name] of ['adds', 'divides', 'math.test.ts'].entries()) it.select(10 * index, name);
      assert.deepEqual(await reasons(), [first]);
      assert.equal(it.ledger.recent[0]?.source.command, 'adds');
      it.openAnother();
      it.select(100, 'multiplies');
      assert.deepEqual(await reasons(), [first], 'another window has kept it');
      it.now = at + 86_400_000;
      it.select(86_390, 'divides');
      it.select(86_395, 'adds');
      assert.deepEqual(await reasons(), [first, first]);
    });

    test('the first green run of several controllers at once is the first of each', async () => {
      const wider = ['Vitest', 'Go'].map(name => ({ suite: `explorer all ${name.toLowerCase()}`, name }));
      it.select(10, 'all', { suite: 'explorer all of it', wider, ...passing(50) });
      const first = ['First green run of `Vitest, Go` today.'];
      assert.deepEqual(await reasons(), first);
      it.select(20, 'adds', passing(1));
      it.select(30, 'Vitest', passing(40));
      assert.deepEqual(await reasons(), first);
      it.openAnother();
      it.select(100, 'divides', passing(1));
      assert.deepEqual(await reasons(), first, 'another window has kept it');
      it.now = at + 86_400_000;
      it.select(86_390, 'Vitest', passing(41));
      assert.equal((await reasons()).length, 2);
      it.select(86_395, 'all', { suite: 'explorer all of it', wider, ...passing(60) });
      assert.equal((await reasons()).length, 3, 'of Go it is the first');
    });

    test('what was red and is green is a win, and says what it was', async () => {
      it.select(10, 'adds');
      it.select(20, 'divides', { outcome: 'red' });
      it.select(30, 'adds');
      it.select(40, 'divides');
      assert.deepEqual(await reasons(), [
        'First green run of `Vitest` today.',
        'First green run of `divides` after a red one.',
      ]);
    });

    test('more tests than ever are those of a selection that has more, not those of a larger one', async () => {
      it.select(10, 'adds', passing(1));
      it.select(20, 'math.test.ts', passing(5));
      it.select(30, 'Vitest', passing(100));
      it.select(40, 'math.test.ts', passing(6));
      it.select(50, 'Vitest', passing(101));
      assert.deepEqual(await reasons(), [
        'First green run of `Vitest` today.',
        'More tests of `Vitest` passed than ever: 101.',
      ]);
    });

    test('a run that turns out to be a terminal’s leaves the day’s first to the next', async () => {
      it.select(10, 'adds');
      await it.wins();
      it.see('terminal', 10.5);
      it.select(20, 'divides');
      assert.deepEqual(await reasons(), [
        'First green run of `npm test` today.',
        'First green run of `Vitest` today.',
      ]);
    });
  });

  test('a hostile command is text', async () => {
    it.see('terminal', 10, { command: `npm test \u202e${'x'.repeat(300)}`, terminalName: '\u001b[31m' });
    await it.wins();
    const [win] = it.ledger.recent;
    assert.ok(win?.source.command?.startsWith('npm test \\u202e') && win.source.command.length <= 200);
    assert.equal(win?.source.terminal, '\\u001b[31m');
  });
});
