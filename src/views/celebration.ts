import type { Win } from '../core/win';
import type { StatusBar } from './statusBar';

/** A win older than this, in ms, was found, not made: nothing to show for it. */
const freshMs = 120_000;

/** Shows a fresh win in the status bar for a moment; no sound, no pop-up. */
export function celebrateIn(
  statusBar: StatusBar,
  now: () => number,
): (change: { added: readonly Win[] }) => void {
  return ({ added }) => {
    const fresh = added.findLast(win => now() - win.at < freshMs);
    if (fresh) statusBar.celebrate(fresh.kind);
  };
}
