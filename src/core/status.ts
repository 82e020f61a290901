import * as l10n from '@vscode/l10n';
import type { Overview } from './overview';
import { one } from './plural';
import type { WinKind } from './win';

/** What the status bar item shows. */
export interface StatusText {
  /** With theme icons, as the status bar wants it. */
  readonly text: string;
  /** In words, for screen readers. */
  readonly label: string;
}

/** The theme icon of each kind of win. */
export const kindIcons: Readonly<Record<WinKind, string>> = {
  commit: 'git-commit',
  todo: 'note',
  tests: 'beaker',
  step: 'checklist',
  manual: 'edit',
};

/** What is going on that changes the status bar's text. */
export interface StatusContext {
  /** 0 to 1 while the history is read for the first time. */
  readonly scanning?: number | undefined;
  /** A win was recorded a moment ago. */
  readonly justWon?: WinKind | undefined;
  /** Words to say for a moment: a milestone, a finished task. */
  readonly saying?: { readonly icon: string; readonly words: string; readonly label: string } | undefined;
}

/** The states of UX.md's status bar, by icon and words, never by colour. */
export function statusText(
  overview: Overview,
  { scanning, justWon, saying }: StatusContext = {},
): StatusText {
  const { wins, goal, streak } = overview;
  if (scanning !== undefined) {
    const percent = `${Math.round(scanning * 100)}%`;
    return {
      text: `$(sync~spin) ${l10n.t('Reading history {0}', percent)}`,
      label: l10n.t('Micro Wins: reading history, {0}', percent),
    };
  }
  if (overview.pause && !justWon && !saying) {
    return { text: `$(coffee) ${l10n.t('Paused')}`, label: l10n.t('Micro Wins: the streak is paused.') };
  }
  const days = one(streak.current)
    ? l10n.t('Streak: {0} day', streak.current)
    : l10n.t('Streak: {0} days', streak.current);
  const today = one(goal)
    ? l10n.t('Micro Wins: {0} of {1} win today', wins, goal)
    : l10n.t('Micro Wins: {0} of {1} wins today', wins, goal);
  const label = `${today}. ${days}.`;
  const ofGoal = `${wins}/${goal}`;
  const withStreak = streak.current > 0 ? ` · ${streak.current}` : '';
  if (saying)
    return { text: `$(${saying.icon}) ${saying.words} · ${ofGoal}`, label: `${saying.label}. ${label}` };
  if (justWon) return { text: `$(${kindIcons[justWon]}) ${ofGoal}${withStreak}`, label };
  if (wins === 0) return { text: `$(circle-outline) ${ofGoal}`, label };
  if (wins >= goal) return { text: `$(pass-filled) ${ofGoal}${withStreak}`, label };
  return {
    text: streak.current > 0 ? `$(flame) ${streak.current} · ${ofGoal}` : `$(circle-outline) ${ofGoal}`,
    label,
  };
}
