import { diceCoefficient } from 'dice-coefficient';
import { type MatchWords, matchWords } from './matchWords';
import type { Step, Task } from './task';
import { inOrder } from './tasks';
import type { Win } from './win';

/** An open step that a win seems to have done. */
export interface Offer {
  readonly task: Task;
  readonly step: Step;
  readonly win: Win;
}

/** Offers at a time: more is no help. */
export const maxOffers = 3;
/** Only so many of a day's newest wins, and of the open steps, are compared: each pair takes microseconds. */
const maxWins = 30;
const maxOpenSteps = 300;

/** Words this much alike, with the same beginning, are forms of one word. */
const sameWord = 0.8;
/** The share of a step's words that the other text must have; with three words all of them. */
const leastOfStep = 0.75;
/** The share of the other text's words that must be the step's; a short step says too little for a long text. */
const leastOfText = 0.25;

/** Ways to say that tests are green, in the languages of the interface. */
const greenWords = [
  /\b(tests?|suites?|specs?|build|ci|checks?)\b.*\b(green|pass(es|ing|ed)?)\b/i,
  /\b(pass(es|ing)?|green)\b.*\b(tests?|suites?|specs?|build|ci|checks?)\b/i,
  /\b(get|go|back to|all|until|everything)\b.*\bgreen\b/i,
  /^green$/i,
  /\btests?\b.*\b(grün|bestehen|durchlaufen)\b/i,
  /\b(pruebas?|tests?)\b.*\b(verdes?|pasan|pasen)\b|\bpasar\b.*\b(pruebas|tests)\b/i,
  /\btests?\b.*\b(verts?|passent)\b|\bpasser\b.*\btests?\b/i,
  /テスト.*(通|パス|グリーン|成功)/,
  /测试.*(通过|变绿)|通过.*测试/,
];

/**
 * The open steps that a day's wins seem to have done, newest win first: of each win at most one step of a task, each
 * step once. A win that was there before the task is about something else.
 * @param wins the day's wins, newest first; only commits, closed TODOs and green runs are looked at
 * @param since what was dismissed: a step is offered again only for a win that came later than this, in ms
 */
export function offersOf(
  wins: readonly Win[],
  tasks: readonly Task[],
  since: (task: Task, step: Step) => number,
): Offer[] {
  const open = inOrder(tasks)
    .flatMap(task => task.steps.map(step => ({ task, step })))
    .filter(({ step }) => step.doneAt === undefined)
    .slice(0, maxOpenSteps);
  if (open.length === 0) return [];
  const offers: Offer[] = [];
  for (const win of wins.filter(({ kind }) => /^(commit|todo|tests)$/.test(kind)).slice(0, maxWins)) {
    const taken = new Set<Task>();
    const fitting = open
      .map(one => ({ ...one, win, score: score(win, one.step.title) }))
      .filter(({ task, step, score }) => score > 0 && task.createdAt <= win.at && win.at > since(task, step))
      // A stable sort: of steps that fit as well the first one.
      .sort((a, b) => b.score - a.score);
    for (const { task, step } of fitting) {
      if (taken.has(task)) continue;
      taken.add(task);
      if (!offers.some(offer => offer.step === step)) offers.push({ task, step, win });
    }
  }
  return offers.slice(0, maxOffers);
}

/** How well a win fits a step, 0 (not at all) to 1. */
export function score(win: Pick<Win, 'kind' | 'title' | 'source'>, step: string): number {
  return win.kind === 'tests' ? runScore(win.source.command ?? '', step) : textScore(win.title, step);
}

/** A green run fits a step that names its command, or that says that tests are green. */
function runScore(command: string, step: string): number {
  const spaced = (text: string): string =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}:/.-]+/gu, ' ')
      .trim()} `;
  if (spaced(command).trim() !== '' && spaced(step).includes(spaced(command))) return 1;
  return greenWords.some(words => words.test(step)) ? 0.5 : 0;
}

/** How well what a text says was done fits what a step says is to be done, 0 (not at all) to 1. */
export function textScore(text: string, step: string): number {
  const done = words(text);
  const wanted = words(step);
  if (done.unfinished && !wanted.unfinished) return 0;
  const isOpposite = (one: string, other: string): boolean =>
    done.actions.has(one) && wanted.actions.has(other) && !done.actions.has(other);
  if (isOpposite('add', 'remove') || isOpposite('remove', 'add') || isOpposite('remove', 'fix')) return 0;
  if (wanted.actions.has('test') && !done.actions.has('test')) return 0;
  if (wanted.actions.has('document') && !done.actions.has('document')) return 0;
  const matched = wanted.content.filter(word => done.content.some(other => isSameWord(word, other)));
  // Of numbers (versions, statuses) each must be there.
  if (wanted.content.some(word => /\d/.test(word) && !matched.includes(word))) return 0;
  const ofStep = matched.length / wanted.content.length;
  const ofText = matched.length / done.content.length;
  switch (wanted.content.length) {
    case 0:
      // "Update the docs": the actions are all there is, so they must be all of both.
      return done.content.length === 0 && wanted.actions.size > 1 && isSameSet(wanted.actions, done.actions)
        ? 1
        : 0;
    case 1: {
      const sameAction = [...wanted.actions].every(action => done.actions.has(action));
      return matched.length === 1 && sameAction && ofText >= (wanted.actions.size > 0 ? 0.5 : 1) ? ofText : 0;
    }
    default:
      return ofStep >= leastOfStep && ofText >= leastOfText ? (ofStep + ofText) / 2 : 0;
  }
}

function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  if (one.length < 5 || other.length < 5 || one.slice(0, 3) !== other.slice(0, 3)) return false;
  return !/\d/.test(one + other) && diceCoefficient(one, other) >= sameWord;
}

function isSameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every(item => other.has(item));
}

const known = new Map<string, MatchWords>();

/** The same texts are compared again and again: what was worked out is kept, up to a bound. */
function words(text: string): MatchWords {
  const found = known.get(text) ?? matchWords(text);
  if (known.size > 2000) known.clear();
  known.set(text, found);
  return found;
}
