import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import type { Task } from '../core/task';
import { safeText } from '../core/text';
import { Button } from './Button';
import { post } from './vscode';

/** Below a task's steps: the line that it was made of, and a finished one's steps for the next of its kind. */
export function TaskLinks({ task: { id, title, from, finishedAt } }: { task: Task }): JSX.Element {
  return (
    <>
      {from !== undefined && (
        <p class="caption">
          <Button id={`source-${id}`} look="link" onClick={() => post({ type: 'openTaskSource', task: id })}>
            {l10n.t('From {0}', safeText(from))}
          </Button>
        </p>
      )}
      {finishedAt !== undefined && (
        <p class="caption">
          <Button
            id={`keep-${id}`}
            look="link"
            label={l10n.t('Keep as a template: {0}', title)}
            onClick={() => post({ type: 'keepTemplate', task: id })}
          >
            {l10n.t('Keep as a template')}
          </Button>
        </p>
      )}
    </>
  );
}
