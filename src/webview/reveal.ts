import type { Day } from '../core/day';
import type { PanelModel } from '../core/panelModel';
import { tryExample } from './ExampleNotice';
import { change } from './look';
import { listWins } from './winQuery';

let wanted: Day = '';

/** Goes to a day in *Recent wins*; one that is not listed is asked for. */
export function reveal(day: Day): void {
  if (show(`wins-${day}`)) return;
  // There is nobody to ask for more.
  if (document.getElementById('close-example')) {
    tryExample();
    return;
  }
  wanted = day;
  listWins({ kind: 'all', search: '', newer: 0, count: 0, day });
}

/** Goes to the day that was asked for last, once the answer is drawn; else to the words that say where its wins are. */
export function showRevealed({ askedDay }: PanelModel): void {
  if (!wanted || askedDay !== wanted) return;
  const day = wanted;
  wanted = '';
  if (show(`wins-${day}`)) return;
  change({ elsewhere: day });
  show('elsewhere');
}

function show(id: string): boolean {
  const element = document.getElementById(id);
  // The answer may come when the user is elsewhere in the window.
  if (document.hasFocus()) element?.focus({ preventScroll: true });
  element?.scrollIntoView();
  return element !== null;
}
