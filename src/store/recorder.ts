import { createHash, randomUUID } from 'node:crypto';
import * as l10n from '@vscode/l10n';
import { type Day, localOffset } from '../core/day';
import type { FoundWin } from '../core/found';
import type { Entry } from '../core/ledger';
import type { Task } from '../core/task';
import { createTask, stepWin, stepWinId, withStep, withStepDone } from '../core/tasks';
import { safeText } from '../core/text';
import type { Win } from '../core/win';
import type { Ledger } from './ledger';
import type { Cursor } from './state';

/** The project of wins and tasks in a window without a folder. */
export const noFolderProject = 'no-folder';

/** A project's id: its root commit where it has one of its own, else the folder. */
export function projectId(root: string | undefined, folder: string): string {
  return root ? `git-${root}` : `folder-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
}

/** Turns what was found, and what the user does, into entries of the ledger. */
export class Recorder {
  constructor(
    private readonly ledger: Ledger,
    private readonly dayOf: (at: number, offset: number) => Day,
    private readonly now: () => number,
  ) {}

  /** Keeps what a scan found, then where the scan stands. A win that is kept as it is costs no line. */
  async keepFound(
    project: string,
    found: readonly FoundWin[],
    scan?: { gitFolder: string; cursor: Cursor },
  ): Promise<void> {
    const entries = found.flatMap(({ win, offset }): Entry[] => {
      const kept = this.ledger.has(win.id) ? this.ledger.find(win.id) : undefined;
      const same = kept && kept.title === win.title && kept.source.sha === win.source.sha;
      // Known but no longer among the newest: an old commit read again by a full scan.
      if (same || (!kept && this.ledger.has(win.id))) return [];
      return [{ type: 'win', win, offset }];
    });
    await this.ledger.record(project, entries, scan);
  }

  /**
   * A win logged by hand or by another extension.
   * @param at ms since the epoch
   * @param by another extension's name for where it came from
   * @throws TypeError when the title is empty, RangeError when the time is not finite or lies in the future
   */
  async logWin(title: string, at: number = this.now(), by?: string): Promise<Win> {
    if (typeof title !== 'string' || safeText(title) === '') throw new TypeError('A win needs a title.');
    if (typeof at !== 'number' || !Number.isFinite(at) || at > this.now()) {
      throw new RangeError(
        'A win’s time must be a number of milliseconds since the epoch, and not in the future.',
      );
    }
    const offset = localOffset(at);
    const win: Win = {
      id: `manual-${randomUUID()}`,
      kind: 'manual',
      at,
      day: this.dayOf(at, offset),
      title: safeText(title),
      provisional: false,
      why: by ? l10n.t('It was recorded by {0}.', safeText(by)) : l10n.t('You logged it by hand.'),
      source: by ? { by: safeText(by) } : {},
    };
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'win', win, offset }]);
    return win;
  }

  /** A new task of steps; the task as kept. */
  async addTask(title: string, steps: readonly string[]): Promise<Task> {
    const task = createTask(title, steps, this.now(), () => randomUUID());
    await this.ledger.record(await this.ledger.homeProject, [{ type: 'task', task }]);
    return task;
  }

  /** One more step at the end of a task. */
  async addStep(taskId: string, title: string): Promise<void> {
    const task = this.taskOf(taskId);
    if (!task || safeText(title) === '') return;
    await this.keepTask(
      task,
      withStep(task, title, () => randomUUID()),
    );
  }

  /** Ticks a step, which is a win, or unticks it, which takes that win back. */
  async tickStep(taskId: string, stepId: string, done: boolean): Promise<void> {
    const task = this.taskOf(taskId);
    const step = task?.steps.find(candidate => candidate.id === stepId);
    if (!task || !step) return;
    const at = this.now();
    const changed = withStepDone(task, stepId, done ? at : undefined);
    if (changed === task) return;
    const offset = localOffset(at);
    const why = l10n.t('You ticked this step of {0}.', task.title);
    const consequence: Entry = done
      ? { type: 'win', win: stepWin(task, step, at, this.dayOf(at, offset), why), offset }
      : { type: 'withdrawn', id: stepWinId(task, stepId), at };
    await this.keepTask(task, changed, consequence);
  }

  private taskOf(id: string): Task | undefined {
    return this.ledger.tasks.find(task => task.id === id);
  }

  private async keepTask(before: Task, task: Task, ...consequences: Entry[]): Promise<void> {
    const project = this.ledger.projectOfTask(before.id) ?? (await this.ledger.homeProject);
    await this.ledger.record(project, [{ type: 'task', task }, ...consequences]);
  }
}
