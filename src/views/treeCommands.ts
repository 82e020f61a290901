import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { placeBeside } from '../core/stepPlaces';
import { safeText } from '../core/text';
import type { TreeNode } from '../core/treeModel';
import type { FromPanel } from '../protocol';
import type { Checklists } from '../store/checklists';
import type { Undo } from '../store/undo';
import { cutInWords } from './labels';
import { offerUndo } from './offerUndo';
import { openWinCommand } from './treeItems';

/** What the tree's commands work on. */
export interface TreeCommandParts {
  handle(message: FromPanel): Promise<void>;
  readonly checklists: Checklists;
  readonly undo: Undo;
  /** The selected line: a key is pressed on it, not given with it. */
  selected(): TreeNode | undefined;
  readonly log: vscode.LogOutputChannel;
}

/** The tree's commands. */
export type TreeCommand =
  `microwins.tree.${'addStep' | 'tick' | 'untick' | 'toggleStep' | 'openSource' | 'keepTemplate' | 'rename' | 'remove' | 'moveUp' | 'moveDown' | 'commitToToday' | 'notToday' | 'nextDone' | 'nextOpen' | 'nextAnother' | 'nextToday' | 'openWin' | 'undoWin'}`;

/** What a command of the tree is given: a line of it, or its ids. */
type About = Partial<Pick<TreeNode, 'task' | 'step' | 'win' | 'next'>>;

/** Registers the commands of the tree's lines. Each needs a line, so none is in the command palette. */
export function registerTreeCommands(parts: TreeCommandParts): vscode.Disposable {
  const { log } = parts;
  const commands = Object.entries(treeActions(parts)).map(([command, act]) =>
    vscode.commands.registerCommand(command, async (about: unknown) => {
      try {
        await act(aboutOf(about));
      } catch (error) {
        log.error(`${command} failed.`, error);
        throw error;
      }
    }),
  );
  return vscode.Disposable.from(...commands);
}

/** What each command of the tree does, by its id. */
export function treeActions({
  handle,
  checklists,
  undo,
  selected,
}: TreeCommandParts): Readonly<Record<TreeCommand, (about: About) => Promise<void>>> {
  const move = async (about: About, by: -1 | 1): Promise<void> => {
    const task = about.task ? checklists.find(about.task) : undefined;
    const place = task && about.step ? placeBeside(task, about.step, by) : undefined;
    if (task && about.step && place) {
      await handle({ type: 'moveStep', task: task.id, step: about.step, ...place });
    }
  };
  const forToday = async ({ task, step }: About, today: boolean): Promise<void> => {
    if (task && step) await handle({ type: 'stepForToday', task, step, today });
  };
  const tick = async ({ task, step }: About, done: boolean): Promise<void> => {
    if (task && step) await handle({ type: 'tickStep', task, step, done });
  };
  const next = async (about: About, act: 'act' | 'another' | 'today'): Promise<void> => {
    if (about.next) await handle({ type: 'nextStep', id: about.next, act });
  };
  return {
    'microwins.tree.addStep': async ({ task }) => {
      const found = task ? checklists.find(task) : undefined;
      if (!found) return;
      const title = await askTitle(l10n.t('Add a Step to {0}', found.title), l10n.t('A step needs a title.'));
      if (title !== undefined) await handle({ type: 'addStep', task: found.id, title });
    },
    'microwins.tree.tick': about => tick(about, true),
    'microwins.tree.untick': about => tick(about, false),
    'microwins.tree.openSource': async ({ task }) => {
      if (task) await handle({ type: 'openTaskSource', task });
    },
    'microwins.tree.keepTemplate': async ({ task }) => {
      if (task) await handle({ type: 'keepTemplate', task });
    },
    'microwins.tree.toggleStep': async about => {
      const { task, step } = about.step ? about : (selected() ?? {});
      const found = task ? checklists.find(task)?.steps.find(({ id }) => id === step) : undefined;
      if (!task || !found) return;
      await handle({ type: 'tickStep', task, step: found.id, done: found.doneAt === undefined });
    },
    'microwins.tree.rename': about => rename(about, handle, checklists),
    'microwins.tree.remove': async ({ task, step }) => {
      const removed = task ? await undo.remove(task, step) : undefined;
      if (removed) offerUndo(l10n.t('Removed: {0}', removed.title), () => removed.restore());
    },
    'microwins.tree.moveUp': about => move(about, -1),
    'microwins.tree.moveDown': about => move(about, 1),
    'microwins.tree.commitToToday': about => forToday(about, true),
    'microwins.tree.notToday': about => forToday(about, false),
    'microwins.tree.nextDone': about => next(about, 'act'),
    'microwins.tree.nextOpen': about => next(about, 'act'),
    'microwins.tree.nextAnother': about => next(about, 'another'),
    'microwins.tree.nextToday': about => next(about, 'today'),
    [openWinCommand]: async ({ win }) => {
      if (win) await handle({ type: 'openWin', id: win });
    },
    'microwins.tree.undoWin': async ({ win }) => {
      const taken = win ? await undo.takeBack(win) : undefined;
      if (taken) offerUndo(l10n.t('Taken back: {0}', taken.title), () => taken.restore());
    },
  };
}

async function rename(
  { task: taskId, step: stepId }: About,
  handle: TreeCommandParts['handle'],
  checklists: Checklists,
): Promise<void> {
  const task = taskId ? checklists.find(taskId) : undefined;
  if (!task) return;
  if (stepId === undefined) {
    const title = await askTitle(l10n.t('Rename Task'), l10n.t('A task needs a title.'), task.title);
    if (title !== undefined) await handle({ type: 'renameTask', task: task.id, title });
    return;
  }
  const step = task.steps.find(({ id }) => id === stepId);
  if (!step) return;
  const title = await askTitle(l10n.t('Rename Step'), l10n.t('A step needs a title.'), step.title);
  if (title !== undefined) await handle({ type: 'renameStep', task: task.id, step: stepId, title });
}

function askTitle(title: string, empty: string, value?: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title,
    ...(value !== undefined && { value }),
    ignoreFocusOut: true,
    validateInput: typed => {
      if (safeText(typed) === '') return empty;
      const message = cutInWords(typed);
      return message && { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
}

/** Any extension can run a command with anything: only strings are taken from it. */
function aboutOf(value: unknown): About {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Record<string, unknown>;
  const names = ['task', 'step', 'win', 'next'] as const;
  const taken = names.filter(name => typeof given[name] === 'string').map(name => [name, given[name]]);
  return Object.fromEntries(taken) as About;
}
