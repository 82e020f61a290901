import type { NewStep } from './pastedSteps';
import { maxSteps } from './tasks';
import { safeText } from './text';

/** A task that is being broken down: kept until it is made, so that leaving loses nothing. */
export interface Draft {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly NewStep[];
  /** What was typed for a next step and not added yet. */
  readonly typed?: string;
  /** What it is made of, as `Task.from`. */
  readonly from?: string;
  /** The lines that the user had selected. */
  readonly selected?: string;
}

/** Whether there is anything in a draft that is worth keeping. */
export function isEmptyDraft({ title, steps, typed = '' }: Draft): boolean {
  return title.trim() === '' && steps.length === 0 && typed.trim() === '';
}

/** How many more steps a draft can take. */
export function roomIn({ steps }: Draft): number {
  return Math.max(0, maxSteps - steps.length);
}

/** The draft with more steps at its end; the same object when there is no room for all of them. */
export function withMoreSteps(draft: Draft, more: readonly NewStep[]): Draft {
  if (more.length === 0 || more.length > roomIn(draft)) return draft;
  return { ...draft, steps: [...draft.steps, ...more] };
}

/** The draft with those of some titles that it has no step of yet, as many as there is room for. */
export function withProposed(draft: Draft, titles: readonly string[]): Draft {
  const known = new Set(draft.steps.map(({ title }) => sameness(title)));
  const fresh: NewStep[] = [];
  for (const title of titles) {
    if (known.has(sameness(title))) continue;
    known.add(sameness(title));
    fresh.push({ title });
  }
  return withMoreSteps(draft, fresh.slice(0, roomIn(draft)));
}

/** The draft with other steps in the place of one: none removes it, several split it. */
export function withStepReplaced(draft: Draft, index: number, by: readonly NewStep[]): Draft {
  const before = draft.steps[index];
  if (!before || draft.steps.length - 1 + by.length > maxSteps) return draft;
  // A reworded step is as done as it was.
  const steps = by.length === 1 && before.done ? by.map(step => ({ ...step, done: true })) : by;
  return { ...draft, steps: [...draft.steps.slice(0, index), ...steps, ...draft.steps.slice(index + 1)] };
}

/** The draft with a step one place up (-1) or down (1); the same object at the end of the list. */
export function withStepShifted(draft: Draft, index: number, by: -1 | 1): Draft {
  const [step, other] = [draft.steps[index], draft.steps[index + by]];
  if (!step || !other) return draft;
  const steps = [...draft.steps];
  steps[index] = other;
  steps[index + by] = step;
  return { ...draft, steps };
}

function sameness(title: string): string {
  return safeText(title)
    .toLowerCase()
    .replace(/[.!…]+$/, '');
}
