import type { TestCount } from './count';

/** Reads the summaries of one runner from plain output; undefined when there is none. */
export type CountReader = (text: string) => TestCount | undefined;

/** Adds up what `read` makes of every match. */
export function each(pattern: RegExp, read: (match: RegExpExecArray) => Partial<TestCount>): CountReader {
  return text => {
    let total: TestCount | undefined;
    for (const match of text.matchAll(pattern)) {
      const { passed = 0, failed = 0, skipped = 0 } = read(match);
      total = {
        passed: (total?.passed ?? 0) + Math.max(0, passed),
        failed: (total?.failed ?? 0) + failed,
        skipped: (total?.skipped ?? 0) + skipped,
      };
    }
    return total;
  };
}

/**
 * For runners that redraw their summary while they run: of each run only the last match counts, and a run is over
 * where `end` is found.
 */
export function last(pattern: RegExp, end: RegExp, read: (match: RegExpExecArray) => TestCount): CountReader {
  const ofRun = (text: string): TestCount | undefined => {
    const match = [...text.matchAll(pattern)].at(-1);
    return match && read(match);
  };
  return text => {
    const runs = text.split(end).flatMap(one => ofRun(one) ?? []);
    return runs.length === 0
      ? undefined
      : runs.reduce((total, one) => ({
          passed: total.passed + one.passed,
          failed: total.failed + one.failed,
          skipped: total.skipped + one.skipped,
        }));
  };
}

/** The number before (`3 passed`) or after (`Passed: 3`) a word. */
export function before(text: string | undefined, words: string): number {
  return sum(text, new RegExp(`(\\d+) (?:${words})\\b`, 'gi'));
}
export function after(text: string | undefined, words: string): number {
  return sum(text, new RegExp(`\\b(?:${words})[:=]?\\s*(\\d+)`, 'gi'));
}
export function sum(text: string | undefined, pattern: RegExp): number {
  let total = 0;
  for (const match of (text ?? '').matchAll(pattern)) total += Number(match[1]);
  return total;
}

/** `5 tests, 1 failure, 2 skipped`: what is not told is what passed. */
export function rest(total: number, failed: number, skipped: number): TestCount {
  return { passed: Math.max(0, total - failed - skipped), failed, skipped };
}

/** The first reader that finds something. */
export function first(...all: readonly CountReader[]): CountReader {
  return text => {
    for (const read of all) {
      const count = read(text);
      if (count) return count;
    }
    return undefined;
  };
}

/** `3 passed, 1 failed, 2 skipped` in any order and with any words between. */
export function told(text: string | undefined): TestCount {
  return {
    passed: before(text, 'passed|xpassed'),
    failed: before(text, 'failed|errors?'),
    skipped: before(text, 'skipped|todo|ignored|xfailed'),
  };
}
