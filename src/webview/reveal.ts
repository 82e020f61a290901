import type { Day } from '../core/day';
import { change } from './look';
import { post } from './vscode';

/** More wins than this are not listed to show one day. */
const mostWins = 1000;

let wanted: Day = '';

/**
 * Goes to a day in *Recent wins*.
 * @param count how many wins must be listed for the day to be among them; the host is asked for them if need be
 */
export function reveal(day: Day, count: number): void {
  change({ search: '' });
  if (showDay(day) || count > mostWins) return;
  wanted = day;
  post({ type: 'showWins', count });
}

/** Goes to the day that was asked for last. To be called when a snapshot was drawn; an older wish is dropped. */
export function showRevealed(): void {
  showDay(wanted);
  wanted = '';
}

function showDay(day: Day): boolean {
  const heading = document.getElementById(`wins-${day}`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
  return heading !== null;
}
