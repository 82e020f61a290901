import type { Day } from './day';
import { shortHash } from './hash';
import type { Step, Task } from './task';
import { byTouch } from './tasks';

/** A suite of tests whose last run was red. */
export interface RedSuite {
  /** What tells it from other suites. */
  readonly key: string;
  /** As it is shown. */
  readonly command: string;
  /** When it ended, ms since the epoch. */
  readonly at: number;
}

/** Changes in a repository that wait for a commit. */
export interface UncommittedWork {
  /** The repository's folder. */
  readonly root: string;
  readonly name: string;
  /** When there were changes first, ms since the epoch. */
  readonly since: number;
}

/** A TODO in the file that was edited last. */
export interface OpenTodo {
  readonly uri: string;
  /** As it is shown. */
  readonly file: string;
  /** From 0. */
  readonly line: number;
  readonly text: string;
}

/** All that a suggestion can be made of. The order of the lists means nothing. */
export interface NextFacts {
  readonly today: Day;
  readonly tasks: readonly Task[];
  readonly red: readonly RedSuite[];
  /** Those that have waited for long. */
  readonly uncommitted: readonly UncommittedWork[];
  readonly todos: readonly OpenTodo[];
}

/** Something small to do next. The id stays while it is the same thing. */
export type Suggestion = { readonly id: string } & (
  | { readonly kind: 'step'; readonly task: Task; readonly step: Step; readonly today: boolean }
  | { readonly kind: 'tests'; readonly suite: RedSuite }
  | { readonly kind: 'commit'; readonly work: UncommittedWork }
  | { readonly kind: 'todo'; readonly todo: OpenTodo }
);

/** What the user did with the suggestions of a day, in one window. */
export interface Choices {
  readonly day: Day;
  /** Ids that were passed over in this round. */
  readonly passed: readonly string[];
  /** The one that was picked. */
  readonly picked?: string;
}

/** Nothing passed over, nothing picked. */
export const noChoices: Choices = { day: '', passed: [] };

/**
 * Everything there is to do next, each once, in the order of SPEC 6: steps committed to for today; the first open
 * step of the task touched last; red suites, the latest first; uncommitted work, the oldest first; TODOs of the file
 * edited last. *Another* goes on with the further steps of that task, then with the first step of each other task,
 * then with all that is left.
 */
export function candidates(facts: NextFacts): Suggestion[] {
  const steps = byTouch(facts.tasks).map(task =>
    task.steps
      .filter(({ doneAt }) => doneAt === undefined)
      .map(step => stepSuggestion(task, step, facts.today)),
  );
  const [last = [], ...others] = steps.filter(open => open.length > 0);
  const ordered: Suggestion[] = [
    ...steps.flat().filter(one => one.kind === 'step' && one.today),
    ...last.slice(0, 1),
    ...[...facts.red].sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1)).map(testsSuggestion),
    ...[...facts.uncommitted]
      .sort((a, b) => a.since - b.since || (a.root < b.root ? -1 : 1))
      .map(commitSuggestion),
    ...todoSuggestions(facts.todos),
    ...last.slice(1),
    ...others.flatMap(open => open.slice(0, 1)),
    ...others.flatMap(open => open.slice(1)),
  ];
  return [...new Map(ordered.map(one => [one.id, one])).values()];
}

/** The one suggestion: what the user picked, else the first that was not passed over; the first when all were. */
export function suggested(all: readonly Suggestion[], choices: Choices, today: Day): Suggestion | undefined {
  const { passed, picked } = choices.day === today ? choices : noChoices;
  return all.find(({ id }) => id === picked) ?? all.find(({ id }) => !passed.includes(id)) ?? all[0];
}

/** The choices after *Another*: the suggestion is passed over, and comes again when all others were shown. */
export function passOver(all: readonly Suggestion[], choices: Choices, today: Day): Choices {
  const current = suggested(all, choices, today);
  if (!current) return choices;
  const before = choices.day === today ? choices.passed : [];
  const passed = [...before.filter(id => id !== current.id), current.id];
  if (all.some(({ id }) => !passed.includes(id))) return { day: today, passed };
  // All were shown: on to the one after it, or round to the first.
  const place = all.indexOf(current) + 1;
  return { day: today, passed: place === all.length ? [] : all.slice(0, place).map(({ id }) => id) };
}

/** The choices after the user picked a suggestion: it stays until it is done or passed over. */
export function pick(choices: Choices, id: string, today: Day): Choices {
  const passed = choices.day === today ? choices.passed : [];
  return { day: today, passed: passed.filter(other => other !== id), picked: id };
}

function stepSuggestion(task: Task, step: Step, today: Day): Suggestion {
  const id = `step-${shortHash(`${task.id}\0${step.id}`)}`;
  return { id, kind: 'step', task, step, today: step.forDay === today };
}

function testsSuggestion(suite: RedSuite): Suggestion {
  return { id: `tests-${shortHash(suite.key)}`, kind: 'tests', suite };
}

function commitSuggestion(work: UncommittedWork): Suggestion {
  return { id: `commit-${shortHash(work.root)}`, kind: 'commit', work };
}

/** Of several TODOs with the same text each has an id of its own, which does not hang on the line. */
function todoSuggestions(todos: readonly OpenTodo[]): Suggestion[] {
  const seen = new Map<string, number>();
  return [...todos]
    .sort((a, b) => (a.uri === b.uri ? a.line - b.line : a.uri < b.uri ? -1 : 1))
    .map(todo => {
      const text = `${todo.uri}\0${todo.text}`;
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      return { id: `todo-${shortHash(`${text}\0${nth}`)}`, kind: 'todo', todo };
    });
}
