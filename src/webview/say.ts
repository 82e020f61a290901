/** Words of long ago go: somebody who reads the page to its end shall not come upon them. */
const mostLines = 5;

/** Lets a screen reader say something that is seen otherwise; the same words again, too. */
export function say(words: string): void {
  const said = region();
  const line = document.createElement('p');
  line.textContent = words;
  said.append(line);
  while (said.childElementCount > mostLines) said.firstElementChild?.remove();
}

/** The place for words that are said; to be there before the first ones, or they may not be heard. */
export function region(): HTMLElement {
  const known = document.getElementById('said');
  if (known) return known;
  const said = document.body.appendChild(document.createElement('div'));
  said.id = 'said';
  said.className = 'unseen';
  said.ariaLive = 'polite';
  return said;
}
