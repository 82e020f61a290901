import { performance } from 'node:perf_hooks';
import { TodoCommits } from '../src/detect/todos/commits';
import { createLanguages } from '../src/detect/todos/languages';
import { makeBigHistory } from '../test/unit/support/bigHistory';
import { CommitHouse } from '../test/unit/support/commitHouse';
import { GitSandbox } from '../test/unit/support/gitSandbox';

const rounds = 5;

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Backfill of growing histories beside what bare `git log` takes to print the same commits. */
export async function benchBackfill(): Promise<void> {
  console.log('Backfill (ms, median of 5), whole history, 40 authors');
  console.log('   commits   wins   git log   backfill   ratio   processes');
  for (const commits of [1_000, 10_000, 100_000]) {
    const box = makeBigHistory({ commits, authors: 40, days: 3600 });
    try {
      const bare: number[] = [];
      const ours: number[] = [];
      let house = new CommitHouse({ backfillDays: 3650 });
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        box.git('log', '--format=%H %P %T %ae %aE %ce %ad %ct %s', '--date=raw', 'HEAD');
        bare.push(performance.now() - start);
        house = new CommitHouse({ backfillDays: 3650 });
        const repository = await house.repository(box.root);
        const begin = performance.now();
        await house.scan(repository);
        ours.push(performance.now() - begin);
      }
      const ratio = median(ours) / median(bare);
      const cells = [
        commits,
        house.ledger.total,
        median(bare).toFixed(0),
        median(ours).toFixed(0),
        ratio.toFixed(2),
      ];
      const widths = [10, 7, 10, 11, 8];
      const row = cells.map((cell, index) => String(cell).padStart(widths[index] ?? 0)).join('');
      console.log(`${row}${String(house.git.started).padStart(12)}`);
    } finally {
      box.dispose();
    }
  }
}

/** Git processes that ordinary work starts: for the commits, and for the TODOs that they close. */
export async function benchProcesses(): Promise<void> {
  console.log('\nGit processes for one …       commits   TODOs   in all');
  const box = new GitSandbox();
  try {
    const house = new CommitHouse();
    const todos = new TodoCommits(house.git, house.log.channel);
    const typescript = {
      id: 'typescript',
      extensions: ['.ts'],
      configuration: '{"comments":{"lineComment":"//"}}',
    };
    const reader = {
      languages: createLanguages([typescript]),
      tags: ['TODO'],
      roleOf: () => 'counts' as const,
    };
    let second = Math.floor(Date.now() / 1000) - 1000;
    const commit = (text: string, ...options: string[]): void => {
      const date = `${++second} +0000`;
      box.write('a.ts', text);
      box.git('add', '--all');
      const env = { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
      box.gitWith({ env }, 'commit', '--quiet', '-m', `commit ${second}`, ...options);
    };
    commit('// TODO: one\n');
    const repository = await house.repository(box.root);
    await house.scan(repository);
    const count = async (name: string, act: () => void): Promise<void> => {
      act();
      const before = house.git.started;
      const findings = house.findings.length;
      await house.scan(repository);
      const scanned = house.git.started;
      for (const { commits } of house.findings.slice(findings)) {
        await todos.read(repository, commits, {
          project: 'project',
          sink: { known: house.ledger, dayOf: () => '2026-01-01' },
          reader: async () => reader,
          keep: async () => undefined,
          withdraw: async () => undefined,
        });
      }
      const numbers = [scanned - before, house.git.started - scanned, house.git.started - before];
      console.log(`   ${name.padEnd(27)}${numbers.map(it => String(it).padStart(7)).join(' ')}`);
    };
    await count('commit, the first seen', () => commit('// TODO: one\n// more\n'));
    await count('commit', () => commit('// TODO: one\n// more\n// and more\n'));
    await count('commit that closes a TODO', () => commit('// more\n'));
    await count('amended commit', () => commit('// more still\n', '--amend'));
    await count('new branch', () => box.git('checkout', '--quiet', '-b', 'topic'));
    await count('first commit on a branch', () => commit('// on it\n'));
    await count('switch back', () => box.git('checkout', '--quiet', 'main'));
    await count('merge', () => box.git('merge', '--quiet', 'topic'));
    await count('nothing new', () => box.git('status'));
  } finally {
    box.dispose();
  }
}
