// What a window of test/editor/crash.mjs runs: says what of the earlier rounds is missing, then streams wins until
// the extension host is killed in the middle of it.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { microWins } from '../support/microWins';

/** Written by `test/editor/crash.mjs` for each window. */
interface Round {
  /** A line for each win that was shown, in all rounds. */
  readonly shown: string;
  /** Where this round says what it found. */
  readonly found: string;
  /** ms after which the extension host is killed */
  readonly killAfter: number;
}

/** Called by VS Code; ends with the process. */
export async function run(): Promise<void> {
  const file = process.env.MICROWINS_CRASH_ROUND;
  if (!file) throw new Error('Run this by "npm run test:crash".');
  const { shown, found, killAfter }: Round = JSON.parse(readFileSync(file, 'utf8'));
  const api = await microWins();
  const counts = new Map<string, number>();
  for (const { id } of await api.getWins()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const before = readFileSync(shown, 'utf8').split('\n').filter(Boolean);
  const lost = before.filter(id => !counts.has(id));
  const twice = [...counts].filter(([, count]) => count > 1).map(([id]) => id);
  const agrees = api.getProgress().total === counts.size;
  writeFileSync(found, JSON.stringify({ shown: before.length, lost, twice, agrees }));

  setTimeout(() => process.kill(process.pid, 'SIGKILL'), killAfter);
  for (let number = 1; ; number++) {
    const { id } = await api.recordWin({ title: `Win ${number} before the end` });
    appendFileSync(shown, `${id}\n`);
  }
}
