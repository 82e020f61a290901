import { addIcons } from './Icon';
import type * as Later from './later';

let loaded: typeof Later | undefined;

/** The second part of the panel's code, once it is there: what the first picture can do without. */
export function later(): typeof Later | undefined {
  return loaded;
}

/** Loads the second part, by the nonce of the first one. */
export async function loadLater(): Promise<void> {
  loaded = await import('./later');
  addIcons(loaded.laterIcons);
}
