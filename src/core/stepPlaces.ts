import type { Task } from './task';

/** Where a step goes: before another one of its task, or to the end. */
export interface StepPlace {
  readonly before?: string;
}

/**
 * Where a step goes that is dropped on another one: it takes that one's place, which moves up or down to make
 * room. Dropped on its task it goes to the end. Undefined when nothing would move.
 */
export function placeOfDrop(task: Task, step: string, target: string | undefined): StepPlace | undefined {
  const from = indexOf(task, step);
  const to = target === undefined ? task.steps.length - 1 : indexOf(task, target);
  return placeAt(task, from, to);
}

/** Where a step goes that moves one up (-1) or down (1); undefined at the end of the list. */
export function placeBeside(task: Task, step: string, by: -1 | 1): StepPlace | undefined {
  const from = indexOf(task, step);
  return placeAt(task, from, from + by);
}

function placeAt({ steps }: Task, from: number, to: number): StepPlace | undefined {
  if (from < 0 || to < 0 || to >= steps.length || from === to) return undefined;
  const before = steps[to > from ? to + 1 : to]?.id;
  return before === undefined ? {} : { before };
}

function indexOf({ steps }: Task, id: string): number {
  return steps.findIndex(step => step.id === id);
}
