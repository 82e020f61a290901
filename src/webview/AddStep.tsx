import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { Button } from './Button';
import { Icon } from './Icon';
import { look } from './look';
import { later } from './more';
import { post } from './vscode';

/** A quiet button that becomes a line to write on, and stays one for the next step. */
export function AddStep({ task, title }: { task: string; title: string }): JSX.Element {
  // The line and the button take each other's place, and the focus stays with the user.
  const id = `add-${task}`;
  const Line = look().draft?.id === id && later()?.Line;
  return Line ? (
    <div class="add-step">
      <Icon name="add" />
      <Line
        id={id}
        label={l10n.t('Add a step to {0}', title)}
        placeholder={l10n.t('A small step')}
        again
        back={id}
        onKeep={text => post({ type: 'addStep', task, title: text })}
      />
    </div>
  ) : (
    <Button id={id} look="ghost" icon="add" onClick={() => later()?.openLine(id, '')}>
      {l10n.t('Add a step')}
    </Button>
  );
}
