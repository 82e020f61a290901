import * as l10n from '@vscode/l10n';
import type { JSX } from 'preact';
import { maxTitle } from '../core/text';
import { Button } from './Button';
import { Icon } from './Icon';
import { change, look } from './look';
import { post } from './vscode';

/**
 * A quiet button that becomes a line to write on. Enter adds the step and leaves the line open for the next;
 * Escape, or leaving it empty, closes it.
 */
export function AddStep({ task, title }: { task: string; title: string }): JSX.Element {
  const id = `add-${task}`;
  const write = (text: string): void => change({ draft: { task, text } });
  // The line and the button take each other's place, and the focus stays with the user.
  const focus = (): void => document.getElementById(id)?.focus();
  if (look().draft?.task !== task) {
    const open = (): void => {
      write('');
      focus();
    };
    return (
      <Button id={id} look="ghost" icon="add" onClick={open}>
        {l10n.t('Add a step')}
      </Button>
    );
  }
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.isComposing) return;
    const text = event.currentTarget.value.trim();
    if (event.key === 'Escape') {
      change({ draft: null });
      focus();
    } else if (event.key === 'Enter' && text) {
      post({ type: 'addStep', task, title: text });
      write('');
    }
  };
  const onBlur = (event: JSX.TargetedFocusEvent<HTMLInputElement>): void => {
    // The window losing the focus is no reason to close what is being written.
    if (look().draft && document.hasFocus() && !event.currentTarget.value.trim()) change({ draft: null });
  };
  return (
    <div class="add-step">
      <Icon name="add" />
      <input
        id={id}
        type="text"
        maxLength={maxTitle}
        placeholder={l10n.t('A small step')}
        aria-label={l10n.t('Add a step to {0}', title)}
        value={look().draft?.text}
        onInput={event => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
    </div>
  );
}
