/** Lets a screen reader say something that is seen otherwise. */
export function say(words: string): void {
  const said = document.getElementById('said') ?? document.body.appendChild(document.createElement('div'));
  said.id = 'said';
  said.className = 'unseen';
  said.ariaLive = 'polite';
  said.textContent = words;
}
