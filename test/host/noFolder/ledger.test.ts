import { strict as assert } from 'node:assert';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Entry } from '../../../src/core/entry';
import { FolderStorage } from '../../../src/store/folderStorage';
import { Ledger } from '../../../src/store/ledger';
import { StateStore } from '../../../src/store/state';
import { memoryMemento, type OwnLedger, openOwnLedger } from '../support/ownLedger';

const cursor = { project: 'folder-own', heads: ['1'.repeat(40)], since: 0, reflog: 0 };
const gitFolder = '/r/.git';

function logged(id: string): Entry {
  const win = { id, kind: 'manual' as const, at: 1, day: '1970-01-01', title: id, provisional: false };
  return { type: 'win', offset: 0, win: { ...win, why: '', source: {} } };
}

suite('The ledger', () => {
  let own: OwnLedger;
  const ids = (ledger = own.ledger): string[] => ledger.recent.map(({ id }) => id).sort();

  setup(async () => {
    own = await openOwnLedger();
  });
  teardown(() => own.close());

  test('wins that another window wrote are listed no sooner than counted', async () => {
    const storage = new FolderStorage(own.storage, own.log);
    const untold = Object.assign(storage, { watch: () => vscode.Disposable.from() });
    const ledger = new Ledger(untold, new StateStore(memoryMemento()), own.log, () => undefined);
    await ledger.load('folder');
    await ledger.setHome(own.project);
    await own.ledger.record(own.project, [logged('w1'), logged('w2')]);
    const listed = await ledger.wins();
    assert.equal(listed.length, 2);
    assert.equal(ledger.recent.length, 2);
    ledger.dispose();
  });

  suite('Changes of one task that come at once', () => {
    test('two steps ticked: both stay, and finish the task', async () => {
      const { checklists, ledger } = own;
      const task = await checklists.addTask('Parser', ['One', 'Other']);
      await Promise.all(task.steps.map(({ id }) => checklists.tickStep(task.id, id, true)));
      assert.deepEqual(
        checklists.find(task.id)?.steps.filter(({ doneAt }) => doneAt === undefined),
        [],
      );
      assert.notEqual(checklists.find(task.id)?.finishedAt, undefined);
      assert.equal(ledger.recent.length, 2);
    });

    test('a step ticked twice is one win', async () => {
      const { checklists, ledger } = own;
      const task = await checklists.addTask('Parser', ['One', 'Other']);
      const [step] = task.steps;
      await Promise.all([1, 2].map(() => checklists.tickStep(task.id, step?.id ?? '', true)));
      const { length } = (await ledger.entries()).flatMap(({ entries }) => entries);
      assert.equal(length, 3); // the task, the task with its step ticked, the win
    });

    test('all steps removed: the task goes with the last one', async () => {
      const { checklists } = own;
      const task = await checklists.addTask('Parser', ['One', 'Other']);
      await Promise.all(task.steps.map(({ id }) => checklists.removeStep(task.id, id)));
      assert.equal(checklists.find(task.id), undefined);
    });

    test('what another window did to the task is not undone', async () => {
      const { checklists, ledger } = own;
      const task = await checklists.addTask('Parser', ['One', 'Other']);
      const other = await own.next();
      await other.setHome(own.project);
      const [one, second] = task.steps;
      const ticked = { ...task, steps: [{ ...task.steps[0], doneAt: 5 }, second] };
      await other.record(own.project, [{ type: 'task', task: ticked as typeof task }]);
      await checklists.tickStep(task.id, second?.id ?? '', true);
      assert.equal(ledger.tasks[0]?.steps.find(({ id }) => id === one?.id)?.doneAt, 5);
    });
  });

  test('a provisional win that another window confirmed meanwhile is not withdrawn', async () => {
    const { ledger, project, recorder } = own;
    const provisional = (id: string, holds: boolean): Entry[] => {
      const entry = logged(id);
      return entry.type === 'win' ? [{ ...entry, win: { ...entry.win, provisional: holds } }] : [];
    };
    await ledger.record(project, [...provisional('a', true), ...provisional('b', true)]);
    const other = await own.next();
    await other.setHome(project);
    await other.record(project, provisional('a', false));
    await recorder.withdraw(project, ['a', 'b'], 'provisional');
    assert.deepEqual(ids(), ['a']);
  });

  test('a win that another window confirmed meanwhile does not become provisional again', async () => {
    const { ledger, project, recorder } = own;
    const other = await own.next();
    await other.setHome(project);
    const [confirmed] = [logged('a')];
    assert.ok(confirmed?.type === 'win');
    await other.record(project, [confirmed]);
    const { win, offset } = confirmed;
    await recorder.keep(project, [{ win: { ...win, provisional: true }, offset }]);
    assert.equal(ledger.find('a')?.provisional, false);
  });

  suite('A folder’s project that is taken in by a repository’s', () => {
    test('what is recorded into it meanwhile goes along, and is there in the next window', async () => {
      const { ledger, project } = own;
      await ledger.record(project, [logged('before')]);
      const moving = ledger.setHome('git-1', project);
      await Promise.all([moving, ledger.record(project, [logged('meanwhile')])]);
      await ledger.record(project, [logged('after')]);
      assert.deepEqual(ids(), ['after', 'before', 'meanwhile']);
      const next = await own.next();
      await next.setHome('git-1');
      assert.deepEqual(ids(next), ['after', 'before', 'meanwhile']);
    });

    test('a win taken back before comes back in the repository’s', async () => {
      const { ledger, project, undo } = own;
      await ledger.record(project, [logged('a')]);
      const taken = await undo.takeBack('a');
      await ledger.setHome('git-1', project);
      await taken?.restore();
      const next = await own.next();
      await next.setHome('git-1');
      assert.deepEqual(ids(next), ['a']);
    });
  });

  suite('A journal that can’t be written', () => {
    const journal = (): string => path.join(own.storage, 'projects', own.project, 'journal.jsonl');

    test('leaves the scan where it stood for the next window, which finds its wins again', async () => {
      const { ledger, project } = own;
      await ledger.record(project, [logged('written')]);
      await rename(journal(), `${journal()}.away`);
      await mkdir(journal());
      await ledger.record(project, [logged('waits')], { gitFolder, cursor });
      assert.deepEqual(ids(), ['waits', 'written']);
      assert.deepEqual(ledger.cursorOf(gitFolder), cursor); // nothing is read twice in this window
      assert.equal((await own.next()).cursorOf(gitFolder), undefined);

      await rm(journal(), { recursive: true });
      await rename(`${journal()}.away`, journal());
      await ledger.record(project, [logged('later')]);
      const next = await own.next();
      assert.deepEqual(next.cursorOf(gitFolder), cursor);
      await next.setHome(project);
      assert.deepEqual(ids(next), ['later', 'waits', 'written']);
    });
  });

  suite('The home', () => {
    test('is known at once in the next window on the same folder', async () => {
      assert.equal((await own.next('folder')).home, own.project);
    });

    test('is looked for again where the first folder is another', async () => {
      assert.equal((await own.next('another')).home, undefined);
    });
  });

  test('what waits to be read for TODOs is kept with the cursor, until it has been read', async () => {
    const { ledger, project } = own;
    const [backlog, later] = [1, 2].map(since => ({ head: '1'.repeat(40), since }));
    assert.ok(backlog && later);
    await ledger.record(project, [], { gitFolder, cursor, backlog });
    assert.deepEqual((await own.next()).backlogsOf(gitFolder), [backlog]);
    await ledger.noteBacklogRead(gitFolder, backlog, later);
    assert.deepEqual((await own.next()).backlogsOf(gitFolder), [later]);
    await ledger.noteBacklogRead(gitFolder, later);
    assert.deepEqual((await own.next()).backlogsOf(gitFolder), []);
  });
});
