import * as l10n from '@vscode/l10n';
import type { Day } from './day';
import { markdownText } from './markdownText';
import { Phrases } from './phrases';
import { safeText } from './text';

/** Pieces of work that a person is thanked for by name; of more it is only said that there is more. */
const mostThanks = 10;

/** A commit that was merged in the week, as far as thanks go. All texts are as they came. */
export interface TeamCommit {
  readonly author: string;
  readonly coAuthors: readonly string[];
  readonly subject: string;
  /** The texts of the TODOs that it closed. */
  readonly closedTodos: readonly string[];
}

/** Who did it: a name ending in `[bot]` is a program's. */
function isBot(name: string): boolean {
  return /\[bot\]$/i.test(name.trim());
}

interface Person {
  readonly name: string;
  readonly thanks: string[];
  readonly seen: Set<string>;
}

/**
 * Thanks to everyone whose work was merged, as Markdown: by name in alphabetical order, with no count and no
 * ranking. Bots are left out. Empty when there is nobody to thank.
 */
export function shoutOuts(commits: readonly TeamCommit[], from: Day, to: Day, locale: string): string {
  const people = new Map<string, Person>();
  for (const commit of commits) {
    const names = [commit.author, ...commit.coAuthors].map(shownName);
    const together = [...new Map(names.map(name => [keyOf(name, locale), name]))].filter(
      ([key, name]) => key !== '' && !isBot(name),
    );
    for (const [key, name] of together) {
      const others = together.filter(([other]) => other !== key).map(([, other]) => other);
      const person = people.get(key) ?? { name, thanks: [], seen: new Set() };
      people.set(key, person);
      for (const thanks of thanksFor(commit, others, locale)) thank(person, thanks);
    }
  }
  if (people.size === 0) return '';
  const collator = new Intl.Collator(locale);
  const sections = [...people.values()]
    .sort((one, other) => collator.compare(one.name, other.name))
    .map(sectionOf);
  const title = l10n.t('Thank you, week of {0}', new Phrases(locale).range(from, to));
  return [`# ${title}\n`, ...sections].join('\n');
}

function thanksFor(
  { subject, closedTodos }: TeamCommit,
  others: readonly string[],
  locale: string,
): string[] {
  const names = new Phrases(locale).list(
    [...others].sort(new Intl.Collator(locale).compare).map(markdownText),
  );
  const work = markdownText(subject);
  return [
    ...(work === '' ? [] : [others.length > 0 ? l10n.t('{0} (together with {1})', work, names) : work]),
    ...closedTodos
      .map(todo => markdownText(todo))
      .filter(todo => todo !== '')
      .map(todo => l10n.t('closing the TODO “{0}”', todo)),
  ];
}

function thank({ thanks, seen }: Person, line: string): void {
  if (seen.has(line)) return;
  seen.add(line);
  thanks.push(line);
}

function sectionOf({ name, thanks }: Person): string {
  const lines = thanks.slice(0, mostThanks).map(line => `- ${line}\n`);
  if (thanks.length > mostThanks) lines.push(`- ${l10n.t('and more')}\n`);
  return `${l10n.t('**{0}**, thank you for', markdownText(name))}\n\n${lines.join('')}`;
}

function shownName(name: string): string {
  return safeText(name, 80);
}

function keyOf(name: string, locale: string): string {
  return name.normalize('NFKC').toLocaleLowerCase(locale);
}
