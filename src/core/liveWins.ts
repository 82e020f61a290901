import type { FoundWin } from './found';
import type { Entry } from './ledger';

/** The wins that count, by id, each in its newest form: as `LedgerState` folds them, but all in full. */
export function liveById(entries: readonly Entry[]): Map<string, FoundWin> {
  const live = new Map<string, FoundWin>();
  const undone = new Set<string>();
  const isConfirmed = (id: string): boolean => live.get(id)?.win.provisional === false;
  for (const entry of entries) {
    switch (entry.type) {
      case 'redone':
        undone.delete(entry.win.id);
        live.set(entry.win.id, entry);
        break;
      case 'win':
        if (undone.has(entry.win.id)) break;
        if (!entry.win.provisional || !isConfirmed(entry.win.id)) live.set(entry.win.id, entry);
        break;
      case 'undone':
        undone.add(entry.id);
        live.delete(entry.id);
        break;
      case 'withdrawn':
        if (!entry.only || !isConfirmed(entry.id)) live.delete(entry.id);
        break;
    }
  }
  return live;
}
