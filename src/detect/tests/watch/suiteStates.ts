import * as v from 'valibot';
import type { SuiteState } from '../rules';

/** Suites that are remembered; the one whose last run is the longest ago is forgotten first. */
export const maxSuites = 500;

const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/));
/** Key, last outcome, last green day, best count: short, because there are many. */
const row = v.tuple([v.string(), v.picklist(['g', 'r', '']), day, v.number()]);
/** A suite as it is kept. */
export type SuiteRow = v.InferOutput<typeof row>;

/** What is kept of suites, in a plain value that is small: about 20 kB when full. */
export class SuiteStates {
  /**
   * @param load the value that was kept last, whatever it is by now
   * @param save keeps a value
   */
  constructor(
    private readonly load: () => unknown,
    private readonly save: (rows: readonly SuiteRow[]) => PromiseLike<void>,
  ) {}

  get(key: string): SuiteState | undefined {
    const found = this.rows().find(([name]) => name === key);
    if (!found) return undefined;
    const [, outcome, lastGreenDay, bestCount] = found;
    return {
      ...(outcome !== '' && { lastOutcome: outcome === 'g' ? 'green' : 'red' }),
      ...(lastGreenDay !== '' && { lastGreenDay }),
      ...(bestCount > 0 && { bestCount }),
    };
  }

  async set(key: string, { lastOutcome, lastGreenDay = '', bestCount = 0 }: SuiteState): Promise<void> {
    const outcome = lastOutcome === 'green' ? 'g' : lastOutcome === 'red' ? 'r' : '';
    const others = this.rows().filter(([name]) => name !== key);
    await this.save(
      [...others, [key, outcome, lastGreenDay, bestCount] satisfies SuiteRow].slice(-maxSuites),
    );
  }

  /** What does not have the right form is left out. */
  private rows(): readonly SuiteRow[] {
    const kept = this.load();
    return Array.isArray(kept) ? kept.filter(one => v.is(row, one)) : [];
  }
}
