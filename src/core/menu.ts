import * as l10n from '@vscode/l10n';
import type { NextStepText } from './nextStepText';
import type { Overview } from './overview';
import type { PanelModel } from './panelModel';
import { kindIcons } from './status';
import type { Win } from './win';

/** Commands that the menu can offer, by their names in `microwins.*`. */
export type MenuCommand =
  | 'openPanel'
  | 'nextStep'
  | 'breakDownTask'
  | 'logWin'
  | 'setGoal'
  | 'undoLastWin'
  | 'pauseStreak'
  | 'resumeStreak'
  | 'copyStandup';

/** What an entry does. */
export type MenuAction =
  | { readonly type: 'command'; readonly command: MenuCommand }
  | { readonly type: 'nextStep'; readonly id: string }
  | { readonly type: 'offer'; readonly task: string; readonly step: string }
  | { readonly type: 'cancelScan' };

/** One entry of the menu. */
export interface MenuEntry {
  /** The name of a theme icon. */
  readonly icon: string;
  /** What it does; titles in it are as they are kept. */
  readonly label: string;
  readonly detail?: string;
  readonly action: MenuAction;
}

/** How things stand at the moment the menu opens. */
export interface MenuSituation {
  readonly overview: Pick<Overview, 'wins' | 'total' | 'pause' | 'streak'>;
  readonly next: NextStepText | undefined;
  readonly offers: PanelModel['offers'];
  /** Whether a step is open. */
  readonly hasSteps: boolean;
  /** A win that was recorded a moment ago. */
  readonly justWon: Win | undefined;
  /** 0 to 1 while the history is read. */
  readonly scanning: number | undefined;
  /** Whether a command exists. */
  readonly has: (command: MenuCommand) => boolean;
}

const length = 5;

/** The five likeliest actions for the moment, the likeliest first; opening the panel is always among them. */
export function menuEntries(situation: MenuSituation): MenuEntry[] {
  const { overview, next, offers, hasSteps, justWon, scanning, has } = situation;
  const paused = overview.pause !== undefined;
  const standup = command('copyStandup', 'copy', l10n.t('Copy standup summary'));
  const entries: (MenuEntry | false | undefined)[] = [
    paused && command('resumeStreak', 'coffee', l10n.t('Resume streak')),
    ...offers.slice(0, 2).map(offerEntry),
    next && nextEntry(next),
    justWon && {
      ...command('undoLastWin', 'discard', l10n.t('Take back: {0}', justWon.title)),
      detail: justWon.why,
    },
    command('openPanel', 'graph', l10n.t('Open progress panel')),
    scanning !== undefined && {
      icon: 'sync',
      label: l10n.t('Stop reading history'),
      action: { type: 'cancelScan' },
    },
    !hasSteps && command('breakDownTask', 'add', l10n.t('Break down a task…')),
    overview.wins === 0 && overview.total > 0 && standup,
    command('logWin', kindIcons.manual, l10n.t('Log a win…')),
    next?.another && command('nextStep', 'list-selection', l10n.t('Pick another small step…')),
    hasSteps && command('breakDownTask', 'add', l10n.t('Break down a task…')),
    overview.total > 0 && standup,
    !justWon && overview.wins > 0 && command('undoLastWin', 'discard', l10n.t('Take back the last win')),
    !paused && overview.streak.current > 0 && command('pauseStreak', 'coffee', l10n.t('Pause streak…')),
    command('setGoal', 'target', l10n.t('Set a goal…')),
    standup,
  ];
  const known = new Set<string>();
  const likeliest = entries.filter((entry): entry is MenuEntry => {
    if (!entry) return false;
    const { action } = entry;
    if (action.type !== 'command') return true;
    const isNew = has(action.command) && !known.has(action.command);
    known.add(action.command);
    return isNew;
  });
  const shown = likeliest.slice(0, length);
  const panel = likeliest.find(({ action }) => action.type === 'command' && action.command === 'openPanel');
  return panel && !shown.includes(panel) ? [...shown.slice(0, length - 1), panel] : shown;
}

function command(name: MenuCommand, icon: string, label: string): MenuEntry {
  return { icon, label, action: { type: 'command', command: name } };
}

function offerEntry({ task, step, title, detail }: PanelModel['offers'][number]): MenuEntry {
  return {
    icon: 'check',
    label: l10n.t('Tick “{0}”', title),
    detail,
    action: { type: 'offer', task, step },
  };
}

function nextEntry({ id, title, detail, act }: NextStepText): MenuEntry {
  const action = { type: 'nextStep', id } as const;
  if (act.id === 'done') {
    return { icon: kindIcons.step, label: l10n.t('Done: {0}', title), detail, action };
  }
  return { icon: 'arrow-right', label: title, detail: `${detail} ${act.title}.`, action };
}
