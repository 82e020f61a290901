import * as l10n from '@vscode/l10n';
import type { Task } from './task';
import { maxSteps } from './tasks';
import { safeText } from './text';

/** A task to begin with: its title and steps, and nothing about who did it, where or when. */
export interface Template {
  readonly title: string;
  readonly steps: readonly string[];
}

/** What is wrong with a template. */
export type TemplateFault = 'form' | 'title' | 'steps' | 'tooMany';

/** A template out of somebody's words, its texts made safe; or what is wrong with it. */
export function fitTemplate(title: string, steps: readonly string[]): Template | TemplateFault {
  const safe = { title: safeText(title), steps: steps.map(step => safeText(step)) };
  if (safe.title === '') return 'title';
  if (safe.steps.length === 0 || safe.steps.includes('')) return 'steps';
  return safe.steps.length > maxSteps ? 'tooMany' : safe;
}

/** What a task leaves for the next one of its kind. */
export function templateOf({ title, steps }: Task): Template {
  return { title, steps: steps.map(step => step.title) };
}

/** The templates with one more; it takes the place of one with its title. */
export function withTemplate(templates: readonly Template[], template: Template): Template[] {
  const index = templates.findIndex(({ title }) => title === template.title);
  return index < 0 ? [...templates, template] : templates.with(index, template);
}

/** Those of some templates that are not there yet, word for word. */
export function newTemplates(known: readonly Template[], more: readonly Template[]): Template[] {
  const seen = new Set(known.map(template => JSON.stringify([template.title, template.steps])));
  return more.filter(({ title, steps }) => {
    const key = JSON.stringify([title, steps]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** The templates that everybody has. */
export function builtInTemplates(): Template[] {
  return [
    {
      title: l10n.t('Bug fix'),
      steps: [
        l10n.t('See it happen: write down how'),
        l10n.t('Write a test that fails because of it'),
        l10n.t('Find the cause'),
        l10n.t('Mend it with the smallest change'),
        l10n.t('Look for the same fault elsewhere'),
      ],
    },
    {
      title: l10n.t('Feature'),
      steps: [
        l10n.t('Write one sentence: who can do what then?'),
        l10n.t('Write the test for the simplest case'),
        l10n.t('Make the simplest case work'),
        l10n.t('Handle what can go wrong'),
        l10n.t('Try it as a user would'),
        l10n.t('Document it'),
      ],
    },
    {
      title: l10n.t('Refactoring'),
      steps: [
        l10n.t('Say in one sentence what will be better'),
        l10n.t('Cover what must not change with tests'),
        l10n.t('Make the first small change and run the tests'),
        l10n.t('Move the callers over, one by one'),
        l10n.t('Remove the old way'),
      ],
    },
    {
      title: l10n.t('Release'),
      steps: [
        l10n.t('Read through what has changed'),
        l10n.t('Bring the changelog and the version up to date'),
        l10n.t('Run all tests on a clean checkout'),
        l10n.t('Tag and publish'),
        l10n.t('Install it and try it once'),
        l10n.t('Tell those who wait for it'),
      ],
    },
    {
      title: l10n.t('Review'),
      steps: [
        l10n.t('Read what the change is for'),
        l10n.t('Read the tests'),
        l10n.t('Read the code, file by file'),
        l10n.t('Run it'),
        l10n.t('Write down questions, and what you liked'),
      ],
    },
    {
      title: l10n.t('Learning something new'),
      steps: [
        l10n.t('Write down one question you want answered'),
        l10n.t('Follow a first example until it runs'),
        l10n.t('Change one thing in it and see what happens'),
        l10n.t('Use it for something small of your own'),
        l10n.t('Explain it in five sentences'),
      ],
    },
  ];
}
