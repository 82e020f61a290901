import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Task } from '../core/task';
import { Button } from './Button';
import { openLine } from './Line';
import { removeStep, removeTask } from './taskKeys';
import { post } from './vscode';

interface ToolsProps {
  readonly id: string;
  readonly title: string;
  readonly rename: () => void;
  readonly remove: () => void;
}

function renameAndRemove({ id, title, rename, remove }: ToolsProps): JSX.Element {
  return (
    <>
      <Button
        id={`edit-${id}`}
        look="icon-button"
        icon="manual"
        label={l10n.t('Rename: {0}', title)}
        onClick={rename}
      />
      <Button
        id={`remove-${id}`}
        look="icon-button"
        icon="trash"
        label={l10n.t('Remove: {0}', title)}
        onClick={remove}
      />
    </>
  );
}

/** What can be done with a task's row, under the pointer and for the keyboard. */
export function TaskTools({ task, rename }: { task: Task; rename: () => void }): JSX.Element {
  const { id, title } = task;
  return <span class="tools">{renameAndRemove({ id, title, rename, remove: () => removeTask(task) })}</span>;
}

interface StepToolsProps {
  readonly task: Task;
  /** Which of the task's steps. */
  readonly index: number;
  /** Whether the user committed to it for today; absent for one that is done. */
  readonly today: boolean | undefined;
}

/** The same for a step, and to commit to it for today. */
export function StepTools({ task, index, today }: StepToolsProps): JSX.Element | null {
  const step = task.steps[index];
  if (!step) return null;
  const { id, title } = step;
  return (
    <span class="tools">
      {today !== undefined && (
        <Button
          id={`today-${id}`}
          look="link"
          label={today ? l10n.t('Not today: {0}', title) : l10n.t('Commit to today: {0}', title)}
          onClick={() => post({ type: 'stepForToday', task: task.id, step: id, today: !today })}
        >
          {today ? l10n.t('Not today') : l10n.t('Commit to today')}
        </Button>
      )}
      {renameAndRemove({
        id,
        title,
        rename: () => openLine(`line-${id}`, title),
        remove: () => removeStep(task, index),
      })}
    </span>
  );
}
