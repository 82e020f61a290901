import * as l10n from '@vscode/l10n';
import type { Task } from '../core/task';
import { number } from './format';
import { openLine } from './Line';
import { say } from './say';
import { post } from './vscode';

/** What keys do on a step: F2 and Enter rename, Delete removes, Alt with an arrow moves. */
export function stepKeys(event: KeyboardEvent, task: Task, index: number): void {
  const step = task.steps[index];
  if (!step) return;
  const { key, altKey } = event;
  if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) moveStep(task, index, key === 'ArrowUp' ? -1 : 1);
  else if (altKey || event.ctrlKey || event.metaKey) return;
  else if (key === 'F2' || key === 'Enter') openLine(`line-${step.id}`, step.title);
  else if (key === 'Delete') removeStep(task, index);
  else return;
  event.preventDefault();
}

/** What keys do on a task's title: F2 renames, Delete removes. */
export function taskKeys(event: KeyboardEvent, task: Task): void {
  if (event.key === 'F2') openLine(`line-${task.id}`, task.title);
  else if (event.key === 'Delete') removeTask(task);
}

/** Removes a step; the focus goes to its neighbour. */
export function removeStep({ id, steps }: Task, index: number): void {
  const near = steps[index + 1] ?? steps[index - 1];
  document.getElementById(near ? `step-${near.id}` : 'break-down')?.focus();
  const step = steps[index];
  if (step) post({ type: 'removeStep', task: id, step: step.id });
}

/** Removes a task; the focus goes to the way to a new one. */
export function removeTask({ id }: Task): void {
  document.getElementById('break-down')?.focus();
  post({ type: 'removeTask', task: id });
}

/** Moves a step up (-1) or down (1) by one. */
function moveStep({ id, steps }: Task, index: number, by: -1 | 1): void {
  const step = steps[index];
  const place = index + by;
  if (!step || place < 0 || place >= steps.length) return;
  const before = steps[by < 0 ? place : place + 1];
  post({ type: 'moveStep', task: id, step: step.id, ...(before ? { before: before.id } : {}) });
  say(l10n.t('{0} of {1}', number(place + 1), number(steps.length)));
}
