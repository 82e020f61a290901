import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A name for the computer that holds this storage folder, made up when first asked for. Global state won't do:
 * it is the user interface's, and over a remote connection that is another computer.
 * @throws what the file system says
 */
export async function machineId(storage: string): Promise<string> {
  const file = path.join(storage, 'machine');
  await mkdir(storage, { recursive: true });
  // Another window may do the same just now: the first one's name holds.
  await writeFile(file, randomUUID(), { flag: 'wx' }).catch(error => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  });
  return (await readFile(file, 'utf8'))
    .trim()
    .replace(/[^\w-]/g, '')
    .slice(0, 36);
}
