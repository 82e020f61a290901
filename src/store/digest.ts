import { sha256Hex } from '#sha256';

/** A short name for some content. */
export function digestOf(content: string): string {
  return sha256Hex(content).slice(0, 12);
}

/** What is damaged, and where a copy of it is to be kept. */
export interface Damage {
  /** The start of the copy's name. */
  readonly name: string;
  /** The end of the copy's name, with its dot. */
  readonly ending: string;
  /** What is wrong: the same damage is copied once, however often it is met. */
  readonly text: string;
}

/**
 * The name for a copy of something damaged: `<name>.damaged-<date>-<digest><ending>`.
 * @param kept the names beside which the copy will be
 * @returns undefined when one of them is a copy of this damage already
 */
export function asideName(
  { name, ending, text }: Damage,
  kept: readonly string[],
  now: Date,
): string | undefined {
  const start = `${name}.damaged-`;
  const last = `-${digestOf(text)}${ending}`;
  if (kept.some(each => each.startsWith(start) && each.endsWith(last))) return undefined;
  return `${start}${now.toISOString().slice(0, 10)}${last}`;
}
