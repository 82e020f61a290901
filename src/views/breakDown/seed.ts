import * as v from 'valibot';
import type { NewStep } from '../../core/pastedSteps';
import { safeText } from '../../core/text';
import type { Seed } from './flow';

const words = v.pipe(v.string(), v.maxLength(10_000));
const step = v.union([words, v.object({ title: words, done: v.exactOptional(v.boolean()) })]);
const seed = v.object({
  title: words,
  steps: v.optional(v.array(step), []),
  from: v.exactOptional(words),
});

/**
 * What the command was called with, its texts made safe; undefined for anything but a task to begin with. It may have
 * more steps than a task can: the flow says so.
 */
export function readSeed(value: unknown): Seed | undefined {
  const read = v.safeParse(seed, value);
  if (!read.success) return undefined;
  const { title, steps, from } = read.output;
  const safe = steps
    .map(each => (typeof each === 'string' ? { title: each } : each))
    .map((each): NewStep => ({ ...each, title: safeText(each.title) }))
    .filter(each => each.title !== '');
  return { title: safeText(title), steps: safe, ...(from !== undefined && { from }) };
}
