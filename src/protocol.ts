import type { NoticeAction, PanelModel } from './core/panelModel';

/** Host to panel. A snapshot is always complete. */
export type ToPanel = {
  readonly type: 'snapshot';
  readonly model: PanelModel;
  /** The l10n bundle for the display language; absent for English. */
  readonly strings?: Readonly<Record<string, string>>;
};

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
  | { readonly type: 'openWin'; readonly id: string }
  /** The user says that it was none. */
  | { readonly type: 'undoWin'; readonly id: string }
  /** More of the recent wins: the panel shows `count` of them from now on. */
  | { readonly type: 'showWins'; readonly count: number };
