/** Node's own comes sooner than a timer; browsers have none. */
const later: (callback: () => void) => unknown = globalThis.setImmediate ?? setTimeout;

/** Entries handled between two breaths: a millisecond or a few of work. */
export const batchSize = 1000;

/** Lets everything else in this process have its turn, so that 100,000 wins do not hold the editor up. */
export function breathe(): Promise<void> {
  return new Promise(resolve => later(resolve));
}
