import type { Day } from '../core/day';
import type { WinKind } from '../core/win';
import type { WinList } from '../core/winList';
import { keep, kept } from './vscode';

/** Which wins the heat-map shows. */
export type KindFilter = 'all' | WinKind;

/** How the user left the panel: navigation and look only, never data. */
export interface Look {
  /** Pixels from the top. */
  readonly scroll: number;
  /** The id of the element that had the focus. */
  readonly focus: string;
  readonly kind: KindFilter;
  /** Names of folds that differ from how they are at first: `task-…`, `why-…`, `finished`, `milestones`. */
  readonly folds: readonly string[];
  /** Which wins were asked for; their count is 0 while the host decides. */
  readonly list: WinList;
  /** A day that was to be shown in the list, but whose wins are in other projects. */
  readonly elsewhere: Day;
  /** The title being written: the id of its line, and its text so far. */
  readonly draft: { readonly id: string; readonly text: string } | null;
  /** The answer being written to the question about a week. It goes with the question, when that has been kept. */
  readonly review: { readonly week: Day; readonly text: string } | null;
  /** What was celebrated last, with all that moves, and what was closed last. */
  readonly played: string;
  readonly celebrated: string;
  /** Whether the example day is shown in the place of an empty panel. */
  readonly example: boolean;
}

// A fold of a win that is long out of sight need not be remembered.
const maxFolds = 200;

const start: Look = {
  scroll: 0,
  focus: '',
  kind: 'all',
  folds: [],
  list: { kind: 'all', search: '', newer: 0, count: 0 },
  elsewhere: '',
  draft: null,
  review: null,
  played: '',
  celebrated: '',
  example: false,
};

// What was kept is this page's own, or nothing at all.
let current: Look = { ...start, ...(kept() as Partial<Look> | undefined) };
let redraw: () => void = () => {};

/** The look as it is now. */
export function look(): Look {
  return current;
}

/** Changes the look without drawing anything. */
export function remember(part: Partial<Look>): void {
  current = { ...current, ...part };
  keep(current);
}

/** Changes the look and draws the panel again. */
export function change(part: Partial<Look>): void {
  remember(part);
  redraw();
}

/** What draws the panel after a change of the look. */
export function onChange(draw: () => void): void {
  redraw = draw;
}

/** Whether a fold differs from how it is at first. */
export function isToggled(fold: string): boolean {
  return current.folds.includes(fold);
}

/** Opens what is closed, closes what is open. */
export function toggle(fold: string): void {
  const rest = current.folds.filter(name => name !== fold);
  change({ folds: isToggled(fold) ? rest : [...rest, fold].slice(-maxFolds) });
}
