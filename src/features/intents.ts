import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { CommandName } from '../commands';
import type { Day } from '../core/day';
import { noticeOf } from '../core/notice';
import type { NoticeAction } from '../core/panelModel';
import { one } from '../core/plural';
import { isPaused } from '../core/rules';
import { maxSteps } from '../core/tasks';
import { totalOf } from '../core/win';
import type { FromPanel } from '../protocol';
import type { Checklists } from '../store/checklists';
import type { Everywhere } from '../store/everywhere';
import type { Ledger } from '../store/ledger';
import type { Plans } from '../store/plans';
import type { Recorder } from '../store/recorder';
import type { Undo } from '../store/undo';
import { offerBreakDown } from '../views/offerBreakDown';
import { offerUndo } from '../views/offerUndo';
import { openWin } from '../views/openWin';
import { askStep, askWin } from '../views/picks';
import type { Troubles } from '../views/trouble';
import type { BreakDownLoader } from './breakDown/breakDownLoader';
import type { Detecting } from './detection/detecting';
import { pauseStreak, setGoal } from './goalsAndPauses';
import type { Guidance } from './guidance/guidance';
import type { DataTransfer } from './sharing/dataTransfer';
import type { Documents } from './sharing/documents';

/** What the user's intents work on. */
export interface IntentParts {
  readonly ledger: Ledger;
  readonly recorder: Recorder;
  readonly plans: Plans;
  readonly checklists: Checklists;
  readonly detection: Detecting;
  readonly breakDown: BreakDownLoader;
  readonly undo: Undo;
  readonly everywhere: Everywhere;
  /** Loaded after activation. */
  guidance(): Promise<Guidance>;
  readonly log: vscode.LogOutputChannel;
  readonly troubles: Troubles;
  /** Where files are offered to be saved. */
  readonly saveFolder: vscode.Uri;
  openPanel(): void;
  /** Today, by the user's clock and settings. */
  today(): Day;
  readonly locale: string;
  /** The texts to share; loads their code when first asked for. */
  documents(): Promise<Documents>;
}

const settingsQuery = '@ext:microwins.microwins';

/** What each command does. */
export function commandActions(parts: IntentParts): Record<CommandName, (...given: unknown[]) => unknown> {
  const { ledger, recorder, checklists, detection } = parts;
  return {
    openPanel: () => parts.openPanel(),
    breakDownTask: async given => (await parts.breakDown.load()).run(given),
    nextStep: async () => (await parts.guidance()).pickNextStep(),
    breakDownSelection: async () => (await parts.breakDown.load()).runSelection(),
    openTaskSource: async id => (await parts.breakDown.load()).openSource(id),
    keepTemplate: async id => (await parts.breakDown.load()).keepTemplate(id),
    exportTemplates: async () => (await parts.breakDown.load()).exportTemplates(),
    importTemplates: async () => (await parts.breakDown.load()).importTemplates(),
    completeStep: async () => {
      if (!ledger.tasks.some(task => task.finishedAt === undefined)) return offerBreakDown();
      const picked = await askStep(ledger.tasks);
      if (picked) await checklists.tickStep(picked.task, picked.step, true);
    },
    logWin: async () => {
      const win = await askWin(Date.now);
      if (win) await recorder.logWin(win.title, win.at);
    },
    setGoal: () => setGoal(parts),
    copyStandup: async () => (await parts.documents()).copyStandup(),
    weeklyStory: async () => (await parts.documents()).weeklyStory(),
    shareCard: async () => (await parts.documents()).shareCard(),
    shoutOuts: async () => (await parts.documents()).shoutOuts(),
    pauseStreak: () => pauseStreak(parts),
    resumeStreak: async () => {
      const today = parts.today();
      if (ledger.pauses.some(pause => isPaused(pause, today))) return parts.plans.resume(today);
      void vscode.window.showInformationMessage(l10n.t('The streak is not paused.'));
    },
    undoLastWin: () => undoLastWin(ledger, parts.undo),
    exportData: async () => (await transferOf(parts)).export(),
    importData: async () => (await transferOf(parts)).import(),
    rescan: () => rescan(detection, ledger),
    showMenu: async () => (await parts.guidance()).showMenu(),
  };
}

/** Does what the panel asks for. */
export async function handlePanelMessage(message: FromPanel, parts: IntentParts): Promise<void> {
  const { checklists } = parts;
  switch (message.type) {
    case 'breakDownTask':
    case 'logWin':
    case 'setGoal':
    case 'copyStandup':
    case 'weeklyStory':
    case 'exportData':
      await vscode.commands.executeCommand(`microwins.${message.type}`);
      return;
    case 'openSettings':
      await vscode.commands.executeCommand('workbench.action.openSettings', settingsQuery);
      return;
    case 'notice':
      await noticeActions(parts)[message.action]();
      return;
    case 'tickStep':
      return checklists.tickStep(message.task, message.step, message.done);
    case 'addStep':
      if (!(await checklists.addStep(message.task, message.title))) {
        void vscode.window.showInformationMessage(l10n.t('{0} steps are enough for one task', maxSteps));
      }
      return;
    case 'renameStep':
      return checklists.renameStep(message.task, message.step, message.title);
    case 'moveStep':
      return checklists.moveStep(message.task, message.step, message.before);
    case 'removeStep':
      await parts.undo.remove(message.task, message.step);
      return;
    case 'renameTask':
      return checklists.renameTask(message.task, message.title);
    case 'removeTask':
      await parts.undo.remove(message.task);
      return;
    case 'stepForToday':
      return checklists.setStepFor(message.task, message.step, message.today ? parts.today() : undefined);
    case 'scope':
      return parts.everywhere.show(message.everywhere);
    case 'copyStory':
      return (await parts.documents()).copyStory();
    case 'answerReview':
      return (await parts.documents()).answerReview(message.week, message.answer);
    case 'nextStep':
    case 'offer':
      return (await parts.guidance()).handle(message);
    case 'openTaskSource':
    case 'keepTemplate':
      await vscode.commands.executeCommand(`microwins.${message.type}`, message.task);
      return;
    case 'openWin': {
      const win = parts.ledger.find(message.id) ?? (await parts.ledger.winEntry(message.id))?.win;
      if (win) await openWin(win, parts.detection.repositories);
      return;
    }
    case 'undoWin':
      await parts.undo.takeBack(message.id);
      return;
    case 'ready':
    case 'showWins':
      return; // the panel's own affair
  }
}

function noticeActions({ detection, log, troubles, undo }: IntentParts): Record<NoticeAction, () => unknown> {
  return {
    manageTrust: () => vscode.commands.executeCommand('workbench.trust.manage'),
    openSettings: () =>
      vscode.commands.executeCommand('workbench.action.openSettings', 'microwins.commits.emails'),
    openGitSettings: () => vscode.commands.executeCommand('workbench.action.openSettings', 'git.path'),
    showLog: () => log.show(),
    openFolder: () => troubles.openFolder(),
    cancelScan: () => detection.cancelScan(),
    restore: () => undo.restore(),
    resumeStreak: () => vscode.commands.executeCommand('microwins.resumeStreak'),
  };
}

async function transferOf({ ledger, saveFolder }: IntentParts): Promise<DataTransfer> {
  const { DataTransfer } = await import('./sharing/dataTransfer');
  return new DataTransfer(ledger, saveFolder, Date.now);
}

/** Takes the newest win back, and offers to undo that. */
async function undoLastWin(ledger: Ledger, undo: Undo): Promise<void> {
  const [last] = ledger.recent;
  const taken = last && (await undo.takeBack(last.id));
  if (!taken) {
    void vscode.window.showInformationMessage(l10n.t('There is no win to take back.'));
    return;
  }
  offerUndo(l10n.t('Taken back: {0}', taken.title), () => taken.restore());
}

async function rescan(detection: Detecting, ledger: Ledger): Promise<void> {
  const before = totalKept(ledger);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: l10n.t('Reading git history'),
    cancellable: true,
  };
  const stopped = await vscode.window.withProgress(options, async (_progress, token) => {
    await detection.rescan(token);
    return token.isCancellationRequested;
  });
  if (stopped) return;
  void vscode.window.showInformationMessage(rescanned(totalKept(ledger) - before, detection));
}

/** What came of reading all history; why there was none to read, where that is so. */
function rescanned(added: number, { situation, repositories }: Detecting): string {
  if (added > 0) {
    return one(added)
      ? l10n.t('History read. {0} win was added.', added)
      : l10n.t('History read. {0} wins were added.', added);
  }
  const notice = noticeOf({ ...situation, taken: undefined, paused: undefined });
  if (notice) return notice.text;
  return repositories.all.length === 0
    ? l10n.t('There is no git repository in this window.')
    : l10n.t('History read. Every win was known.');
}

function totalKept(ledger: Ledger): number {
  let total = 0;
  for (const counts of ledger.days.values()) total += totalOf(counts);
  return total;
}
