import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './Icon';

interface ButtonProps {
  /** Unique and stable, so that the focus finds its way back. */
  readonly id: string;
  /** `button`, `button primary`, `link`, `ghost` (quiet, with an icon), `icon-button`, `fold`, `title`. */
  readonly look: string;
  readonly icon?: IconName;
  readonly onClick: () => void;
  readonly children?: ComponentChildren;
  readonly title?: string;
  readonly label?: string;
  /** Whether what it opens and closes is open. */
  readonly open?: boolean;
}

/** A real button in one of the panel's looks. */
export function Button(props: ButtonProps): JSX.Element {
  const { id, look, icon, onClick, children, title, label, open } = props;
  return (
    <button
      id={id}
      type="button"
      class={look}
      title={title}
      aria-label={label}
      aria-expanded={open}
      onClick={onClick}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
