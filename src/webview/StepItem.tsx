import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Day } from '../core/day';
import type { PanelModel, PanelTask } from '../core/panelModel';
import { Button } from './Button';
import { Icon } from './Icon';
import { look } from './look';
import { later } from './more';
import { post } from './vscode';
import { whenDone } from './words';

interface StepItemProps {
  readonly task: PanelTask;
  /** Which of the task's steps. */
  readonly index: number;
  readonly today: Day;
  /** Something that seems to have done it. */
  readonly offer: PanelModel['offers'][number] | undefined;
}

/** One step: its checkbox, and what else can be done with it. */
export function StepItem({ task, index, today, offer }: StepItemProps): JSX.Element | null {
  const step = task.steps[index];
  if (!step) return null;
  const { id, title, doneAt, doneOn, forDay } = step;
  const done = doneAt !== undefined;
  const line = `line-${id}`;
  const more = later();
  const Line = look().draft?.id === line && more?.Line;
  const isForToday = !done && forDay === today;
  const about = { task: task.id, step: id };
  return (
    <li class={done ? 'step row past' : 'step row'}>
      <span class="grip" onPointerDown={event => more?.dragStep(event, task, index)}>
        <Icon name="gripper" />
      </span>
      {Line ? (
        <Line
          id={line}
          label={l10n.t('Rename step')}
          back={`step-${id}`}
          onKeep={text => post({ type: 'renameStep', ...about, title: text })}
        />
      ) : (
        <label>
          <input
            id={`step-${id}`}
            type="checkbox"
            checked={done}
            aria-keyshortcuts="F2 Delete Alt+ArrowUp Alt+ArrowDown"
            onChange={event => post({ type: 'tickStep', ...about, done: event.currentTarget.checked })}
            onKeyDown={event => more?.stepKeys(event, task, index)}
          />
          <span>{title}</span>
        </label>
      )}
      {more && <more.StepTools task={task} index={index} today={done ? undefined : isForToday} />}
      {done ? (
        <span class="caption">{whenDone(doneAt, doneOn, today)}</span>
      ) : (
        isForToday && <span class="tag">{l10n.t('Today')}</span>
      )}
      {offer && !done && (
        <p class="offer caption">
          <span>{offer.detail}</span>
          <Button
            id={`accept-${id}`}
            look="link"
            onClick={() => post({ type: 'offer', ...about, accept: true })}
          >
            {l10n.t('Tick it')}
          </Button>
          <Button
            id={`refuse-${id}`}
            look="link"
            onClick={() => post({ type: 'offer', ...about, accept: false })}
          >
            {l10n.t('Not this one')}
          </Button>
        </p>
      )}
    </li>
  );
}
