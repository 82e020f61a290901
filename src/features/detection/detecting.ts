import type * as vscode from 'vscode';
import type { Config, Settings } from '../../config';
import type { Day } from '../../core/day';
import type { WinSink } from '../../core/found';
import type { Situation } from '../../core/notice';
import type { TeamCommit } from '../../core/shoutOuts';
import type { DocumentTodos } from '../../detect/todos/documentTodos';
import type { Todo } from '../../detect/todos/todo';
import type { GitApi } from '../../gitExtension';
import type { Ledger } from '../../store/ledger';
import type { Recorder } from '../../store/recorder';

/** What detection is made with. */
export interface DetectionParts {
  readonly config: Config;
  readonly ledger: Ledger;
  readonly recorder: Recorder;
  readonly log: vscode.LogOutputChannel;
  readonly dayOf: (at: number, offset: number) => Day;
  readonly context: Pick<vscode.ExtensionContext, 'workspaceState' | 'storageUri' | 'globalStorageUri'>;
}

/** A repository whose team can be thanked. */
export interface Team {
  readonly name: string;
  readonly root: string;
  /** What was merged from one time (ms since the epoch) to before another, oldest first. @throws GitError */
  merged(from: number, to: number, signal: AbortSignal): Promise<readonly TeamCommit[]>;
}

/** Notices wins, as far as it can where it runs, and gives them to the ledger. */
export interface Detecting extends vscode.Disposable {
  /** Resolves when the window's home is known and the first scan of every repository has been recorded. */
  start(): Promise<void>;
  /** What keeps wins from being seen just now. */
  readonly situation: Omit<Situation, 'taken' | 'paused'>;
  /** After what keeps wins from being seen, or the progress of a scan, changed. */
  readonly onDidChangeSituation: vscode.Event<void>;
  /** The git repositories of this window, and VS Code's own git where there is one. */
  readonly repositories: {
    readonly api: GitApi | undefined;
    readonly all: readonly { readonly name: string; readonly root: string }[];
    /** Whether VS Code's own git has been asked for all of them. */
    readonly hasSearched: boolean;
  };
  readonly teams: readonly Team[];
  /** Reads all of the period's history again; stops early when cancelled. */
  rescan(token?: vscode.CancellationToken): Promise<void>;
  cancelScan(): void;
  /** The open TODOs of a file, as it is saved; none while TODOs are not looked for. */
  openTodos(file: vscode.Uri): Promise<readonly Todo[]>;
  /** Reads the TODOs of open documents, whether or not closed ones are counted. */
  documentTodos(): Promise<DocumentTodos>;
}

/** Where what is found goes. */
export function winSink({ ledger, recorder, dayOf }: DetectionParts): WinSink {
  return {
    known: ledger,
    keep: (project, found) => recorder.keep(project, found),
    withdraw: (project, ids, only) => recorder.withdraw(project, ids, only),
    dayOf,
    now: Date.now,
  };
}

/** Whether commits that did not count before may count now, so that history is read again. */
export function mayCountMore(before: Settings['commits'], now: Settings['commits']): boolean {
  return (
    (now.enabled && !before.enabled) ||
    now.emails.some(email => !before.emails.includes(email)) ||
    (now.includeMerges && !before.includeMerges) ||
    now.backfillDays > before.backfillDays
  );
}
