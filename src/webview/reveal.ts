import type { Day } from '../core/day';
import { mostListed } from '../core/winList';
import { listWins } from './winQuery';

/** A day's wins may stand a little before or after their place: days are those of their own clocks. */
const margin = 10;

let wanted: Day = '';

/**
 * Goes to a day in *Recent wins*.
 * @param count how many wins must be listed for the day to be among them
 * @param newer how many of them are newer than the day
 */
export function reveal(day: Day, count: number, newer: number): void {
  if (showDay(day)) return;
  wanted = day;
  listWins({
    kind: 'all',
    search: '',
    newer: count > mostListed / 2 ? Math.max(0, newer - margin) : 0,
    count: Math.min(mostListed, count + margin),
  });
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
