import { sha256Hex } from './sha256';

/** A short name for some content. */
export function digestOf(content: string): string {
  return sha256Hex(content).slice(0, 12);
}

/** The day for the name of a copy. */
export function dateOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}
