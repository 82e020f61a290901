import { strict as assert } from 'node:assert';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MicroWinsApi, Win } from '../../../src/api';
import { winTitled } from './microWins';
import { temporaryFolder } from './temporary';

const execute = promisify(execFile);

/** A repository under test, and what counts in it: git as the user types it, then the wins that are there. */
export class Scenario {
  constructor(
    readonly api: MicroWinsApi,
    readonly folder: string,
  ) {}

  /** Runs git; a first argument `{…}` adds to its environment. Gives its trimmed output. */
  async git(...args: (string | Record<string, string>)[]): Promise<string> {
    const env = { ...process.env, ...args.find(arg => typeof arg === 'object') };
    const words = args.filter(arg => typeof arg === 'string');
    const { stdout } = await execute('git', words, { cwd: this.folder, env });
    return stdout.trim();
  }

  /** Writes a file. */
  async write(name: string, text: string): Promise<void> {
    await writeFile(path.join(this.folder, name), text);
  }

  /** A commit of a new file; `env` may set dates. Gives its sha. */
  async commit(subject: string, env: Record<string, string> = {}, ...options: string[]): Promise<string> {
    await this.write(`file-${randomUUID()}.txt`, `${subject}\n`);
    await this.git('add', '--all');
    await this.git(env, 'commit', '--quiet', '-m', subject, ...options);
    return this.git('rev-parse', 'HEAD');
  }

  /** Waits for a win with this title. */
  win(title: string): Promise<Win> {
    return winTitled(this.api, title);
  }

  /** A commit that is surely a win: when it is there, all that happened before it has been seen. */
  async settled(): Promise<void> {
    const title = `Settled ${randomUUID()}`;
    await this.commit(title);
    await this.win(title);
  }

  /** The titles of commit wins that match, oldest first. */
  async titles(pattern: RegExp): Promise<string[]> {
    const wins = await this.api.getWins({ kind: 'commit' });
    return wins
      .map(win => win.title)
      .filter(title => pattern.test(title))
      .reverse();
  }

  /** Asserts which commit wins there are among those that match, once everything has been seen. */
  async counts(pattern: RegExp, expected: readonly string[]): Promise<void> {
    await this.settled();
    assert.deepEqual((await this.titles(pattern)).sort(), [...expected].sort());
  }

  /** A fresh folder outside of the workspace. */
  elsewhere(): Promise<string> {
    return temporaryFolder();
  }

  /** The same, for another folder. */
  at(folder: string): Scenario {
    return new Scenario(this.api, folder);
  }
}

/** The environment that makes a commit so many hours old, for author and committer. */
export function hoursAgo(hours: number): Record<string, string> {
  const date = new Date(Date.now() - hours * 3_600_000).toISOString();
  return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
}
