import type { Day } from './day';
import { firstWithin } from './size';
import { safeText } from './text';
import type { Win, WinKind } from './win';

/** Most wins of one page: what a panel draws at once without a pause. */
export const mostListed = 200;

/** How much of a snapshot the page of wins may be, in bytes of JSON. */
const mostBytes = 56_000;

/** How many wins stand around those of a day that was asked for. */
const margin = 10;

/** What is listed of a win's words, in characters: a command can be long. */
const longestWords = 400;

/** Which wins the panel lists. */
export interface WinList {
  readonly kind: WinKind | 'all';
  /** What a win must hold, in its title or its source; empty for all. */
  readonly search: string;
  /** How many newer ones of the list are left out. */
  readonly newer: number;
  /** How many wins to list, at most `mostListed`. */
  readonly count: number;
  /** A day to list whole, in the place of `newer` and `count`, where the list has wins of it. */
  readonly day?: Day;
}

/** A page of the list. */
export interface WinPage {
  readonly wins: readonly Win[];
  /** As in `WinList`, but never beyond the list's end. */
  readonly newer: number;
  /** All wins of the list. */
  readonly of: number;
}

/** Whether a win holds what is searched for, in its title or its source; case doesn't matter. */
export function holds({ title, source }: Win, search: string): boolean {
  const wanted = search.trim().toLocaleLowerCase();
  return wanted === '' || [title, ...Object.values(source)].join('\n').toLocaleLowerCase().includes(wanted);
}

/** Whether the list is that of the newest wins, of all kinds. */
export function isPlain({ kind, search, newer }: WinList): boolean {
  return kind === 'all' && search.trim() === '' && newer === 0;
}

/**
 * The page of a list. It ends early where it would make a snapshot too large.
 * @param wins all wins, newest first
 */
export function pageOf(wins: readonly Win[], list: WinList): WinPage {
  const { kind, search } = list;
  const found =
    kind === 'all' && search.trim() === ''
      ? wins
      : wins.filter(win => (kind === 'all' || win.kind === kind) && holds(win, search));
  const { newer, count } = placeOf(found, list);
  const from = newer < found.length ? newer : Math.max(0, found.length - count);
  const page = found.slice(from, from + Math.min(count, mostListed)).map(shown);
  return { wins: firstWithin(page, mostBytes), newer: from, of: found.length };
}

/** Where the page is that a list asks for: near the newest wins it begins with them. */
function placeOf(
  found: readonly Win[],
  { newer, count, day }: WinList,
): { readonly newer: number; readonly count: number } {
  const first = day === undefined ? -1 : found.findIndex(win => win.day === day);
  if (first < 0) return { newer, count };
  const end = found.findLastIndex(win => win.day === day) + 1 + margin;
  const from = end <= mostListed / 2 ? 0 : Math.max(0, first - margin);
  return { newer: from, count: Math.min(mostListed, end - from) };
}

/** As it is shown: where a win came from is kept so that it can be opened, and an import may say what it likes. */
function shown(win: Win): Win {
  const safe = (words: string): string => safeText(words, longestWords);
  const source = Object.fromEntries(Object.entries(win.source).map(([name, words]) => [name, safe(words)]));
  return { ...win, why: safe(win.why), source };
}
