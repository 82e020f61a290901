import * as v from 'valibot';
import type { RedRun, SuiteState } from '../rules';

/** Under which workspace state keeps what is remembered of suites. */
export const suitesKey = 'microwins.suites';

/** Suites that are remembered; the one whose last run is the longest ago is forgotten first. */
export const maxSuites = 500;

const day = v.pipe(v.string(), v.regex(/^(\d{4}-\d\d-\d\d)?$/));
/** Red suites of which it is remembered how to run them, the newest; and how long such a command may be. */
export const maxRed = 20;
export const maxLine = 500;

const words = v.pipe(v.string(), v.maxLength(maxLine));
const redRun: v.GenericSchema<unknown, RedRun> = v.object({
  command: words,
  at: v.pipe(v.number(), v.finite()),
  line: v.exactOptional(words),
  folder: v.exactOptional(words),
  task: v.exactOptional(words),
});

/** Key, last outcome, last green day, best count: short, because there are many. What makes few of them red comes after. */
const row = v.tuple([v.string(), v.picklist(['g', 'r', '']), day, v.number()]);
/** A suite as it is kept. */
export type SuiteRow = readonly [...v.InferOutput<typeof row>, red?: RedRun];

/**
 * The suites that are red and can be run again, the latest first, by their keys.
 * @param kept what workspace state has under `suitesKey`, whatever it is by now
 */
export function redSuites(kept: unknown): (RedRun & { readonly key: string })[] {
  if (!Array.isArray(kept)) return [];
  // Asked at every drawing, and few of many rows are red.
  return kept
    .filter((one): one is SuiteRow => Array.isArray(one) && one.length > 4 && v.is(row, one))
    .flatMap(one => {
      const again = redOf(one);
      return again ? [{ ...again, key: one[0] }] : [];
    })
    .sort((a, b) => b.at - a.at);
}

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
    const again = redOf(found);
    return {
      ...(outcome !== '' && { lastOutcome: outcome === 'g' ? 'green' : 'red' }),
      ...(lastGreenDay !== '' && { lastGreenDay }),
      ...(bestCount > 0 && { bestCount }),
      ...(again && { red: again }),
    };
  }

  async set(key: string, { lastOutcome, lastGreenDay = '', bestCount = 0, red }: SuiteState): Promise<void> {
    const outcome = lastOutcome === 'green' ? 'g' : lastOutcome === 'red' ? 'r' : '';
    const others = this.rows().filter(([name]) => name !== key);
    const kept: SuiteRow = [key, outcome, lastGreenDay, bestCount];
    const row: SuiteRow = red && v.is(redRun, red) ? [key, outcome, lastGreenDay, bestCount, red] : kept;
    await this.save(withFewRed([...others, row].slice(-maxSuites)));
  }

  /** What does not have the right form is left out. */
  private rows(): readonly SuiteRow[] {
    const kept = this.load();
    return Array.isArray(kept) ? kept.filter(one => v.is(row, one)) : [];
  }
}

/** What is remembered of a red suite, if it has the right form. */
function redOf([, outcome, , , again]: SuiteRow): RedRun | undefined {
  return outcome === 'r' && v.is(redRun, again) ? again : undefined;
}

/** Only the newest red suites keep how they are run: state stays small. */
function withFewRed(rows: readonly SuiteRow[]): readonly SuiteRow[] {
  const at = (row: SuiteRow): number => redOf(row)?.at ?? 0;
  const tooMany = new Set(
    rows
      .filter(redOf)
      .sort((a, b) => at(b) - at(a))
      .slice(maxRed),
  );
  return rows.map(row => (tooMany.has(row) ? [row[0], row[1], row[2], row[3]] : row));
}
