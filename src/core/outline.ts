import { type NewStep, type PastedLine, pastedLines } from './pastedSteps';

/** A task as it stands in a text. */
export interface Outline {
  /** Empty when nothing in the text names it. */
  readonly title: string;
  readonly steps: readonly NewStep[];
}

/** What comments start and end with, where the text is code. */
const commentStart = /^(\s*)(?:\/\/+|\/\*+|\*+\/?|#+|--+|;+|%+|<!--)(?:\s|$)/;
const commentEnd = /\s*(?:\*+\/|-->)\s*$/;

/**
 * The task that some lines are: their first names it when it is a heading, stands before a list or ends in a
 * colon, or when all others are below it; else they are all steps. One line is a title.
 * @param isCode whether comment signs are to be taken off
 */
export function outlineOf(text: string, isCode: boolean): Outline {
  const lines = pastedLines(isCode ? withoutCommentSigns(text) : text);
  const [first, ...rest] = lines;
  if (!first) return { title: '', steps: [] };
  if (rest.length === 0) return { title: first.title, steps: [] };
  const names =
    first.heading ||
    (!first.marked && (first.title.endsWith(':') || rest.every(({ marked }) => marked))) ||
    rest.every(({ indent }) => indent > first.indent);
  return names
    ? { title: withoutColon(first.title), steps: rest.map(stepOf) }
    : { title: '', steps: lines.map(stepOf) };
}

/**
 * The list item on a line, as a task of the items below it.
 * @param at 0-based
 * @returns undefined when there is no list item
 */
export function itemAt(text: string, at: number): Outline | undefined {
  const lines = pastedLines(text);
  const index = lines.findIndex(line => line.line === at && line.marked);
  const item = lines[index];
  return item && { title: withoutColon(item.title), steps: below(lines, index).map(stepOf) };
}

/**
 * The whole list that a line is in, as a task: what stands above it names it.
 * @param at 0-based
 * @returns undefined when it is no list, or one of a single item
 */
export function listAt(text: string, at: number): Outline | undefined {
  const lines = pastedLines(text);
  const index = lines.findIndex(line => line.line === at && line.marked);
  if (index < 0) return undefined;
  let from = index;
  while (from > 0 && isOfList(lines[from - 1])) from--;
  let to = index + 1;
  while (to < lines.length && isOfList(lines[to])) to++;
  const steps = lines.slice(from, to).map(stepOf);
  if (steps.length < 2) return undefined;
  const above = lines[from - 1];
  return { title: above ? withoutColon(above.title) : '', steps };
}

/**
 * The list that stands in the comment lines right below a line of code, such as a TODO's own.
 * @param at 0-based
 */
export function commentListBelow(text: string, at: number): NewStep[] {
  const lines = text.split(/\r\n|\n|\r/).slice(at + 1, at + 101);
  const end = lines.findIndex(line => !commentStart.test(line));
  const comment = (end < 0 ? lines : lines.slice(0, end)).join('\n');
  const found = pastedLines(withoutCommentSigns(comment));
  const other = found.findIndex(({ marked }) => !marked);
  return (other < 0 ? found : found.slice(0, other)).map(stepOf);
}

function below(lines: readonly PastedLine[], index: number): PastedLine[] {
  const item = lines[index];
  if (!item) return [];
  const rest = lines.slice(index + 1);
  const end = rest.findIndex(({ indent, heading }) => heading || indent <= item.indent);
  return end < 0 ? rest : rest.slice(0, end);
}

function isOfList(line: PastedLine | undefined): boolean {
  return line !== undefined && !line.heading && (line.marked || line.indent > 0);
}

function stepOf({ title, done }: PastedLine): NewStep {
  return done ? { title, done } : { title };
}

function withoutColon(title: string): string {
  return title.replace(/\s*[:：]$/, '') || title;
}

function withoutCommentSigns(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(commentEnd, '').replace(commentStart, '$1'))
    .join('\n');
}
