import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Git, GitError } from './git';
import type { Repository } from './repository';

/** The user's own e-mail addresses as git knows them in this repository, lower case; empty when none is set. */
export async function configuredEmails(git: Git, repository: Repository): Promise<string[]> {
  const settings = await personalSettings(git, repository);
  const { env } = process;
  const set = [settings.get('user.email'), settings.get('author.email')].filter(Boolean);
  const emails = [...set, env.GIT_AUTHOR_EMAIL, set.length > 0 ? '' : env.EMAIL];
  const plain = [...new Set(emails.flatMap(email => email?.trim().toLowerCase() || []))];
  if (plain.length === 0) return [];
  const map = await readFile(path.join(repository.root, '.mailmap'), 'utf8').catch(() => undefined);
  if (map === undefined && !settings.has('mailmap.file') && !settings.has('mailmap.blob')) return plain;
  // A line of the map may be for a name with an address only.
  const names = ['', settings.get('user.name'), settings.get('author.name'), env.GIT_AUTHOR_NAME];
  const people = plain.flatMap(email => [...new Set(names)].map(name => `${name ?? ''} <${email}>`));
  const mapped = [...plain, ...(await mappedEmails(git, repository, people))];
  return [...new Set([...mapped, ...formerEmails(map ?? '', mapped)])];
}

/** What git's configuration says of the user. */
async function personalSettings(git: Git, { root }: Repository): Promise<Map<string, string>> {
  const keys = '^((user|author)\\.(name|email)|mailmap\\.(file|blob))$';
  const settings = new Map<string, string>();
  try {
    for (const entry of (await git.run(root, ['config', '-z', '--get-regexp', keys])).split('\0')) {
      const [key, value] = entry.split('\n');
      if (key && value) settings.set(key, value); // the last one holds, as in git
    }
  } catch (error) {
    // Status 1 says that no such key is set.
    if (!(error instanceof GitError) || error.status !== 1) throw error;
  }
  return settings;
}

/** What a `.mailmap` makes of people: commits are compared after it, so the user's own addresses must be, too. */
async function mappedEmails(git: Git, { root }: Repository, people: readonly string[]): Promise<string[]> {
  const input = people.map(person => `${person.trim()}\n`).join('');
  const output = await git.run(root, ['check-mailmap', '--stdin'], { input });
  return [...output.matchAll(/<([^<>\n]*)>$/gm)].map(match => (match[1] ?? '').toLowerCase());
}

/** Addresses that a `.mailmap` maps to the user's, whatever the name: git does not map the people in trailers. */
function formerEmails(map: string, own: readonly string[]): string[] {
  return [...map.matchAll(/^[^#<\n]*<([^<>\n]+)>[ \t]*<([^<>\n]+)>/gm)].flatMap(
    ([, proper = '', former = '']) => (own.includes(proper.toLowerCase()) ? [former.toLowerCase()] : []),
  );
}
