import type { Day } from './day';
import type { NewStep } from './pastedSteps';
import type { Step, Task } from './task';
import { safeText } from './text';
import type { Win } from './win';

/** More steps than this in one task are no longer small: the rest is refused, with a word to the user. */
export const maxSteps = 100;

/**
 * A new task. `newId` gives a fresh id at each call; `from` is what it was made of, as `Task` says. A step that
 * was done before is ticked with the task's own time, and is no win.
 */
export function createTask(
  title: string,
  steps: readonly (string | NewStep)[],
  at: number,
  newId: () => string,
  from?: string,
): Task {
  return withFinish({
    id: newId(),
    title: safeText(title),
    createdAt: at,
    steps: steps.map(step => {
      const { title: text, done } = typeof step === 'string' ? { title: step, done: false } : step;
      return { id: newId(), title: safeText(text), ...(done && { doneAt: at }) };
    }),
    ...(from !== undefined && { from }),
  });
}

/** The task with one more open step at its end; an unfinished task again. */
export function withStep(task: Task, title: string, newId: () => string): Task {
  return withFinish({ ...task, steps: [...task.steps, { id: newId(), title: safeText(title) }] });
}

/**
 * The task with a step ticked at `doneAt` (ms) or, without it, unticked. Ticking the last one finishes the
 * task. The same object when nothing changes.
 */
export function withStepDone(task: Task, stepId: string, doneAt: number | undefined): Task {
  const step = task.steps.find(candidate => candidate.id === stepId);
  if (!step || (step.doneAt === undefined) === (doneAt === undefined)) return task;
  const { doneAt: _before, ...open } = step;
  const changed: Step = doneAt === undefined ? open : { ...open, doneAt };
  return withFinish({ ...task, steps: task.steps.map(other => (other === step ? changed : other)) });
}

/** The task with a step's title changed; the same object when nothing changes. */
export function withStepTitle(task: Task, stepId: string, title: string): Task {
  return withSteps(task, stepId, step => ({ ...step, title: safeText(title) }));
}

/** The task with a step committed to for a day, or for none; the same object when nothing changes. */
export function withStepFor(task: Task, stepId: string, forDay: Day | undefined): Task {
  return withSteps(task, stepId, ({ forDay: _before, ...step }) => (forDay ? { ...step, forDay } : step));
}

/** The task without a step; the same object when it has no such step, or no other: remove the task instead. */
export function withoutStep(task: Task, stepId: string): Task {
  const steps = task.steps.filter(step => step.id !== stepId);
  return steps.length === task.steps.length || steps.length === 0 ? task : withFinish({ ...task, steps });
}

/** The task with a step back that was removed, before another one or at the end; the same object when it is there. */
export function withStepBack(task: Task, step: Step, before: string | undefined): Task {
  if (task.steps.some(({ id }) => id === step.id)) return task;
  return withFinish(withStepMoved({ ...task, steps: [...task.steps, step] }, step.id, before));
}

/** The task with a step moved before another, or to the end; the same object when nothing changes. */
export function withStepMoved(task: Task, stepId: string, before: string | undefined): Task {
  const moved = task.steps.find(step => step.id === stepId);
  if (!moved || before === stepId) return task;
  const others = task.steps.filter(step => step !== moved);
  const found = before === undefined ? -1 : others.findIndex(step => step.id === before);
  const place = found < 0 ? others.length : found;
  const steps = [...others.slice(0, place), moved, ...others.slice(place)];
  return steps.every((step, index) => step === task.steps[index]) ? task : { ...task, steps };
}

/** The task under another title; the same object when nothing changes. */
export function withTaskTitle(task: Task, title: string): Task {
  const safe = safeText(title);
  return safe === '' || safe === task.title ? task : { ...task, title: safe };
}

function withSteps(task: Task, stepId: string, change: (step: Step) => Step): Task {
  const step = task.steps.find(candidate => candidate.id === stepId);
  if (!step) return task;
  const changed = change(step);
  if (changed.title === '' || (changed.title === step.title && changed.forDay === step.forDay)) return task;
  return { ...task, steps: task.steps.map(other => (other === step ? changed : other)) };
}

function withFinish(task: Task): Task {
  const { finishedAt: _before, ...open } = task;
  const times = task.steps.map(step => step.doneAt);
  if (times.length === 0 || times.some(time => time === undefined)) return open;
  return { ...open, finishedAt: Math.max(...times.map(time => time ?? 0)) };
}

/**
 * When a task was finished, ms since the epoch, if it was by ticking: a list that came with every item ticked was
 * finished before.
 */
export function finishedByTicking({ finishedAt, createdAt, steps }: Task): number | undefined {
  // In workspace state older tasks have lost their steps.
  const cameTicked =
    steps.length > 0 ? steps.every(({ doneAt }) => doneAt === createdAt) : finishedAt === createdAt;
  return cameTicked ? undefined : finishedAt;
}

/** When the user last did anything with a task, ms since the epoch. */
export function touchedAt(task: Task): number {
  return Math.max(progressedAt(task), task.touchedAt ?? 0);
}

/** The task that the user did something with last first. */
export function byTouch(tasks: Iterable<Task>): Task[] {
  return ordered(tasks, touchedAt);
}

/**
 * Tasks in the order of the panel: open before finished, each the one that was made or ticked last first. One that is
 * only edited stays in its place, under the user's hands.
 */
export function inOrder(tasks: Iterable<Task>): Task[] {
  const all = ordered(tasks, progressedAt);
  return [
    ...all.filter(({ finishedAt }) => finishedAt === undefined),
    ...all.filter(({ finishedAt }) => finishedAt !== undefined),
  ];
}

/** When a task was made, or one of its steps ticked last, ms since the epoch. */
export function progressedAt(task: Task): number {
  return Math.max(task.createdAt, ...task.steps.map(step => step.doneAt ?? 0));
}

function ordered(tasks: Iterable<Task>, at: (task: Task) => number): Task[] {
  const times = new Map(Array.from(tasks, task => [task, at(task)]));
  return [...times.keys()].sort(
    (one, other) => (times.get(other) ?? 0) - (times.get(one) ?? 0) || (one.id < other.id ? -1 : 1),
  );
}

/** The id of the win that ticking a step is: the same however often it is ticked. */
export function stepWinId(task: Task, stepId: string): string {
  return `step-${task.id}-${stepId}`;
}

/** The win of a ticked step. Its day and words come from the caller, who knows clock and language. */
export function stepWin(task: Task, step: Step, at: number, day: string, why: string): Win {
  return {
    id: stepWinId(task, step.id),
    kind: 'step',
    at,
    day,
    title: step.title,
    provisional: false,
    why,
    source: { task: task.title, taskId: task.id, stepId: step.id },
  };
}
