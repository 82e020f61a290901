import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Day } from '../core/day';
import type { Task } from '../core/task';
import { AddStep } from './AddStep';
import { Pips } from './Bar';
import { Button } from './Button';
import { isToggled, toggle } from './look';
import { post } from './vscode';
import { shareInWords, whenDone } from './words';

/** One task: its title, how far it is, and under its fold the steps. */
export function TaskItem({ task, today }: { task: Task; today: Day }): JSX.Element {
  const { id, title, steps, finishedAt } = task;
  const fold = `task-${id}`;
  const finished = finishedAt !== undefined;
  // Open tasks are open at first, finished ones closed.
  const open = isToggled(fold) === finished;
  const done = steps.filter(step => step.doneAt !== undefined).length;
  return (
    <div class={finished ? 'past' : 'task'}>
      <div class="task-row">
        <h3>
          <Button id={fold} look="fold" title={title} icon="chevron" open={open} onClick={() => toggle(fold)}>
            <span>{title}</span>
          </Button>
        </h3>
        {!finished && <Pips done={done} of={steps.length} />}
        <span class="caption">
          {finished ? whenDone(finishedAt, today) : shareInWords(done, steps.length)}
        </span>
      </div>
      {open && (
        <div class="steps">
          <ul>
            {steps.map(step => (
              <li key={step.id} class={step.doneAt === undefined ? 'step row' : 'step row past'}>
                <label>
                  <input
                    id={`step-${step.id}`}
                    type="checkbox"
                    checked={step.doneAt !== undefined}
                    onChange={event =>
                      post({ type: 'tickStep', task: id, step: step.id, done: event.currentTarget.checked })
                    }
                  />
                  <span>{step.title}</span>
                </label>
                {step.doneAt !== undefined ? (
                  <span class="caption">{whenDone(step.doneAt, today)}</span>
                ) : (
                  step.forDay === today && <span class="tag">{l10n.t('Today')}</span>
                )}
              </li>
            ))}
          </ul>
          {!finished && <AddStep task={id} title={title} />}
        </div>
      )}
    </div>
  );
}
