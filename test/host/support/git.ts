import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);
let serial = 0;

/** Who commits when not told otherwise: the identity in the test user's `.gitconfig`. */
export const dev = 'Dev <dev@example.com>';

/** Somebody else. */
export const colleague = 'Colleague <colleague@example.com>';

/** Runs git as another program would, next to VS Code, and gives its trimmed output. */
export async function git(folder: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute('git', args, { cwd: folder });
  return stdout.trim();
}

/** What `commit` can be told. */
export interface CommitOptions {
  /** `Name <address>`; the test user when absent. */
  readonly author?: string;
  /** Author time in git's words, such as an ISO date with its offset; now when absent. */
  readonly at?: string;
  /** More of git's own options. */
  readonly options?: readonly string[];
}

/** Writes a new file, commits it and gives the commit's id. */
export async function commit(folder: string, subject: string, more: CommitOptions = {}): Promise<string> {
  serial += 1;
  await writeFile(path.join(folder, `file-${process.pid}-${serial}.txt`), `${subject}\n`);
  await git(folder, 'add', '--all');
  const args = ['commit', '--quiet', '-m', subject, ...(more.options ?? [])];
  if (more.author) args.push(`--author=${more.author}`);
  if (more.at) args.push(`--date=${more.at}`);
  await git(folder, ...args);
  return git(folder, 'rev-parse', 'HEAD');
}
