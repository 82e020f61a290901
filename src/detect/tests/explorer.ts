import * as v from 'valibot';
import type { TestCount } from './count';
import type { Read } from './reports';

/** A finished run of the Test Explorer, as VS Code itself keeps it. */
export interface ExplorerRun extends TestCount {
  readonly id: string;
  /** ms since the epoch */
  readonly completedAt: number;
  /** Tests that were begun or waiting and told no result: many of them mean that the run was stopped. */
  readonly unfinished: number;
  readonly continuous: boolean;
  readonly group: 'run' | 'debug' | 'coverage' | 'unknown';
  /** Identity: which tests of which controller. Can be long: keep a hash of it. */
  readonly suite: string;
  /** What was run, as VS Code shows it: the names of tests, files or folders; else of the controllers. */
  readonly selected: string;
  /** Whose tests they are, by id. */
  readonly controllers: readonly Controller[];
}

/** What brings tests into the Test Explorer: a test extension, for one kind of tests. */
export interface Controller {
  readonly id: string;
  /** As VS Code shows it. */
  readonly name: string;
}

/** Larger files are not read. */
export const maxExplorerFile = 32 * 1024 * 1024;

// Only what is needed: the format is VS Code's own and internal (`ISerializedTestResults`).
const schema = v.object({
  id: v.pipe(v.string(), v.minLength(1)),
  completedAt: v.pipe(v.number(), v.finite()),
  request: v.object({
    group: v.optional(v.number()),
    continuous: v.optional(v.boolean()),
    targets: v.array(v.object({ controllerId: v.string(), testIds: v.array(v.string()) })),
  }),
  items: v.array(
    v.object({
      item: v.object({ extId: v.string(), label: v.fallback(v.string(), '') }),
      ownComputedState: v.number(),
    }),
  ),
});

/** `TestResultState` of VS Code. */
const state = { queued: 1, running: 2, passed: 3, failed: 4, skipped: 5, errored: 6 } as const;
const groups: Readonly<Record<number, ExplorerRun['group']>> = { 2: 'run', 4: 'debug', 8: 'coverage' };

/** Of so many selected tests the names are told; of more it says that there are. */
const maxNames = 5;

/** What separates the parts of a test's id, from its controller down. */
const separator = '\0';

/** Reads a file of VS Code's `testResults` folder; a reason when it looks different than known. */
export function readExplorerRun(text: string): Read<ExplorerRun> {
  if (text.length > maxExplorerFile) return { reason: `larger than ${maxExplorerFile} characters` };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { reason: 'not JSON, or not yet whole' };
  }
  const parsed = v.safeParse(schema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { reason: `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}` };
  }
  const { id, completedAt, request, items } = parsed.output;
  const { targets } = request;
  const roots = items.map(({ item }) => item.extId).filter(extId => !extId.includes(separator));
  // A run that an extension began by itself may have no targets.
  const ran = targets.length > 0 ? targets.map(({ controllerId }) => controllerId) : roots;
  const labels = new Map(items.map(({ item }) => [item.extId, item.label]));
  const controllers = [...new Set(ran)].sort().map(id => ({ id, name: labels.get(id) || id }));
  return {
    value: {
      id,
      completedAt,
      ...countOf(items),
      continuous: request.continuous ?? false,
      group: groups[request.group ?? 0] ?? 'unknown',
      suite:
        targets
          .map(target => [target.controllerId, ...[...target.testIds].sort()].join('\n'))
          .sort()
          .join('\n\n') || controllers.map(one => one.id).join('\n'),
      selected:
        namesOf(targets.flatMap(({ testIds }) => testIds.flatMap(one => labels.get(one) || []))) ||
        controllers.map(({ name }) => name).join(', '),
      controllers,
    },
  };
}

/** Green: at least one test passed and none failed; unknown when more were left than passed (it was stopped). */
export function explorerOutcome(run: ExplorerRun): 'green' | 'red' | 'unknown' {
  if (run.failed > 0) return 'red';
  return run.passed > 0 && run.unfinished <= run.passed ? 'green' : 'unknown';
}

function namesOf(labels: readonly string[]): string {
  const names = [...new Set(labels)];
  return names.length > maxNames ? `${names.slice(0, maxNames).join(', ')}…` : names.join(', ');
}

function countOf(items: v.InferOutput<typeof schema>['items']): TestCount & { unfinished: number } {
  const parents = new Set(items.map(({ item }) => item.extId.split(separator).slice(0, -1).join(separator)));
  const count = { passed: 0, failed: 0, skipped: 0, unfinished: 0 };
  let failedParents = 0;
  for (const { item, ownComputedState: own } of items) {
    const failed = own === state.failed || own === state.errored;
    if (parents.has(item.extId)) failedParents += failed ? 1 : 0;
    else if (failed) count.failed += 1;
    else if (own === state.passed) count.passed += 1;
    else if (own === state.skipped) count.skipped += 1;
    else count.unfinished += 1;
  }
  // A group may fail by itself: its set-up threw, so no test in it failed.
  if (count.failed === 0) count.failed = failedParents;
  return count;
}
