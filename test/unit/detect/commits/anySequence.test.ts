import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { CommitHouse } from '../../support/commitHouse';
import { GitSandbox } from '../../support/gitSandbox';

/**
 * Any sequence of what people do with git. Every commit carries a mark of its own, which rewriting keeps, so the
 * wins can be compared with what git itself holds: no mark twice, and none lost that HEAD's history still has, or a
 * branch that HEAD was on.
 */
suite('Any sequence of git operations', () => {
  type Step =
    | { do: 'commit'; sameSecond: boolean }
    | {
        do:
          | 'amend'
          | 'again'
          | 'rebase'
          | 'resetOne'
          | 'resetBack'
          | 'pick'
          | 'switch'
          | 'merge'
          | 'branch'
          | 'scan'
          | 'rescan'
          | 'reload';
      };
  // 'again' is not among them: where a branch or a reset keeps the first one, both are commits of their own.
  const plain = [
    'amend',
    'rebase',
    'resetOne',
    'resetBack',
    'pick',
    'switch',
    'merge',
    'branch',
    'scan',
    'rescan',
    'reload',
  ] as const;
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 5, arbitrary: fc.record({ do: fc.constant('commit' as const), sameSecond: fc.boolean() }) },
    ...plain.map(name => ({ weight: name === 'scan' ? 4 : 1, arbitrary: fc.constant({ do: name }) })),
  );

  async function play(steps: readonly Step[]): Promise<void> {
    const box = new GitSandbox();
    try {
      const house = new CommitHouse();
      let serial = 0;
      let second = Math.floor(Date.now() / 1000) - 3000;
      const commit = (sameSecond: boolean): void => {
        serial++;
        if (!sameSecond) second++;
        box.write(`f${serial}`, `${serial}`);
        box.git('add', '--all');
        box.gitWith({ env: dates() }, 'commit', '--quiet', '-m', `mark ${serial}`);
      };
      const dates = (): Record<string, string> => {
        const date = `${second} +0100`;
        return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      };
      const marksIn = (tips: string): string[] =>
        box.git('log', '--no-merges', '--format=%s', tips).split('\n');
      /** The last commit undone, and made again with a new author time. */
      const commitAgain = (): void => {
        const subject = box.git('log', '-1', '--format=%s');
        if (!box.tries('reset', '--quiet', '--soft', 'HEAD~1')) return;
        second++;
        box.gitWith({ env: dates() }, 'commit', '--quiet', '--allow-empty', '-m', subject);
      };
      commit(false);
      const repository = await house.repository(box.root);
      const git = (...args: string[]): void => {
        if (!box.tries(...args)) {
          // A conflict, or nothing to do: leave it as people do.
          for (const undo of ['rebase', 'merge', 'cherry-pick']) box.tries(undo, '--abort');
        }
      };
      const branches = (): string[] =>
        box.git('for-each-ref', '--format=%(refname:short)', 'refs/heads').split('\n');
      /** What HEAD's history held when it was checked out elsewhere, once somebody watched. */
      const left = new Set<string>();
      const other = (): string =>
        branches().find(name => name !== box.git('branch', '--show-current')) ?? 'main';
      for (const one of steps) {
        switch (one.do) {
          case 'commit':
            commit(one.sameSecond);
            break;
          case 'amend':
            git('commit', '--amend', '--quiet', '--no-edit', '--allow-empty');
            break;
          case 'again':
            commitAgain();
            break;
          case 'rebase':
            git('rebase', '--quiet', other());
            break;
          case 'resetOne':
            git('reset', '--quiet', '--hard', 'HEAD~1');
            break;
          case 'resetBack':
            git('reset', '--quiet', '--hard', 'ORIG_HEAD');
            break;
          case 'pick':
            git('cherry-pick', other());
            break;
          case 'switch':
            if (house.findings.length > 0) for (const mark of marksIn('HEAD')) left.add(mark);
            git('checkout', '--quiet', other());
            break;
          case 'merge':
            git('merge', '--quiet', '--no-edit', other());
            break;
          case 'branch':
            git('branch', `b${branches().length}`);
            break;
          case 'scan':
            await house.scan(repository);
            break;
          case 'rescan':
            await house.rescan(repository);
            break;
          case 'reload':
            house.reload();
            break;
        }
      }
      await house.scan(repository);
      const marks = house.ledger.recent.map(({ title }) => title).sort();
      const said = `${steps.map(one => one.do + ('sameSecond' in one && one.sameSecond ? '=' : '')).join(' ')}\n${house.log.lines.join('\n')}`;
      assert.deepEqual(marks, [...new Set(marks)], `a win twice after ${said}`);
      const lost = (mark: string): string => `${mark} was lost after ${said}`;
      for (const mark of marksIn('HEAD')) assert.ok(marks.includes(mark), lost(mark));
      for (const mark of marksIn('--branches'))
        assert.ok(!left.has(mark) || marks.includes(mark), lost(mark));
    } finally {
      box.dispose();
    }
  }

  test('a reset to what a commit was before it was amended keeps its win', () =>
    play([
      { do: 'scan' },
      { do: 'merge' },
      { do: 'amend' },
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'resetBack' },
    ])).timeout(20_000);

  test('a commit made again keeps its win beside others of that second, whatever is dropped', () =>
    play([
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'again' },
      { do: 'scan' },
      { do: 'commit', sameSecond: true },
      { do: 'scan' },
      { do: 'resetOne' },
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'resetBack' },
      { do: 'scan' },
      { do: 'resetBack' },
    ])).timeout(20_000);

  test('a commit amended and made again before anybody looked is the same win', () =>
    play([
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'amend' },
      { do: 'again' },
      { do: 'pick' },
      { do: 'reload' },
      { do: 'scan' },
    ])).timeout(20_000);

  test('a cherry-pick that was seen first is the win of its original, when a merge brings that', () =>
    play([
      { do: 'commit', sameSecond: false },
      { do: 'branch' },
      { do: 'resetOne' },
      { do: 'pick' },
      { do: 'scan' },
      { do: 'commit', sameSecond: false },
      { do: 'merge' },
    ])).timeout(20_000);

  test('a commit amended at once takes no win of another branch’s commit of that second', () =>
    play([
      { do: 'branch' },
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'switch' },
      { do: 'scan' },
      { do: 'commit', sameSecond: true },
      { do: 'amend' },
    ])).timeout(20_000);

  test('a cherry-pick that is dropped again leaves its original’s win alone', () =>
    play([
      { do: 'branch' },
      { do: 'commit', sameSecond: false },
      { do: 'scan' },
      { do: 'switch' },
      { do: 'pick' },
      { do: 'scan' },
      { do: 'resetOne' },
    ])).timeout(20_000);

  test('a commit keeps its win that another branch was begun at, and reset from, before anybody looked', () =>
    play([
      { do: 'scan' },
      { do: 'commit', sameSecond: false },
      { do: 'branch' },
      { do: 'switch' },
      { do: 'resetOne' },
    ])).timeout(20_000);

  test('a commit that was amended where another branch was begun at it, before anybody looked, is one win', () =>
    play([
      { do: 'scan' },
      { do: 'commit', sameSecond: false },
      { do: 'branch' },
      { do: 'switch' },
      { do: 'amend' },
    ])).timeout(20_000);

  test('a commit that was amended, kept on another branch, and amended once more is one win', () =>
    play([
      { do: 'scan' },
      { do: 'commit', sameSecond: false },
      { do: 'amend' },
      { do: 'branch' },
      { do: 'switch' },
      { do: 'amend' },
    ])).timeout(20_000);

  test('a cherry-pick takes no win of a commit of its second that was dropped, for its original’s is there', () =>
    play([
      { do: 'pick' },
      { do: 'commit', sameSecond: false },
      { do: 'branch' },
      { do: 'commit', sameSecond: true },
      { do: 'scan' },
      { do: 'resetBack' },
      { do: 'pick' },
      { do: 'switch' },
      { do: 'scan' },
    ])).timeout(20_000);

  test('never yields the same win twice nor loses one that is still reachable', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), play), {
      numRuns: Number(process.env.MICROWINS_RUNS ?? 25),
    });
  }).timeout(120_000);
});
