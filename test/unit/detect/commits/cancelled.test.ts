import { strict as assert } from 'node:assert';
import type { Repository } from '../../../../src/detect/git/repository';
import { makeBigHistory } from '../../support/bigHistory';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

const ids = (house: CommitHouse): string[] => house.ledger.recent.map(({ id }) => id).sort();

/** SPEC 2.1: long scans can be cancelled, and continue where they stopped. */
suite('A cancelled scan', () => {
  const boxes: GitSandbox[] = [];
  const made = (box: GitSandbox): GitSandbox => {
    boxes.push(box);
    return box;
  };
  const long = (): GitSandbox => made(makeBigHistory({ commits: 6000, authors: 3, days: 3600 }));
  const short = (subject: string): GitSandbox => {
    const box = made(new GitSandbox());
    box.git('commit', '--quiet', '--allow-empty', '-m', subject);
    return box;
  };
  teardown(() => {
    for (const box of boxes.splice(0)) box.dispose();
  });

  /** Cancels once, when so much has been read; gives how many commits had been read then. */
  async function scanCancelled(
    house: CommitHouse,
    repository: Repository,
    atFraction: number,
  ): Promise<number> {
    house.onProgress = fraction => {
      if (fraction < atFraction) return;
      house.onProgress = () => undefined;
      house.cancel();
    };
    await house.scan(repository);
    return house.findings.at(-1)?.commits.length ?? 0;
  }

  test('keeps what it has read, and goes on there after a reload, and once more', async () => {
    const box = long();
    const whole = new CommitHouse({ backfillDays: 3650 });
    await whole.scan(await whole.repository(box.root));
    const { total } = whole.ledger;

    const house = new CommitHouse({ backfillDays: 3650 });
    const repository = await house.repository(box.root);
    const first = await scanCancelled(house, repository, 0.3);
    assert.ok(first > 0 && first < total / 2, `${first} of ${total}`);
    assert.equal(house.ledger.total, first);
    house.reload();
    const second = await scanCancelled(house, repository, 0.7);
    assert.ok(second < total * 0.6, `${second} of ${total}`);
    house.reload();
    await house.scan(repository);
    const third = house.findings.at(-1)?.commits.length ?? total;
    assert.ok(third < total * 0.6, `${third} of ${total}`);
    assert.equal(house.ledger.total, total);
    assert.deepEqual(ids(house), ids(whole));
    await house.scan(repository);
    assert.equal(house.findings.length, 3, 'then nothing is left to read');
  }).timeout(60_000);

  test('what was committed since is read first, and the rest also from another branch', async () => {
    const box = long();
    const house = new CommitHouse({ backfillDays: 3650 });
    const repository = await house.repository(box.root);
    await scanCancelled(house, repository, 0.3);
    box.git('checkout', '--quiet', '--orphan', 'other');
    box.git('commit', '--quiet', '--allow-empty', '-m', 'Since then');
    const mine = ['rev-list', '--count', '--no-merges', '--author=<dev@example.com>', 'main', 'other'];
    await house.scan(repository);
    assert.deepEqual(
      house.findings[1]?.commits.map(({ subject }) => subject),
      ['Since then'],
    );
    assert.equal(house.ledger.total, Number(box.git(...mine)));
  }).timeout(60_000);

  test('takes the whole histories along that wait behind it, and not what is only new', async () => {
    const house = new CommitHouse({ backfillDays: 3650 });
    const [box, waiting, known] = [long(), short('Waits'), short('Is known')];
    const [repository, behind, other] = [
      await house.repository(box.root),
      await house.repository(waiting.root),
      await house.repository(known.root),
    ];
    await house.scan(other);
    known.git('commit', '--quiet', '--allow-empty', '-m', 'Is new');
    const titles = (): string[] => house.ledger.recent.map(({ title }) => title);
    await Promise.all([scanCancelled(house, repository, 0.3), house.scan(behind), house.scan(other)]);
    assert.ok(titles().includes('Is new'));
    assert.ok(!titles().includes('Waits'));
    await house.scan(behind);
    assert.ok(titles().includes('Waits'));
  }).timeout(60_000);

  test('a rescan that was cancelled before its turn is made up for by the next scan', async () => {
    const house = new CommitHouse();
    const box = made(new GitSandbox());
    box.git('commit', '--quiet', '--allow-empty', '-m', 'By me');
    box.git(
      'commit',
      '--quiet',
      '--allow-empty',
      '-m',
      'By my other self',
      '--author=Dev <other@example.com>',
    );
    const repository = await house.repository(box.root);
    await house.scan(repository);
    assert.equal(house.ledger.total, 1);
    house.emails.push('other@example.com');
    const rescan = house.rescan(repository);
    house.cancel();
    await rescan;
    assert.equal(house.ledger.total, 1);
    await house.scan(repository);
    assert.equal(house.ledger.total, 2);
  });

  test('after the end of the window nothing is read or kept', async () => {
    const house = new CommitHouse({ backfillDays: 3650 });
    const [box, waiting] = [long(), short('Waits')];
    const [repository, behind] = [await house.repository(box.root), await house.repository(waiting.root)];
    house.onProgress = () => house.dispose();
    await Promise.all([house.scan(repository), house.scan(behind)]);
    assert.equal(house.findings.length, 0);
    const { started } = house.git;
    await house.scan(behind);
    assert.equal(house.git.started, started);
  }).timeout(60_000);
});
