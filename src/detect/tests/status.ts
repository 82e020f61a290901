/** One test command of a line. */
export interface Found {
  readonly text: string;
  readonly shown: string;
  readonly folder: string;
  readonly runner?: string;
}

/** What a line's exit status says: 0 means that all `green` passed. */
export interface Status {
  readonly green: readonly Found[];
  readonly redIsCertain: boolean;
}

/** Of a line that tells nothing about tests. */
export const nothing: Status = { green: [], redIsCertain: false };

/** What a test command is known by. */
export function suiteOf({ text, folder }: Found): string {
  return folder === '' ? text : `${text} (${folder})`;
}

/** `a && b`: 0 says what each would have said. */
export function both(first: Status, second: Status): Status {
  const known = new Set(first.green.map(suiteOf));
  return {
    green: [...first.green, ...second.green.filter(one => !known.has(suiteOf(one)))],
    redIsCertain: first.redIsCertain && second.redIsCertain,
  };
}

/** `a || b`: 0 says only what both would have said (a retry of the same suite). */
export function either(first: Status, second: Status): Status {
  const known = new Set(second.green.map(suiteOf));
  return {
    green: first.green.filter(one => known.has(suiteOf(one))),
    redIsCertain: first.redIsCertain || second.redIsCertain,
  };
}
