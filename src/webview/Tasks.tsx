import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import { one } from '../core/plural';
import type { Task } from '../core/task';
import { Button } from './Button';
import { Card } from './Card';
import { number } from './format';
import { isToggled, toggle } from './look';
import { TaskItem } from './TaskItem';
import { post } from './vscode';

/** The user's checklists: the open ones, and a fold with those that are finished. */
export function Tasks({ model }: { model: PanelModel }): JSX.Element {
  const { tasks, moreTasks = 0 } = model;
  const finished = tasks.filter(task => task.finishedAt !== undefined);
  const item = (task: Task): JSX.Element => <TaskItem key={task.id} task={task} model={model} />;
  const showsFinished = isToggled('finished');
  const count = number(finished.length);
  return (
    <Card
      name="tasks"
      title={l10n.t('Tasks')}
      aside={
        <Button id="break-down" look="ghost" icon="add" onClick={() => post({ type: 'breakDownTask' })}>
          {l10n.t('Break down a task')}
        </Button>
      }
    >
      {tasks.filter(task => task.finishedAt === undefined).map(item)}
      {finished.length === tasks.length && (
        <p class="caption">{l10n.t('No open step. Break a task into small ones.')}</p>
      )}
      {finished.length > 0 && (
        <div class="finished">
          <div class="task-row">
            <h3>
              <Button
                id="finished"
                look="fold"
                icon="chevron"
                open={showsFinished}
                onClick={() => toggle('finished')}
              >
                {l10n.t('Finished')}
              </Button>
            </h3>
            <span class="caption">
              {one(finished.length) ? l10n.t('{0} task', count) : l10n.t('{0} tasks', count)}
            </span>
          </div>
          {showsFinished && finished.map(item)}
        </div>
      )}
      {moreTasks > 0 && (
        <p class="caption">
          {one(moreTasks)
            ? l10n.t('{0} more task is not shown here.', number(moreTasks))
            : l10n.t('{0} more tasks are not shown here.', number(moreTasks))}
        </p>
      )}
    </Card>
  );
}
