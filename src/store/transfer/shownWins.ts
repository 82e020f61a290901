import type { FoundWin } from '../../core/found';
import { newestFirst } from '../../core/ledger';
import { liveById } from '../../core/liveWins';
import type { ProjectEntries } from './json';

/** A win that counts, with its clock and the name of its project. */
export interface ProjectWin extends FoundWin {
  readonly project: string;
}

/** The wins that count in any of the projects: the newest day first, and the newest first in a day. */
export function winsToShow(projects: readonly ProjectEntries[]): ProjectWin[] {
  return projects
    .flatMap(({ name, entries }) =>
      Array.from(liveById(entries).values(), ({ win, offset }) => ({ win, offset, project: name })),
    )
    .sort((one, other) => {
      if (one.win.day !== other.win.day) return one.win.day < other.win.day ? 1 : -1;
      return newestFirst(one.win, other.win);
    });
}

/** How many wins count, in all the projects. */
export function countWins(projects: readonly ProjectEntries[]): number {
  return projects.reduce((sum, { entries }) => sum + liveById(entries).size, 0);
}

/** The moment on the clock of the place where it happened, as `2026-05-31T14:05:09+02:00`; empty when there is none. */
export function localTime({ win, offset }: FoundWin): string {
  const date = new Date(win.at + offset * 60_000);
  if (Number.isNaN(date.getTime())) return '';
  const minutes = Math.abs(Math.round(offset));
  const twoDigits = (number: number): string => String(number).padStart(2, '0');
  const zone = `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  return date.toISOString().slice(0, -'.000Z'.length) + zone;
}
