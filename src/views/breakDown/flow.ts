import * as l10n from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { Draft } from '../../core/draft';
import type { NewStep } from '../../core/pastedSteps';
import { maxSteps } from '../../core/tasks';
import type { Template } from '../../core/templates';
import type { Drafts } from '../../store/drafts';
import { StepsPage } from './stepsPage';
import { askTitle } from './titlePage';

/** What the flow works on. */
export interface FlowParts {
  readonly drafts: Drafts;
  readonly templates: readonly Template[];
  readonly log: vscode.LogOutputChannel;
  model(): Promise<vscode.LanguageModelChat | undefined>;
}

/** What a task is made of when it does not begin with nothing. */
export interface Seed {
  readonly title: string;
  readonly steps: readonly NewStep[];
  readonly from?: string;
  readonly selected?: string;
}

/**
 * Asks for a task's title, then for its steps, back and forth. Undefined when the user leaves: the draft is there
 * the next time. What is returned stays a draft until the caller has made the task and forgets it.
 */
export async function breakDown(parts: FlowParts, seed?: Seed): Promise<Draft | undefined> {
  const { drafts, templates, log } = parts;
  const keep = (draft: Draft): void => {
    drafts.keep(draft).then(undefined, error => log.warn('The draft of a task could not be kept.', error));
  };
  const forget = (id: string): void => {
    drafts
      .forget(id)
      .then(undefined, error => log.warn('The draft of a task could not be forgotten.', error));
  };
  let draft: Draft = seed ? seeded(drafts, seed) : { id: crypto.randomUUID(), title: '', steps: [] };
  let notice =
    seed && seed.steps.length > maxSteps
      ? l10n.t('Only the first {0} steps are here: that is enough for one task', maxSteps)
      : undefined;
  let page: 'title' | 'task' | 'steps' = seed && draft.title !== '' ? 'steps' : 'title';
  while (page !== 'task') {
    if (page === 'title') {
      const begun = drafts.all.filter(({ id }) => id !== draft.id);
      const next = await askTitle(draft, { begun, templates, keep, forget });
      if (!next) return undefined;
      // A new task is not the one that was begun; that one stays a draft.
      draft = next;
      keep(draft);
      page = 'steps';
    } else {
      const answer = await new StepsPage(draft, { templates, keep, model: parts.model() }, notice).ask();
      notice = undefined;
      if (!answer) return undefined;
      draft = answer.draft;
      page = answer.to;
    }
  }
  return draft;
}

/** The draft that was begun of the same place and words, or a new one. */
function seeded(drafts: Drafts, seed: Seed): Draft {
  const begun = drafts.all.find(
    ({ from, title }) => seed.from !== undefined && from === seed.from && title === seed.title,
  );
  return begun ?? { id: crypto.randomUUID(), ...seed, steps: seed.steps.slice(0, maxSteps) };
}
