import { setImmediate } from 'node:timers/promises';

/** Entries handled between two breaths: a millisecond or a few of work. */
export const batchSize = 1000;

/** Lets everything else in this process have its turn, so that 100,000 wins do not hold the editor up. */
export async function breathe(): Promise<void> {
  await setImmediate();
}
