import { median, type Row, spread } from './report';

/** A sample of an extension host's memory, bytes after a full collection. */
interface Memory {
  readonly heapUsed: number;
  readonly rss: number;
}

/** What `bench/editor/index.mjs` takes. */
export interface EditorFigures {
  /** ms, as VS Code reports them */
  readonly activation: { readonly ours: readonly number[]; readonly empty: readonly number[] };
  /** ms */
  readonly latency: readonly number[];
  readonly processes: Readonly<Record<string, readonly number[]>>;
  readonly memory: { readonly with: readonly Memory[]; readonly without: readonly Memory[] };
  /** µs of CPU, git processes */
  readonly idle: Readonly<Record<'with' | 'without', { readonly cpu: number; readonly processes: number }>>;
  readonly idleSeconds: number;
}

const MB = 1_000_000;
const processNames: Readonly<Record<string, string>> = {
  commit: 'git processes for a commit',
  amend: 'git processes for an amend',
  saveCode: 'git processes for a save',
  saveClosing: 'git processes for a save that closes a TODO',
  testRun: 'git processes for a test run',
};

/** The report of what was measured in a whole VS Code. */
export function editorRows(figures: EditorFigures): Row[] {
  const { activation, latency, memory, idle, idleSeconds } = figures;
  // Both in one window share what the machine did just then.
  const over = median(activation.ours.map((time, at) => time - (activation.empty[at] ?? Number.NaN)));
  const grown = (of: keyof Memory): number =>
    (median(memory.with.map(one => one[of])) - median(memory.without.map(one => one[of]))) / MB;
  const shown = (samples: readonly Memory[]): string =>
    `${(median(samples.map(({ heapUsed }) => heapUsed)) / MB).toFixed(1)} MB`;
  const share = (µs: number): string =>
    `${(µs / 1000).toFixed(0)} ms (${(µs / 10_000 / idleSeconds).toFixed(2)}% of a core)`;
  const extra = idle.with.cpu - idle.without.cpu;
  return [
    { what: 'activation, an empty extension', measured: spread(activation.empty, 'ms', 0) },
    {
      what: 'activation, Micro Wins, same windows',
      measured: `${spread(activation.ours, 'ms', 0)}, ${over >= 0 ? '+' : ''}${over.toFixed(0)} ms`,
      goal: '<= empty + 15 ms',
      good: over <= 15,
    },
    {
      what: 'commit to status bar',
      measured: spread(latency, 'ms', 0),
      goal: 'median <= 1 s',
      good: median(latency) <= 1000,
    },
    ...Object.entries(figures.processes).map(([name, counts]) => ({
      what: processNames[name] ?? name,
      measured: `${median(counts)} (${Math.min(...counts)} to ${Math.max(...counts)})`,
      ...processGoal(name, median(counts)),
    })),
    { what: 'heap of the extension host without', measured: shown(memory.without) },
    {
      what: 'heap with Micro Wins and its panel',
      measured: `${shown(memory.with)}, +${grown('heapUsed').toFixed(1)} MB`,
      goal: '<= +15 MB',
      good: grown('heapUsed') <= 15,
    },
    { what: 'resident memory of the process', measured: `+${grown('rss').toFixed(1)} MB` },
    { what: `CPU over ${idleSeconds} idle s without`, measured: share(idle.without.cpu) },
    {
      what: `CPU over ${idleSeconds} idle s with`,
      measured: `${share(idle.with.cpu)}, ${extra >= 0 ? '+' : ''}${(extra / 1000).toFixed(0)} ms`,
      goal: 'none of ours (<= 0.05% of a core)',
      good: extra / 10_000 / idleSeconds <= 0.05,
    },
    {
      what: 'git processes meanwhile',
      measured: String(idle.with.processes),
      goal: '0',
      good: idle.with.processes === 0,
    },
  ];
}

function processGoal(name: string, count: number): Pick<Row, 'goal' | 'good'> {
  const most = { commit: 5, amend: 6, saveCode: 2, saveClosing: 2, testRun: 0 }[name];
  return most === undefined ? {} : { goal: `<= ${most}`, good: count <= most };
}
