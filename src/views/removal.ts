import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import type { Checklists } from '../store/checklists';
import { plainMessage } from './plainMessage';

/** Deletes a task, and offers to undo that. */
export async function removeTask(checklists: Checklists, id: string): Promise<void> {
  const task = checklists.find(id);
  if (!task) return;
  await checklists.removeTask(id);
  offerUndo(task.title, () => checklists.restoreTask(task));
}

/** Deletes a step, and the task with its last one, and offers to undo that. */
export async function removeStep(checklists: Checklists, taskId: string, stepId: string): Promise<void> {
  const task = checklists.find(taskId);
  const index = task?.steps.findIndex(({ id }) => id === stepId) ?? -1;
  const step = task?.steps[index];
  if (!task || !step) return;
  await checklists.removeStep(taskId, stepId);
  const next = task.steps[index + 1]?.id;
  offerUndo(step.title, () =>
    checklists.find(taskId) ? checklists.restoreStep(taskId, step, next) : checklists.restoreTask(task),
  );
}

/** Not waited for: the message may stay as long as it likes. */
function offerUndo(title: string, undo: () => Promise<void>): void {
  const back = l10n.t('Undo');
  const answer = vscode.window.showInformationMessage(plainMessage(l10n.t('Deleted: {0}', title)), back);
  void answer.then(chosen => (chosen === back ? undo() : undefined));
}
