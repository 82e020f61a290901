import { strict as assert } from 'node:assert';
import { makeBigHistory } from '../../support/bigHistory';
import { CommitHouse } from '../../support/commitHouse';

suite('A large history', () => {
  test('100,000 commits by 40 authors: as many wins as plain git counts', async () => {
    const box = makeBigHistory({ commits: 100_000, authors: 40, days: 3600 });
    try {
      const count = box.git('rev-list', '--count', '--no-merges', '--author=<dev@example.com>', 'HEAD');
      const house = new CommitHouse({ backfillDays: 3650 });
      await house.scan(await house.repository(box.root));
      assert.equal(house.ledger.total, Number(count));
      assert.ok(house.ledger.total > 2000);
      // Backfill is one read of the log: git is asked where the repository is, whose it is, and for its first commit.
      assert.ok(house.git.started <= 5, `${house.git.started} git processes`);
    } finally {
      box.dispose();
    }
  }).timeout(120_000);

  test('a rebase of 200 commits costs a handful of git processes', async () => {
    const box = makeBigHistory({ commits: 20, authors: 1, days: 2 });
    try {
      box.git('checkout', '--quiet', '-b', 'topic', 'HEAD~10');
      const house = new CommitHouse();
      for (let index = 0; index < 200; index++)
        box.git('commit', '--quiet', '--allow-empty', '-m', `topic ${index}`);
      const repository = await house.repository(box.root);
      await house.scan(repository);
      const { total } = house.ledger;
      const before = house.git.started;
      box.git('rebase', '--quiet', 'main');
      await house.scan(repository);
      assert.ok(house.git.started - before <= 6, `${house.git.started - before} git processes`);
      assert.equal(house.ledger.total, total + 10, 'the ten commits of main that HEAD had not seen');
    } finally {
      box.dispose();
    }
  }).timeout(60_000);
});
