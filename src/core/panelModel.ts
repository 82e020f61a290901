import type { Day } from './day';
import type { GoalPace } from './goals';
import type { Milestone } from './progress';
import type { DayMark } from './streak';
import type { Step, Task } from './task';
import type { KindCounts, Win, WinKind } from './win';

/** What the line under the panel's header says, the most urgent one only. */
export interface Notice {
  readonly icon: 'sync' | 'coffee' | 'shield' | 'warning' | 'discard';
  readonly text: string;
  /** A button at the end of the line: its words, and the intent it sends. */
  readonly action?: { readonly title: string; readonly id: NoticeAction };
}

/** Intents that a notice can offer. */
export const noticeActions = [
  'manageTrust',
  'openSettings',
  'openGitSettings',
  'showLog',
  'openFolder',
  'cancelScan',
  'restore',
  'resumeStreak',
] as const;

/** One of `noticeActions`. */
export type NoticeAction = (typeof noticeActions)[number];

/** A task with the days before today, by the user's settings, on which it and its steps were done. */
export interface PanelTask extends Task {
  readonly finishedOn?: Day;
  readonly steps: readonly (Step & { readonly doneOn?: Day })[];
}

/**
 * Everything the panel shows, complete: a message never carries a delta.
 * Made by one pure function, drawn by the panel; words in it are already in the user's language.
 */
export interface PanelModel {
  /** BCP 47 tag for `Intl`. */
  readonly locale: string;
  /** 0 (Sunday) to 6 */
  readonly firstWeekday: number;
  /** The project's name, shown in the header. */
  readonly project: string;
  /** Nothing was ever recorded and there is no task: the panel shows what will count. */
  readonly empty: boolean;
  readonly notice?: Notice;
  /** Of what happens by itself, only TODOs count, when a file is saved: there is no git here, and no test run. */
  readonly onSave?: true;
  readonly today: { readonly day: Day; readonly goal: number; readonly counts: KindCounts };
  readonly streak: {
    readonly current: number;
    readonly longest: number;
    readonly passes: number;
    /** The streak's length at which the next pass is earned; absent while no more can be held. */
    readonly nextPassAt?: number;
    readonly todayCounts: boolean;
    /** How many more wins make today count; absent when it does. */
    readonly winsToCount?: number;
    /** The last day of the pause that today lies in; absent without one, or when it has no end yet. */
    readonly pausedTo?: Day;
    /** The last 14 days, oldest first, today last. */
    readonly strip: readonly { readonly day: Day; readonly mark: DayMark }[];
  };
  readonly momentum: {
    /** 0 to 100, whole. */
    readonly value: number;
    /** Against four weeks ago, whole points. */
    readonly change: number;
    /** The value at the end of each of the last (at most 60) due days, oldest first. */
    readonly series: readonly number[];
    /** How many weeks the series spans, whole. */
    readonly weeks?: number;
  };
  /** The one suggestion of what to do next; absent when there is nothing to suggest. */
  readonly nextStep?: {
    /** What it is, for the intents about it. */
    readonly id: string;
    /** What to do, in words. */
    readonly title: string;
    /** Where it comes from, in words: its task, why now. */
    readonly detail: string;
    /** What the first button does: ticks it, or opens what it takes to do it. */
    readonly act: { readonly id: 'done' | 'open'; readonly title: string };
    /** Whether the user committed to it for today; absent for what can't be committed to. */
    readonly today?: boolean;
    /** Whether there is another to suggest. */
    readonly another: boolean;
  };
  /** Open steps that something finished seems to have done: offered to be ticked, newest first. */
  readonly offers: readonly {
    readonly task: string;
    readonly step: string;
    /** The step's title. */
    readonly title: string;
    /** What matched, in words. */
    readonly detail: string;
  }[];
  readonly week: {
    /** This week so far, in a few honest sentences. */
    readonly story: readonly string[];
    /** The question about last week, to be asked until it is answered or put off. */
    readonly review?: { readonly week: Day; readonly question: string };
    /** The latest answer to that question, with the first day of the week it is about; none from long ago. */
    readonly wrote?: { readonly week: Day; readonly answer: string };
  };
  /** A milestone reached a moment ago, to be made something of, once; under `full` only. */
  readonly celebrate?: { readonly id: string; readonly title: string };
  /** What the numbers are about; absent where this window's projects are all there is. */
  readonly scope?: 'project' | 'everywhere';
  readonly activity: {
    /** A day's counts by kind, one entry a day up to and with today. */
    readonly from: Day;
    readonly days: readonly KindCounts[];
    /** Days covered by a pass, and paused ones, as indexes into `days`. */
    readonly covered: readonly number[];
    readonly paused: readonly number[];
    readonly bests: {
      readonly day?: { readonly day: Day; readonly wins: number };
      readonly week?: { readonly from: Day; readonly to: Day; readonly wins: number };
      readonly streak?: { readonly days: number; readonly to: Day };
      /** The weekday (0 Sunday to 6) and the hour (0 to 23) with most wins; absent when there is no single one. */
      readonly weekday?: number;
      readonly hour?: number;
      /** Wins a week over the last four weeks, this one not among them. */
      readonly weekAverage?: number;
    };
  };
  readonly milestones: {
    /** The (at most three) nearest not yet reached, nearest first. */
    readonly next: readonly Milestone[];
    /** Those reached, latest first. */
    readonly reached: readonly Milestone[];
  };
  readonly goals: readonly GoalPace[];
  /** Open tasks first, the one touched last on top. */
  readonly tasks: readonly PanelTask[];
  /** How many tasks are not among them, so that a snapshot stays small. */
  readonly moreTasks?: number;
  /** Wins of the list that is shown, newest first: a page of it, so that a snapshot stays small. */
  readonly recent: readonly Win[];
  /** Whether there are earlier ones to ask for. */
  readonly moreWins: boolean;
  /** What `recent` is a page of; absent for the newest wins of all. */
  readonly list?: {
    readonly kind: WinKind | 'all';
    readonly search: string;
    /** Wins of the list that are newer than the page's first. */
    readonly newer: number;
    /** All wins of the list. */
    readonly of: number;
  };
  /** The day whose wins the panel has asked for last; `recent` has them, if this window's projects do. */
  readonly askedDay?: Day;
  readonly total: number;
  /** The day of the first win. */
  readonly since?: Day;
}
