import { look, remember } from './look';
import { later } from './more';

/** A page that still grows (more wins are on their way) gets this long to reach its old height. */
const growMs = 2000;

const old = look();
let scrollTarget = old.scroll;

/**
 * Draws, and puts the focus back where the drawing moved or replaced the focused element; where it took the element
 * away, the focus goes near.
 */
export function keepFocus(draw: () => void): void {
  const before = document.activeElement;
  const goNear = before && later()?.noteNear(before);
  draw();
  if (!before || before === document.activeElement || before === document.body) return;
  whenFocused(() => {
    const same = before.isConnected ? before : document.getElementById(before.id);
    if (same) focusOn(same);
    else goNear?.();
  });
}

/** Scrolls to where the page was before it was made anew; to be called whenever it may have grown. */
export function restoreScroll(): void {
  if (scrollTarget === 0 || performance.now() > growMs) return;
  // Charts are drawn as soon as they know their width, before the next frame.
  requestAnimationFrame(() => {
    scrollTo(0, scrollTarget);
    if (scrollY >= scrollTarget - 1) scrollTarget = 0;
  });
}

/** Gives the focus back to the element that had it before the page was made anew. */
export function restoreFocus(): void {
  whenFocused(() => focusOn(document.getElementById(old.focus)));
}

/** Moves a focus that nothing has: as soon as the page itself is focused, never away from an editor or a box. */
function whenFocused(move: () => void): void {
  const moveLost = (): void => {
    if (document.activeElement === document.body) move();
  };
  if (document.hasFocus()) moveLost();
  else addEventListener('focus', moveLost, { once: true });
}

/** Remembers scroll and focus as they change. */
export function watchPage(): void {
  addEventListener('scrollend', () => remember({ scroll: Math.round(scrollY) }));
  addEventListener('focusin', () => remember({ focus: document.activeElement?.id ?? '' }));
}

function focusOn(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}
