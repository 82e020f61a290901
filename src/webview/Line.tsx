import type { JSX } from 'preact';
import { maxTitle } from '../core/text';
import { change, look } from './look';

interface LineProps {
  /** The draft's id, and the input's. */
  readonly id: string;
  /** What is written here, for screen readers. */
  readonly label: string;
  readonly placeholder?: string;
  /** Whether the line stays open for the next one; else it keeps what is written when it is left. */
  readonly again?: boolean;
  /** The id of what has the focus after the line. */
  readonly back: string;
  readonly onKeep: (text: string) => void;
}

/** Opens a line to write on, and goes there. */
export function openLine(id: string, text: string): void {
  change({ draft: { id, text } });
  const line = document.getElementById(id);
  line?.focus();
  if (line instanceof HTMLInputElement) line.select();
}

/** A line to write on. Enter keeps what is written, Escape doesn't. */
export function Line({ id, label, placeholder, again, back, onKeep }: LineProps): JSX.Element {
  const close = (): void => {
    change({ draft: null });
    document.getElementById(back)?.focus();
  };
  const onKeyDown = (event: JSX.TargetedKeyboardEvent<HTMLInputElement>): void => {
    // The keys of what the line stands in are not meant.
    event.stopPropagation();
    if (event.isComposing) return;
    const text = event.currentTarget.value.trim();
    if (event.key === 'Escape') close();
    if (event.key !== 'Enter') return;
    // Else what has the focus next would be pressed by the same key.
    event.preventDefault();
    if (text) onKeep(text);
    if (!again) close();
    else if (text) change({ draft: { id, text: '' } });
  };
  const onBlur = (event: JSX.TargetedFocusEvent<HTMLInputElement>): void => {
    const text = event.currentTarget.value.trim();
    // The window losing the focus is no reason to close what is being written.
    if (look().draft?.id !== id || !document.hasFocus() || (again && text)) return;
    if (text && !again) onKeep(text);
    change({ draft: null });
  };
  return (
    <input
      id={id}
      class="field"
      type="text"
      maxLength={maxTitle}
      placeholder={placeholder}
      aria-label={label}
      value={look().draft?.text}
      onInput={event => change({ draft: { id, text: event.currentTarget.value } })}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    />
  );
}
