import type { Day } from './core/day';
import type { NoticeAction, PanelModel } from './core/panelModel';
import type { WinList } from './core/winList';

/** Host to panel. A snapshot is always complete; `trouble` says that none could be made. */
export type ToPanel =
  | { readonly type: 'snapshot'; readonly model: PanelModel }
  | { readonly type: 'trouble' }
  /** The l10n bundle for the display language: first of all, once for each time the page is loaded; not in English. */
  | { readonly type: 'strings'; readonly strings: Readonly<Record<string, string>> };

/** Panel to host: the page is ready, or the user wants something done. */
export type FromPanel =
  | { readonly type: 'ready' }
  | { readonly type: 'breakDownTask' }
  | { readonly type: 'logWin' }
  /** A new goal, or a change to one. */
  | { readonly type: 'setGoal' }
  | { readonly type: 'openSettings' }
  | { readonly type: 'notice'; readonly action: NoticeAction }
  | { readonly type: 'tickStep'; readonly task: string; readonly step: string; readonly done: boolean }
  | { readonly type: 'addStep'; readonly task: string; readonly title: string }
  | { readonly type: 'renameStep'; readonly task: string; readonly step: string; readonly title: string }
  /** Before another step of the task; to the end when absent. */
  | { readonly type: 'moveStep'; readonly task: string; readonly step: string; readonly before?: string }
  | { readonly type: 'removeStep'; readonly task: string; readonly step: string }
  | { readonly type: 'renameTask'; readonly task: string; readonly title: string }
  | { readonly type: 'removeTask'; readonly task: string }
  /** Commits to a step for today, or no longer. */
  | { readonly type: 'stepForToday'; readonly task: string; readonly step: string; readonly today: boolean }
  /** Numbers of this window's projects, or of everything. */
  | { readonly type: 'scope'; readonly everywhere: boolean }
  /** The next small step: tick it or open what it takes, show another, commit to it for today or no longer. */
  | { readonly type: 'nextStep'; readonly id: string; readonly act: 'act' | 'another' | 'today' }
  /** The answer to an offer to tick a step. */
  | { readonly type: 'offer'; readonly task: string; readonly step: string; readonly accept: boolean }
  /** Shows the line that the task was made of. */
  | { readonly type: 'openTaskSource'; readonly task: string }
  /** Keeps a finished task's steps for the next one of its kind. */
  | { readonly type: 'keepTemplate'; readonly task: string }
  | { readonly type: 'openWin'; readonly id: string }
  /** The user says that it was none. */
  | { readonly type: 'undoWin'; readonly id: string }
  | { readonly type: 'copyStandup' }
  | { readonly type: 'weeklyStory' }
  | { readonly type: 'copyStory' }
  /** What worked in the week that began on a day; empty to be asked no more. */
  | { readonly type: 'answerReview'; readonly week: Day; readonly answer: string }
  /** Which wins to list: the panel shows this page of them from now on. */
  | ({ readonly type: 'showWins' } & WinList);
