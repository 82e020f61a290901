import * as v from 'valibot';
import type { Memento } from 'vscode';
import { type Draft, isEmptyDraft } from '../core/draft';
import { maxSteps } from '../core/tasks';

const key = 'microwins.drafts';

/** More tasks than these are not broken down at once: the oldest draft goes. */
const maxDrafts = 5;

const words = v.pipe(v.string(), v.maxLength(5000));
const draft: v.GenericSchema<unknown, Draft> = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  title: words,
  steps: v.pipe(
    v.array(v.object({ title: words, done: v.exactOptional(v.boolean()) })),
    v.maxLength(maxSteps),
  ),
  typed: v.exactOptional(words),
  from: v.exactOptional(words),
  selected: v.exactOptional(words),
});

/** The tasks that were begun and not made yet, in this workspace's state; newest first. */
export class Drafts {
  private current: readonly Draft[];

  constructor(private readonly memento: Memento) {
    const stored = memento.get<unknown>(key);
    // One that can't be read takes no other along.
    this.current = (Array.isArray(stored) ? stored : []).flatMap(each => {
      const read = v.safeParse(draft, each);
      return read.success ? [read.output] : [];
    });
  }

  get all(): readonly Draft[] {
    return this.current;
  }

  /** Keeps a draft as it is now; one with nothing in it is forgotten. */
  async keep(draft: Draft): Promise<void> {
    if (isEmptyDraft(draft)) return this.forget(draft.id);
    const others = this.current.filter(({ id }) => id !== draft.id);
    await this.save([cut(draft), ...others].slice(0, maxDrafts));
  }

  /** Forgets a draft: its task was made, or the user doesn't want it any more. */
  async forget(id: string): Promise<void> {
    if (this.current.some(draft => draft.id === id)) {
      await this.save(this.current.filter(draft => draft.id !== id));
    }
  }

  private async save(all: readonly Draft[]): Promise<void> {
    this.current = all;
    await this.memento.update(key, all.length > 0 ? all : undefined);
  }
}

/** Within the bounds that are checked when it is read again. */
function cut({ title, typed, selected, ...draft }: Draft): Draft {
  const bounded = (text: string): string => text.slice(0, 5000);
  return {
    ...draft,
    title: bounded(title),
    ...(typed && { typed: bounded(typed) }),
    ...(selected && { selected: bounded(selected) }),
  };
}
