import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

// At the very end: what is watched there stays until the suites are done with it.
suiteTeardown(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true, maxRetries: 10 });
});

/** A fresh folder outside of the workspace, which is gone when all suites have run. */
export async function temporaryFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'micro-')));
  made.push(folder);
  return folder;
}
