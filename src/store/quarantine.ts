import { randomUUID } from 'node:crypto';
import { constants, copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dateOf, digestOf } from './digest';

/** What is told of a copy: where it is, when it was made just now. */
export type SetAside = string | undefined;

/**
 * Keeps a copy of a damaged file beside it, as `<name>.damaged-<date>-<digest><ending>`.
 * @param damage what is wrong with it: the same damage is copied once, however often the file is read
 * @returns the copy's path; undefined when there is one already
 * @throws what the file system says
 */
export function setFileAside(file: string, damage: string): Promise<SetAside> {
  const { dir, name, ext } = path.parse(file);
  return setAside(dir, name, ext, damage, copy => copyFile(file, copy, constants.COPYFILE_FICLONE));
}

/** Keeps damaged text in a file of its own: `setFileAside` for what was not stored in one. */
export function setTextAside(folder: string, name: string, ext: string, text: string): Promise<SetAside> {
  return setAside(folder, name, ext, text, copy => writeFile(copy, text));
}

async function setAside(
  folder: string,
  name: string,
  ext: string,
  damage: string,
  write: (copy: string) => Promise<void>,
): Promise<SetAside> {
  await mkdir(folder, { recursive: true });
  const ending = `-${digestOf(damage)}${ext}`;
  const kept = await readdir(folder);
  if (kept.some(each => each.startsWith(`${name}.damaged-`) && each.endsWith(ending))) return undefined;
  const copy = path.join(folder, `${name}.damaged-${dateOf(new Date())}${ending}`);
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
