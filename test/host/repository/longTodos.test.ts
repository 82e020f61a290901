import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as vscode from 'vscode';
import { Config } from '../../../src/config';
import { dayOf } from '../../../src/core/day';
import { CommitDetector } from '../../../src/detect/commits/detector';
import { Git } from '../../../src/detect/git/git';
import { findRepository, type Repository } from '../../../src/detect/git/repository';
import { commitHost } from '../../../src/features/detection/commitHost';
import { winSink } from '../../../src/features/detection/detecting';
import { TodoDetection } from '../../../src/features/detection/todoDetection';
import { SameProjects } from '../../../src/store/sameProjects';
import { told } from '../support/answers';
import { microWins } from '../support/microWins';
import { type OwnLedger, openOwnLedger } from '../support/ownLedger';
import { Scenario } from '../support/scenario';
import { temporaryFolder } from '../support/temporary';
import { workspaceFolder } from '../support/workspace';

const commitCount = 320;

/** A repository in which each commit but the first closes one TODO, a minute after the one before. */
async function closingHistory(): Promise<string> {
  const folder = await temporaryFolder();
  const it = new Scenario(await microWins(), folder);
  await it.git('init', '--quiet', '--initial-branch=main');
  const importing = spawn('git', ['fast-import', '--quiet'], { cwd: folder });
  const start = Math.floor(Date.now() / 1000) - commitCount * 60;
  for (let at = 0; at < commitCount; at++) {
    const todos = Array.from({ length: commitCount - at }, (_, i) => `// TODO: close ${word(at + i)}\n`).join(
      '',
    );
    const who = `committer Dev <dev@example.com> ${start + at * 60} +0000`;
    importing.stdin.write(`commit refs/heads/main\n${who}\ndata <<.\nClose ${at}\n.\n`);
    importing.stdin.write(`M 100644 inline todos.ts\ndata ${Buffer.byteLength(todos)}\n${todos}\n`);
  }
  importing.stdin.end();
  await once(importing, 'close');
  return folder;
}

/** Words that are not alike, so that no TODO counts as another one reworded. */
function word(at: number): string {
  return [at, at * 7919, at * 104_729].map(n => (n % 46_656).toString(36).padStart(3, 'q')).join('');
}

suite('Many commits that are read for TODOs', () => {
  const config = new Config();
  let repository: Repository;
  let own: OwnLedger;
  let commits: CommitDetector;
  let todos: TodoDetection;
  const progress: (number | undefined)[] = [];
  let onProgress: (fraction: number | undefined) => void = () => undefined;
  const closed = async (): Promise<number> => (await own.ledger.wins({ kind: 'todo' })).length;

  suiteSetup(async () => {
    await microWins();
    own = await openOwnLedger();
    const git = new Git(() => 'git');
    const found = await findRepository(git, await closingHistory());
    assert.ok(found);
    repository = found;
    const { ledger, log } = own;
    const sink = winSink({ ...own, config, dayOf: (at, offset) => dayOf(at, offset, 0) });
    const host = commitHost({ ...own, config }, sink, new SameProjects(own.storage), {
      onKept: finding => todos.committed(finding),
      onProgress: () => undefined,
    });
    commits = new CommitDetector(git, host, log);
    todos = new TodoDetection({
      git,
      repositories: { holding: () => undefined },
      commits,
      projects: commits.projects,
      sink,
      ledger,
      config,
      log,
      onProgress: fraction => {
        progress.push(fraction);
        onProgress(fraction);
      },
    });
    todos.start();
  });
  suiteTeardown(async () => {
    todos.dispose();
    commits.dispose();
    config.dispose();
    await own.close();
  });

  test('tell how far it has come, and are cancelled; what was read is kept', async () => {
    onProgress = fraction => {
      if (fraction) todos.cancel();
    };
    await commits.scan(repository);
    await todos.idle;
    assert.deepEqual(progress, [0, 100 / commitCount, undefined]);
    const first = await closed();
    assert.ok(first > 0 && first <= 100, `${first} of ${commitCount}`);
  });

  test('are read to the end at the next start', async () => {
    onProgress = () => undefined;
    progress.length = 0;
    todos.resume(repository);
    await todos.idle;
    assert.equal(await closed(), commitCount - 1);
    assert.ok(progress.length >= 3 && progress.at(-1) === undefined, progress.join());
    assert.deepEqual(own.ledger.backlogsOf(repository.gitFolder), []);
  });

  test('do not hold a new one up that came while they were cancelled', async () => {
    // Nothing waits here: a few commits are none that cancelling is for.
    const it = new Scenario(await microWins(), repository.root);
    await it.git('checkout', '--quiet', '--force', 'main');
    await it.write('todos.ts', '');
    await it.git('commit', '--quiet', '--all', '-m', 'Close the last');
    const scanned = commits.scan(repository);
    todos.cancel();
    await scanned;
    todos.cancel();
    await todos.idle;
    assert.equal(await closed(), commitCount);
  });
});

suite('Reading history again', () => {
  test('tells of TODOs as well, whose tag is new', async () => {
    const api = await microWins();
    const it = new Scenario(api, workspaceFolder());
    const setting = vscode.workspace.getConfiguration('microwins');
    await it.write('again.ts', '// SOMEDAY: be told of\n');
    await it.commit('Leave it for some day');
    await it.write('again.ts', '// done\n');
    await it.commit('Close it some day');
    await it.settled();
    await setting.update('todos.tags', ['SOMEDAY'], vscode.ConfigurationTarget.Global);
    try {
      assert.deepEqual(await told('microwins.rescan'), ['History read. 1 win was added.']);
    } finally {
      await setting.update('todos.tags', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
