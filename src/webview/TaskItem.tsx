import * as l10n from '@vscode/l10n';
import { Component, type JSX } from 'preact';
import type { PanelModel, PanelTask } from '../core/panelModel';
import { AddStep } from './AddStep';
import { Pips } from './Bar';
import { Button } from './Button';
import { isToggled, look, toggle } from './look';
import { later } from './more';
import { StepItem } from './StepItem';
import { post } from './vscode';
import { shareInWords, whenDone } from './words';

interface TaskItemProps {
  readonly task: PanelTask;
  readonly model: PanelModel;
}

/** One task: its title, how far it is, and under its fold the steps. */
export class TaskItem extends Component<TaskItemProps> {
  private drawnFor = '';

  // There may be hundreds of steps, and a snapshot seldom changes more than one.
  override shouldComponentUpdate(next: TaskItemProps): boolean {
    return drawnFrom(next) !== this.drawnFor;
  }

  override render({ task, model }: TaskItemProps): JSX.Element {
    this.drawnFor = drawnFrom({ task, model });
    const { id, title, steps, finishedAt, finishedOn } = task;
    const today = model.today.day;
    const offers = offersFor(task, model);
    const fold = foldOf(task);
    const line = `line-${id}`;
    const finished = finishedAt !== undefined;
    // Open tasks are open at first, finished ones closed.
    const open = isToggled(fold) === finished;
    const done = steps.filter(step => step.doneAt !== undefined).length;
    const more = later();
    const Line = look().draft?.id === line && more?.Line;
    const rename = (): void => more?.openLine(line, title);
    return (
      <div
        class={finished ? 'past' : 'task'}
        onChangeCapture={() => {
          this.drawnFor = '';
        }}
      >
        <div class="task-row row">
          {Line ? (
            <Line
              id={line}
              label={l10n.t('Rename task')}
              back={fold}
              onKeep={text => post({ type: 'renameTask', task: id, title: text })}
            />
          ) : (
            <h3 onKeyDown={event => more?.taskKeys(event, task)} onDblClick={rename}>
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
          {more && <more.TaskTools task={task} rename={rename} />}
          {!finished && <Pips done={done} of={steps.length} />}
          <span class="caption">
            {finished ? whenDone(finishedAt, finishedOn, today) : shareInWords(done, steps.length)}
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
                  offer={offers.find(offer => offer.step === step.id)}
                />
              ))}
            </ul>
            {!finished && <AddStep task={id} title={title} />}
            {more && <more.TaskLinks task={task} />}
          </div>
        )}
      </div>
    );
  }
}

function foldOf({ id }: PanelTask): string {
  return `task-${id}`;
}

function offersFor({ id }: PanelTask, { offers }: PanelModel): PanelModel['offers'] {
  return offers.filter(({ task }) => task === id);
}

/** All that a task's drawing depends on. */
function drawnFrom({ task, model }: TaskItemProps): string {
  const { draft } = look();
  const offers = offersFor(task, model);
  return JSON.stringify([task, offers, model.today.day, draft, isToggled(foldOf(task)), !later()]);
}
