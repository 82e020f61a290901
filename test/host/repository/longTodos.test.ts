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

/** What reads commits, and then the TODOs that they closed, into a ledger of its own. */
class House {
  readonly told: (number | undefined)[] = [];
  onCommits: () => void = () => undefined;
  onTodos: (fraction: number | undefined) => void = () => undefined;
  readonly commits: CommitDetector;
  readonly todos: TodoDetection;
  private readonly config = new Config();

  constructor(private readonly own: OwnLedger) {
    const { ledger, log } = own;
    const { config } = this;
    const git = new Git(() => 'git');
    const sink = winSink({ ...own, config, dayOf: (at, offset) => dayOf(at, offset, 0) });
    const host = commitHost({ ...own, config }, sink, new SameProjects(own.storage), {
      onKept: finding => this.todos.committed(finding),
      onProgress: fraction => fraction === undefined || this.onCommits(),
    });
    this.commits = new CommitDetector(git, host, log);
    const { commits } = this;
    const repositories = { holding: () => undefined };
    this.todos = new TodoDetection({
      ...{ git, repositories, commits, projects: commits.projects, sink, ledger, config, log },
      onProgress: fraction => {
        this.told.push(fraction);
        this.onTodos(fraction);
      },
    });
    this.todos.start();
  }

  /** As the user cancels. */
  cancel(): void {
    this.commits.cancel();
    this.todos.cancel();
  }

  async scan(repository: Repository): Promise<void> {
    await this.commits.scan(repository);
    await this.todos.idle;
  }

  /** How many TODOs count as closed. */
  async closed(): Promise<number> {
    return (await this.own.ledger.wins({ kind: 'todo' })).length;
  }

  async close(): Promise<void> {
    this.todos.dispose();
    this.commits.dispose();
    this.config.dispose();
    await this.own.close();
  }
}

suite('Many commits that are read for TODOs', () => {
  let repository: Repository;
  let own: OwnLedger;
  let house: House;

  suiteSetup(async () => {
    const found = await findRepository(new Git(() => 'git'), await closingHistory());
    assert.ok(found);
    repository = found;
  });
  setup(async () => {
    own = await openOwnLedger();
    house = new House(own);
  });
  teardown(() => house.close());

  test('tell how far it has come, and are cancelled; what was read is kept, the rest at the next start', async () => {
    house.onTodos = fraction => fraction && house.cancel();
    await house.scan(repository);
    assert.deepEqual(house.told, [0, 100 / commitCount, undefined]);
    const first = await house.closed();
    assert.ok(first > 0 && first <= 100, `${first} of ${commitCount}`);

    house.onTodos = () => undefined;
    house.todos.resume(repository);
    await house.todos.idle;
    assert.equal(await house.closed(), commitCount - 1);
    assert.equal(house.told.at(-1), undefined);
    assert.deepEqual(own.ledger.backlogsOf(repository.gitFolder), []);
  });

  test('are cancelled also while they wait', async () => {
    await house.commits.scan(repository);
    house.todos.resume(repository);
    house.cancel();
    await house.todos.idle;
    assert.equal(await house.closed(), 0);
    assert.equal(own.ledger.backlogsOf(repository.gitFolder).length, 1);
    assert.equal(house.told.at(-1), undefined);
  });

  test('are not begun where the reading of the commits was cancelled', async () => {
    house.onCommits = () => house.cancel();
    await house.scan(repository);
    assert.deepEqual(house.told, []);
    assert.equal(await house.closed(), 0);
  });

  test('are not read while TODOs are off, whatever was cancelled', async () => {
    house.todos.stop();
    house.cancel();
    await house.scan(repository);
    assert.deepEqual(house.told, []);
    assert.equal(await house.closed(), 0);
  });

  test('hold nothing up that is new: a few commits are none that cancelling is for', async () => {
    await house.scan(repository);
    const it = new Scenario(await microWins(), repository.root);
    await it.git('checkout', '--quiet', '--force', 'main');
    await it.write('todos.ts', '');
    await it.git('commit', '--quiet', '--all', '-m', 'Close the last');
    await house.commits.scan(repository);
    house.cancel();
    await house.todos.idle;
    assert.equal(await house.closed(), commitCount);
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
