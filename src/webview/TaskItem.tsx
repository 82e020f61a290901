import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { PanelModel } from '../core/panelModel';
import type { Task } from '../core/task';
import { AddStep } from './AddStep';
import { Pips } from './Bar';
import { Button } from './Button';
import { isToggled, look, toggle } from './look';
import { later } from './more';
import { StepItem } from './StepItem';
import { post } from './vscode';
import { shareInWords, whenDone } from './words';

/** One task: its title, how far it is, and under its fold the steps. */
export function TaskItem({ task, model }: { task: Task; model: PanelModel }): JSX.Element {
  const { id, title, steps, finishedAt } = task;
  const today = model.today.day;
  const fold = `task-${id}`;
  const line = `line-${id}`;
  const finished = finishedAt !== undefined;
  // Open tasks are open at first, finished ones closed.
  const open = isToggled(fold) === finished;
  const done = steps.filter(step => step.doneAt !== undefined).length;
  const Line = look().draft?.id === line && later()?.Line;
  const TaskLinks = later()?.TaskLinks;
  const rename = (): void => later()?.openLine(line, title);
  return (
    <div class={finished ? 'past' : 'task'}>
      <div class="task-row row">
        {Line ? (
          <Line
            id={line}
            label={l10n.t('Rename task')}
            back={fold}
            onKeep={text => post({ type: 'renameTask', task: id, title: text })}
          />
        ) : (
          <h3 onKeyDown={event => later()?.taskKeys(event, task)} onDblClick={rename}>
            <Button
              id={fold}
              look="fold"
              title={title}
              icon="chevron"
              open={open}
              onClick={() => toggle(fold)}
            >
              <span>{title}</span>
            </Button>
          </h3>
        )}
        <span class="tools">
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
            onClick={() => later()?.removeTask(task)}
          />
        </span>
        {!finished && <Pips done={done} of={steps.length} />}
        <span class="caption">
          {finished ? whenDone(finishedAt, today) : shareInWords(done, steps.length)}
        </span>
      </div>
      {open && (
        <div class="steps">
          <ul>
            {steps.map((step, index) => (
              <StepItem
                key={step.id}
                task={task}
                index={index}
                today={today}
                offer={model.offers.find(offer => offer.step === step.id && offer.task === id)}
              />
            ))}
          </ul>
          {!finished && <AddStep task={id} title={title} />}
          {TaskLinks && <TaskLinks task={task} />}
        </div>
      )}
    </div>
  );
}
