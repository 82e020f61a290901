import type { Progress } from './progress';
import type { Task } from './task';

/** Tasks that an agent is told of at once; the open ones come first. */
const maxTasksTold = 50;

/** What the user's progress is, for an agent: JSON, in the words of the exported API. */
export function progressText(progress: Progress, tasks: readonly Task[]): string {
  const { today, streak, momentum, total, goals } = progress;
  return JSON.stringify({
    today: { day: today.day, wins: today.wins, goal: today.goal, byKind: today.byKind },
    streak,
    momentum,
    totalWins: total,
    goals,
    tasks: tasks.slice(0, maxTasksTold).map(({ id, title, finishedAt, steps }) => ({
      id,
      title,
      finished: finishedAt !== undefined,
      steps: steps.map(step => ({ id: step.id, title: step.title, done: step.doneAt !== undefined })),
    })),
  });
}

/**
 * Finds a thing by its id or, when nothing else has it, by its title.
 * @throws Error that tells an agent what there is
 */
export function named<T extends { readonly id: string; readonly title: string }>(
  kind: 'task' | 'step',
  name: string,
  things: readonly T[],
): T {
  const byId = things.find(({ id }) => id === name);
  if (byId) return byId;
  const fold = (text: string): string => text.trim().toLowerCase();
  const byTitle = things.filter(({ title }) => fold(title) === fold(name));
  const [only, second] = byTitle;
  if (only && !second) return only;
  if (second) throw new Error(`Several ${kind}s are called "${name}". Give the id of one instead.`);
  const all = things
    .slice(0, maxTasksTold)
    .map(({ id, title }) => `${id} (${title})`)
    .join(', ');
  throw new Error(
    `There is no ${kind} "${name}". ${all === '' ? `There are no ${kind}s.` : `There are: ${all}`}`,
  );
}
