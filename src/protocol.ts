import type { Day } from './core/day';
import type { NoticeAction, PanelModel } from './core/panelModel';
import type { WinList } from './core/winList';

/** Host to panel. A snapshot is always complete; `trouble` says that none could be made. */
export type ToPanel =
  | {
      readonly type: 'snapshot';
      readonly model: PanelModel;
      /** The l10n bundle for the display language, for a page that has none yet; absent for English. */
      readonly strings?: Readonly<Record<string, string>>;
    }
  | { readonly type: 'trouble'; readonly strings?: Readonly<Record<string, string>> };

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
  | { readonly type: 'openWin'; readonly id: string }
  /** The user says that it was none. */
  | { readonly type: 'undoWin'; readonly id: string }
  /** The next small step: does it, asks for another one, commits to it for today. */
  | { readonly type: 'nextStep'; readonly id: string; readonly act: 'act' | 'another' | 'today' }
  /** An open step that something seems to have done: ticks it, or asks no more. */
  | { readonly type: 'offer'; readonly task: string; readonly step: string; readonly accept: boolean }
  | { readonly type: 'copyStandup' }
  | { readonly type: 'weeklyStory' }
  | { readonly type: 'copyStory' }
  /** What worked in the week that began on a day; empty to be asked no more. */
  | { readonly type: 'answerReview'; readonly week: Day; readonly answer: string }
  | { readonly type: 'scope'; readonly everywhere: boolean }
  /** Which wins to list: the panel shows this page of them from now on. */
  | ({ readonly type: 'showWins' } & WinList);
