/** One line of the report: what was measured, what is good. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** In words, with its bound. */
  readonly goal?: string;
  /** Whether the goal is met; absent where there is none. */
  readonly good?: boolean;
}

/** The median of samples; NaN of none. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Median with the lowest and highest sample, such as `4.1 ms (3.9 to 6.0)`. */
export function spread(samples: readonly number[], unit: string, digits = 1): string {
  const [low, high] = [Math.min(...samples), Math.max(...samples)];
  return `${median(samples).toFixed(digits)} ${unit} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
}

/** Prints rows as a table under a heading; a goal that is missed is marked, and is no error. */
export function print(heading: string, rows: readonly Row[]): void {
  console.log(`\n${heading}`);
  const width = Math.max(...rows.map(({ what }) => what.length));
  const middle = Math.max(...rows.map(({ measured }) => measured.length));
  for (const { what, measured, goal, good } of rows) {
    const verdict = goal ? `${good === undefined ? '    ' : good ? 'ok  ' : 'MISS'} ${goal}` : '';
    console.log(`  ${what.padEnd(width)}  ${measured.padEnd(middle)}  ${verdict}`.trimEnd());
  }
}
