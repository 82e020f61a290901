import type { PanelModel } from '../core/panelModel';
import { broughtBack, changesInWords } from './changes';
import { say } from './say';

/** Says what has changed and is seen without a word: for who can't look over the whole page. */
export function announce(before: PanelModel, now: PanelModel): void {
  const back = broughtBack(before, now);
  const inNext = Boolean(document.activeElement?.closest('.next'));
  for (const words of changesInWords(before, now, inNext)) say(words);
  // Undo went with its line; what came back is where the user goes on.
  const element = back && document.getElementById(back.place);
  const isNowhere = document.hasFocus() && document.activeElement?.localName === 'h1';
  if (element && isNowhere) element.focus();
}
