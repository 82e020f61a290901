import { type Entry, takesEffect, type WinsBefore } from './entry';
import type { FoundWin } from './found';

/** The wins that count, by id, each in its newest form: as `LedgerState` folds them, but all in full. */
export function liveById(entries: readonly Entry[]): Map<string, FoundWin> {
  const live = new Map<string, FoundWin>();
  const undone = new Set<string>();
  const before: WinsBefore = {
    isUndone: id => undone.has(id),
    isConfirmed: id => live.get(id)?.win.provisional === false,
  };
  for (const entry of entries) {
    if (!takesEffect(entry, before)) continue;
    switch (entry.type) {
      case 'win':
      case 'redone':
        undone.delete(entry.win.id);
        live.set(entry.win.id, entry);
        break;
      case 'undone':
        undone.add(entry.id);
        live.delete(entry.id);
        break;
      case 'withdrawn':
        live.delete(entry.id);
        break;
    }
  }
  return live;
}
