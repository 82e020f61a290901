import type { WinList } from '../core/winList';
import { change, type KindFilter, look } from './look';
import { post } from './vscode';

/** Writing pauses this long before the whole journal is searched. */
const pauseMs = 200;

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Asks for another list, at once; `count` 0 is as many as the host thinks right. */
export function listWins(part: Partial<WinList>): void {
  changeList(part);
  ask();
}

/** Searches as the user writes: in what is here at once, in the whole journal when the writing pauses. */
export function searchWins(search: string): void {
  changeList({ search, newer: 0 });
  waiting = setTimeout(ask, pauseMs);
}

/** Lists only one kind, or all. */
export function listKind(kind: KindFilter): void {
  listWins({ kind, newer: 0 });
}

/** The page was made anew: the list shall be as it was. */
export function askAgain(): void {
  const { kind, search, newer, count, day } = look().list;
  if (kind !== 'all' || search || newer || count || day) ask();
}

function changeList(part: Partial<WinList>): void {
  clearTimeout(waiting);
  // A day that was asked for before is not meant any more.
  const { day: _before, ...list } = look().list;
  change({ list: { ...list, ...part }, elsewhere: '' });
}

function ask(): void {
  const { list } = look();
  post({ type: 'showWins', ...list, count: list.count || 50 });
}
