import type { Day } from '../core/day';
import type { FoundWin } from '../core/found';
import { liveById } from '../core/liveWins';
import type { Win, WinKind } from '../core/win';
import type { ProjectJournal } from './storage';

/** Which wins to read: days, inclusive. */
export interface WinFilter {
  readonly from?: Day;
  readonly to?: Day;
  readonly kind?: WinKind;
}

/** The wins of a whole journal that count, in the order of their first lines. */
export async function readWins(journal: ProjectJournal, { from, to, kind }: WinFilter): Promise<Win[]> {
  const { entries } = await journal.readAll();
  return Array.from(liveById(entries).values(), ({ win }) => win).filter(
    win => (!from || win.day >= from) && (!to || win.day <= to) && (!kind || win.kind === kind),
  );
}

/** A win in its newest form, with its clock, from the journal. */
export async function readWin(journal: ProjectJournal, id: string): Promise<FoundWin | undefined> {
  const name = JSON.stringify(id);
  const { entries } = await journal.readAll(line => line.includes(name));
  return liveById(entries).get(id);
}
