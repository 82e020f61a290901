import { randomUUID } from 'node:crypto';
import { constants, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { asideName, type Damage } from './digest';

/** What is told of a copy: where it is, when it was made just now. */
export type SetAside = string | undefined;

/**
 * Keeps a copy of a damaged file beside it, under the name that `asideName` gives it.
 * @param text what is wrong with it
 * @returns the copy's path; undefined when there is one already
 * @throws what the file system says
 */
export function setFileAside(file: string, text: string): Promise<SetAside> {
  const { dir, name, ext } = path.parse(file);
  return setAside(dir, { name, ending: ext, text }, copy => copyFile(file, copy, constants.COPYFILE_FICLONE));
}

/** Keeps damaged text in a file of its own: `setFileAside` for what was not stored in one. */
export function setTextAside(folder: string, damage: Damage): Promise<SetAside> {
  return setAside(folder, damage, copy => writeFile(copy, damage.text));
}

async function setAside(
  folder: string,
  damage: Damage,
  write: (copy: string) => Promise<void>,
): Promise<SetAside> {
  await mkdir(folder, { recursive: true });
  const name = asideName(damage, await readdir(folder), new Date());
  if (name === undefined) return undefined;
  const copy = path.join(folder, name);
  const draft = `${copy}.${randomUUID()}`; // a copy cut short by a crash must not count as made
  try {
    await write(draft);
    await rename(draft, copy);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return copy;
}
